"""Functions from frames to plotly figures. Pure: no Streamlit, no SQL, no clock."""
