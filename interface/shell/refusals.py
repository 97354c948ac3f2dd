"""Why something that a reader asked for was not saved."""

import streamlit as st

from data_access.database.errors import NotSaved
from importer.wording import Wording
from interface.widgets.sources import plain
from language.languages import Language


def show_refusal(problem: NotSaved, language: Language) -> None:
    """Draw the reason, what to mend included."""
    st.error(plain(Wording(language).problem(problem)))
