"""Filters in, frames out. The only layer that knows SQL; it knows neither Streamlit nor the reader's language."""
