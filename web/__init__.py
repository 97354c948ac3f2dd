"""What lies between the browser and Streamlit: compression, headers, the frame of every page."""
