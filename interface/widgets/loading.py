"""What people should know of a workbook before it is saved."""

from typing import Final

import streamlit as st

from data_access.programmes.saving import Loaded
from importer.programmes import finding_line
from interface.widgets.more import show_more
from interface.widgets.sources import plain
from language.languages import Language

_LISTED: Final = 100  # remarks


def show_remarks(preview: Loaded, language: Language) -> None:
    """Draw what of a file is read all the same and worth a look; nothing where there is no such thing."""
    lines = [f"- {plain(finding_line(remark, language))}" for remark in preview.remarks]
    if lines:
        st.warning("\n".join(lines[:_LISTED]))
        show_more(len(lines) - _LISTED, language)
