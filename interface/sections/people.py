"""What no printed source says about people."""

import polars as pl
import streamlit as st

from data_access.reference.notes import read_notes
from interface.shell.visit import Visit
from interface.widgets.sources import plain
from model.codes import Basis

_UNKNOWN = ("unknown-women", "unknown-non-managers")


def show_unknown(visit: Visit) -> None:
    """Draw the questions that no source answers."""
    notes = read_notes(visit.filters.programme).filter(pl.col("code").is_in(list(_UNKNOWN)))
    if notes.is_empty():
        return
    with st.container(border=True):
        st.markdown(f"## {visit.language.people.unknown_title}")
        if visit.filters.basis is Basis.RECORDS:
            st.caption(visit.language.people.unknown_note)
        for row in notes.iter_rows(named=True):
            sentence = visit.language.one_of(row["sentence_vi"], row["sentence_en"])
            st.markdown(f"- {plain(sentence)}")
