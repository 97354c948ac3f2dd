"""Terms and the meaning of numbers, on every page."""

from collections.abc import Iterable

import streamlit as st

from data_access.queries.published import fetch_inconsistencies
from data_access.store.records import Records
from interface.widgets.replaying import replay
from interface.widgets.sources import plain
from language.languages import Language
from model.filters import Filters
from model.places import offers_boundaries


def show_glossary(filters: Filters, records: Records, language: Language) -> None:
    """Draw the terms, reasons why two numbers may differ, and disagreements between sources of this programme."""
    texts, by_map = language.glossary, offers_boundaries(records.catalogue, filters)
    sentences = fetch_inconsistencies(records, filters)[f"sentence_{language.data}"].to_list()

    def draw() -> None:
        st.markdown(f"## {texts.words_title}\n\n{_listed(texts.words)}")
        st.markdown(f"## {texts.differ_title}\n\n{_listed(texts.differ + (texts.differ_by_map if by_map else ()))}")
        items = "\n".join(f"- {plain(sentence)}" for sentence in sentences)
        st.markdown(f"## {texts.known_title}\n\n{items or texts.none_known}")

    with st.popover(texts.open, icon=":material/help:", key="glossary", width="stretch"):
        replay(f"glossary|{by_map}|{language.code}|{sentences}", draw)


def _listed(meanings: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- **{plain(word)}**: {plain(meaning)}" for word, meaning in meanings)
