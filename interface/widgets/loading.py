"""What people should know of a workbook before it is saved."""

import streamlit as st

from data_access.programmes.saving import Loaded
from importer.programmes import finding_line
from interface.widgets.more import show_lines
from language.languages import Language


def show_remarks(preview: Loaded, language: Language) -> None:
    """Draw what of a file is read all the same and worth a look; nothing where there is no such thing."""
    if preview.remarks:
        show_lines(st.warning, [finding_line(remark, language) for remark in preview.remarks], language)
