"""Open points of the ledger: disagreements between sources, rules, places and questions."""

import polars as pl
import streamlit as st

from interface.widgets.panels import show_title
from interface.widgets.sources import plain
from language.languages import Language


def show_inconsistencies(frame: pl.DataFrame, language: Language) -> None:
    """Draw where sources disagree with each other or with themselves, quoting both sides."""
    if frame.is_empty():
        return
    show_title(language.published.inconsistencies_title, language.published.inconsistencies_note, None, language)
    for sentence in frame[f"sentence_{language.data}"]:
        st.markdown(f"- {plain(sentence)}")


def show_notes(notes: pl.DataFrame, language: Language) -> None:
    """Draw rules, places and open questions, each with its source."""
    st.markdown(f"## {language.published.notes_title}")
    for topic, name in language.published.note_topics.items():
        of_topic = notes.filter(pl.col("topic") == topic)
        if of_topic.is_empty():
            continue
        st.markdown(f"**{name}**")
        sentences = of_topic[f"sentence_{language.data}"]
        for sentence, source in zip(sentences, of_topic["source"], strict=True):
            st.markdown(
                f"- {plain(sentence)}"
                + (f" — *{language.facts.source}: {plain(language.names.staff_text(source))}*" if source else "")
            )
