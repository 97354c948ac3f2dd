"""Parts of the unit page: path, rank, targets, peers, grassroots unions and newest initiatives."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from interface.shell.address import link_params
from interface.shell.visit import Visit
from interface.widgets.panels import record_links, show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import Sources, plain
from language.languages import Language
from language.words.beginning import at_beginning
from model.catalogue import Province
from model.codes import STATUSES
from model.filters import Filters
from model.profile import Profile
from presentation.profile import ProfileView
from presentation.whole import whole_name
from presentation.worded_table import WordedTable


def show_path(profile: Profile, filters: Filters, visit: Visit, merged: Province | None = None) -> None:
    """Draw “Cả nước › Bắc Trung Bộ › Thanh Hóa › Giáo dục”, each step linked with the other filters kept.

    A merged province stands directly below the nation, since its parts may belong to several regions.
    """
    names, unit = visit.language.names, profile.unit
    above = visit.catalogue.unit_by_code[filters.within] if filters.within else None
    whole = names.word(above.short_name) if above else at_beginning(whole_name(visit.programme, visit.language))
    wide = filters.changed(units=(), sectors=())
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="path"):
        _step("pages/ranking.py", whole, link_params(wide.changed(regions=())))
        if unit.region and not merged:
            st.markdown("›", width="content")
            _step("pages/ranking.py", names.regions[unit.region], link_params(wide.changed(regions=(unit.region,))))
        st.markdown("›", width="content")
        own = filters if merged else filters.changed(units=(unit.code,))
        name = names.province(merged.name_2025) if merged else names.word(unit.short_name)
        _step("pages/unit.py", name, link_params(own.changed(sectors=())))
        for sector in filters.sectors:
            st.markdown("›", width="content")
            _step("pages/unit.py", names.sector(sector), link_params(own.changed(sectors=(sector,))))


def show_neighbours(profile: Profile, filters: Filters, language: Language) -> None:
    """Draw links to the units one rank above and one below."""
    texts = language.unit
    with st.container(horizontal=True, gap="small", key="neighbours"):
        for other, words, icon in (
            (profile.previous, texts.previous, ":material/arrow_upward:"),
            (profile.following, texts.following, ":material/arrow_downward:"),
        ):
            if other:
                params = link_params(filters.changed(units=(other.code,)))
                label = words.format(unit=plain(language.names.word(other.short_name)))
                st.page_link("pages/unit.py", label=label, icon=icon, query_params=params)


def show_worded(
    table: WordedTable,
    language: Language,
    *,
    numbers: Sequence[int],
    marked: Sequence[int] = (),
    as_of: datetime | None = None,
) -> None:
    """Draw a table under its title, or that it is empty."""
    moment = language.moment_or_unknown(as_of)
    sources = Sources(moment, [plain(source) for source in table.sources]) if table.sources else None
    show_title(table.title, table.note, sources, language)
    if table.nothing and not table.rows:
        st.caption(table.nothing)
    else:
        show_small_table(table.heads, table.rows, numbers=numbers, marked=marked)


def show_states(view: ProfileView, language: Language) -> None:
    """Draw uploaded, decided, under review and rewarded; then the recognition levels of the valid ones."""
    show_worded(view.states, language, numbers=(1, 2), marked=(0,))
    if view.levels.rows:
        show_small_table(view.levels.heads, view.levels.rows, numbers=(1, 2))


def show_newest(profile: Profile, visit: Visit) -> None:
    """Draw the newest records, titles escaped."""
    language = visit.language
    texts, numbers, names = language.unit, language.numbers, language.names
    note = texts.newest_note.format(count=len(profile.newest)) if profile.newest else ""
    show_title(texts.newest_title, note, None, language)
    if not visit.may_show_rows():
        return
    if not profile.newest:
        st.caption(texts.no_newest)
        return
    heads = ("day", "code", "title", "author", "sector", "state", "benefit")
    sectors = visit.catalogue.sector_by_id
    rows = [
        [
            numbers.moment(row["uploaded_at"]),
            row["code"],
            row["title"],
            row["author"] or "–",
            names.sector(sectors[row["sector_id"]].code),
            names.status(STATUSES[row["status"]]),
            numbers.money_vnd(row["benefit_vnd"]),
        ]
        for row in profile.newest
    ]
    records = record_links([row["code"] for row in profile.newest], link_params(visit.filters))
    show_small_table(
        [texts.columns[name] for name in heads], rows, numbers=(6,), long=(2,), links={2: records}, whole=(1,)
    )


def _step(script: str, label: str, params: dict[str, list[str]]) -> None:
    st.page_link(script, label=plain(label), query_params=params, width="content")
