"""Parts of the comparison page: choice of sides, table of measures, changes between two moments."""

from collections.abc import Sequence

import streamlit as st

from data_access.queries.ranking import fetch_ranking
from interface.shell.address import link_params
from interface.shell.choosing import Chooser, choose_before, searchable
from interface.shell.visit import Visit
from interface.shell.wording import records_source
from interface.widgets.more import show_more
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from language.languages import Language
from model.compare import MOST_UNITS, Compared, Comparison, Side
from model.folding import vietnamese_key
from presentation.compare import CompareView

_MOST_NAMED = 12


def choose_sides(compared: Compared, visit: Visit) -> None:
    """Draw the choice of what is compared with what; it is kept in the address."""
    language, texts = visit.language, visit.language.compare
    choose = Chooser(visit.catalogue, language)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose.one("compare", texts.what, list(Compared), compared, lambda kind: texts.kinds[str(kind)], key="switch")
        if compared is Compared.UNITS:
            members = {
                language.names.word(member.short_name): member for member in visit.catalogue.members(visit.filters)
            }
            units = [(name, members[name]) for name in sorted(members, key=vietnamese_key)]
            labels = {unit.code: searchable(name, visit.catalogue.names_of(unit)) for name, unit in units}
            codes = list(visit.filters.units[:MOST_UNITS])
            choose.many(
                "unit", texts.choose_units, list(labels), codes, labels.__getitem__, key="switch", most=MOST_UNITS
            )
        elif compared is Compared.MOMENTS:
            applies = fetch_ranking(visit.records, visit.filters).before_moment
            choose_before(visit.filters, visit.catalogue, language, applies)
        else:
            others = {p.code: language.short_name_of(p) for p in visit.catalogue.programmes if p != visit.programme}
            value = visit.filters.other or next(iter(others))
            choose.from_list("other", texts.choose_other, list(others), value, others.__getitem__, key="switch")
    if compared is Compared.UNITS:
        show_more(len(visit.filters.units) - MOST_UNITS, language)  # an address may name any number


def show_measures(comparison: Comparison, view: CompareView, visit: Visit) -> None:
    """Draw a row a measure and a column a side; with two sides also their difference."""
    with st.container(border=True):
        show_title(view.title, view.note, records_source(visit), visit.language)
        show_small_table(view.heads, view.lines, numbers=range(1, len(view.heads)), marked=(0,))
        if comparison.what is Compared.UNITS:
            _link_to_units(comparison.sides, visit)


def show_changed(view: CompareView, visit: Visit) -> None:
    """Draw “What changed since” in two sentences."""
    with st.container(border=True):
        show_title(view.changed_title, "", records_source(visit), visit.language)
        for sentence in view.changed:
            st.markdown(sentence)


def show_passed(view: CompareView, language: Language) -> None:
    """Draw who met the target between the two moments, and who uploaded for the first time."""
    texts = language.compare
    with st.container(border=True, height="stretch"):
        _list(texts.met_title, view.met, texts.nobody_met, language)
        _list(texts.started_title, view.started, texts.nobody_started, language)


def _list(title: str, sentences: Sequence[str], nobody: str, language: Language) -> None:
    st.markdown(f"## {title}")
    for sentence in sentences[:_MOST_NAMED]:
        st.markdown(f"- {plain(sentence)}")
    show_more(len(sentences) - _MOST_NAMED, language)
    if not sentences:
        st.caption(nobody)


def _link_to_units(sides: tuple[Side, ...], visit: Visit) -> None:
    with st.container(horizontal=True, gap="small", key="sides"):
        for unit in (side.unit for side in sides if side.unit):
            label = visit.language.map.open_unit.format(unit=plain(visit.language.names.word(unit.short_name)))
            params = link_params(visit.filters.changed(units=(unit.code,)))
            st.page_link("pages/unit.py", label=label, icon=":material/apartment:", query_params=params)
