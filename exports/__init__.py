"""Downloadable files with the numbers of the pages: workbook, slides, report, editable text, CSV. No Streamlit here."""
