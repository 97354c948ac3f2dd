"""Files to take away: workbook, slides, report, report text, CSV. The same numbers as the pages, without Streamlit."""
