"""Provinces before and since 01/07/2025 on the unit page: the successor of a province, and a merged province as a
whole.
"""

from typing import Final

import polars as pl
import streamlit as st

from data_access.queries.overview import fetch_overview
from data_access.queries.published import fetch_published
from data_access.queries.targets import fetch_targets
from interface.shell.address import link_params
from interface.shell.visit import Visit
from interface.widgets.headline import show_cards, show_headline
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from interface.widgets.tables import show_table
from model.boundaries import became, code_of, former_code_of, parts_of
from model.catalogue import Province, Unit
from model.codes import Basis, Boundary
from model.exactness import row_qualifier
from model.places import own_boundary
from presentation.standing import newest_of, older_day_note, without_silent_counts

_PROVINCES: Final = ("LĐLĐ tỉnh", "LĐLĐ thành phố")  # of whom sources print figures


def show_successor(unit: Unit, visit: Visit) -> None:
    """Draw name and code of the province since 01/07/2025, and the provinces it was merged with."""
    province = visit.catalogue.province_of(unit)
    if province is None or own_boundary(visit.catalogue, visit.filters) is Boundary.NEW:
        return  # a programme of after the merger speaks of provinces as they are
    texts = visit.language.unit
    merged = [other for other in visit.catalogue.provinces if other.code_2025 == province.code_2025]
    others = [plain(other.short_name) for other in merged if other.code_2022 != province.code_2022]
    sentence = texts.successor_merged if others else texts.successor
    words = sentence.format(
        name=plain(visit.language.names.province(province.name_2025)),
        code=texts.successor_code.format(new=code_of(province), old=former_code_of(province)),
        others=", ".join(others),
    )
    st.caption(words)


def show_merged(province: Province, visit: Visit) -> None:
    """Draw a province of 2025: its headline, then the unions it was formed from, each with its own number."""
    language, texts = visit.language, visit.language.unit
    st.markdown(f"## {plain(language.names.province(province.name_2025))}")
    overview = fetch_overview(visit.records, visit.filters)
    show_headline(overview, visit.filters, language)
    show_cards(overview, language)
    numbers, heads = language.numbers, language.tables.columns
    targets = without_silent_counts(fetch_targets(visit.records, visit.filters.changed(boundary=Boundary.OLD)))
    rows_by_unit = {row["unit_code"]: row for row in targets.iter_rows(named=True)}
    beside = visit.filters.as_of or newest_of(targets)
    rows = [
        [
            language.names.word(unit.name),
            language.names.qualified(numbers.count(row["uploads"]), row["qualifier"])
            + older_day_note(row, beside, language),
            language.names.qualified(numbers.percent(row["reached_pct"]), row_qualifier(row)),
        ]
        for unit in parts_of(visit.catalogue, province)
        for row in (rows_by_unit[unit.code],)
    ]
    note = texts.parts_printed if visit.filters.basis is Basis.PUBLISHED else texts.parts_note
    with st.container(border=True):
        show_title(texts.parts_title.format(count=numbers.count(len(rows))), note, None, language)
        names = [heads["unit_name"], heads["uploads"], heads["reached_pct"]]
        show_small_table(names, rows, numbers=(1, 2))
        with st.container(horizontal=True, gap="small"):
            for unit in parts_of(visit.catalogue, province):
                params = link_params(visit.filters.changed(units=(unit.code,)))
                st.page_link(
                    "pages/unit.py",
                    label=plain(language.names.word(unit.short_name)),
                    query_params=params,
                    width="content",
                )


def show_what_became(visit: Visit) -> None:
    """Draw all provinces before 01/07/2025 with their successors; each code is in the column of its list."""
    language, texts = visit.language, visit.language.published
    rows = [
        {
            "code_63": former_code_of(province),
            "province_63": language.names.province(province.name),
            "code_34": code_of(province),
            "province_34": language.names.province(province.name_2025),
            "merged_with": ", ".join(other.short_name for other in others) or texts.not_merged,
        }
        for province, others in became(visit.catalogue)
    ]
    new = {row["code_34"] for row in rows}
    note = texts.boundaries_note.format(old=len(rows), new=len(new))
    if fetch_published(visit.records, visit.filters)["unit_level"].is_in(_PROVINCES).any():
        note = f"{note} {texts.boundaries_printed.format(old=len(rows))}"
    show_title(texts.boundaries_title, note, None, language)
    show_table(pl.DataFrame(rows), language)
