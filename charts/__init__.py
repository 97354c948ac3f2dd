"""A frame and a look become a plotly Figure. Pure: no Streamlit, no SQL, no clock."""
