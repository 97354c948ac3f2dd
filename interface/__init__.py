"""What the pages share of Streamlit."""
