"""The layer between browser and Streamlit: compression, headers, the HTML frame of every page."""
