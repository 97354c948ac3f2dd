"""Provinces before and since 01/07/2025 on the page of a union: what became of it, and a merged province as itself."""

import streamlit as st

from data_access.queries.overview import fetch_overview
from data_access.queries.targets import fetch_targets
from interface.sections.headline import show_cards, show_headline
from interface.shell.address import link_params
from interface.shell.visit import Visit
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from model.catalogue import Catalogue, Province, Unit
from model.codes import Boundary


def merged_province(catalogue: Catalogue, codes: tuple[str, ...]) -> Province | None:
    """The province of 2025 that exactly these unions make together; None where they make none, or are one."""
    chosen = [catalogue.unit_by_code[code] for code in codes if code in catalogue.unit_by_code]
    provinces = [catalogue.province_by_code.get(unit.province_code or "") for unit in chosen]
    first = provinces[0] if len(provinces) > 1 else None
    if first is None or any(one is None or one.code_2025 != first.code_2025 for one in provinces):
        return None
    return first if {unit.code for unit in chosen} == {unit.code for unit in parts_of(catalogue, first)} else None


def parts_of(catalogue: Catalogue, province: Province) -> list[Unit]:
    """The unions of the provinces that became one in 2025."""
    own = {code for code, one in catalogue.province_by_code.items() if one.code_2025 == province.code_2025}
    return [unit for unit in catalogue.units if unit.province_code in own]


def show_successor(unit: Unit, visit: Visit) -> None:
    """What the province of a union is called and coded since 01/07/2025, and with whom it was merged."""
    province = visit.catalogue.province_by_code.get(unit.province_code or "")
    if province is None:
        return
    texts = visit.language.unit
    others = [plain(one.short_name) for one in parts_of(visit.catalogue, province) if one.code != unit.code]
    sentence = texts.successor_merged if others else texts.successor
    told = sentence.format(
        name=plain(province.name_2025), new=province.code_2025, old=province.code_2022, others=", ".join(others)
    )
    st.caption(told)


def show_merged(province: Province, visit: Visit) -> None:
    """A province of 2025 as one: its headline, then the unions it was made of, each with its own number."""
    language, texts = visit.language, visit.language.unit
    st.markdown(f"## {plain(province.name_2025)}")
    overview = fetch_overview(visit.records, visit.filters)
    show_headline(overview, language)
    show_cards(overview, language)
    numbers, heads = language.numbers, language.tables.columns
    targets = fetch_targets(visit.records, visit.filters.changed(boundary=Boundary.OLD))
    counted = {row["unit_code"]: row for row in targets.iter_rows(named=True)}
    rows = [
        [
            language.names.word(unit.name),
            numbers.count(counted[unit.code]["uploads"]),
            numbers.percent(counted[unit.code]["reached_pct"], 2),
        ]
        for unit in parts_of(visit.catalogue, province)
    ]
    with st.container(border=True):
        show_title(texts.parts_title.format(count=numbers.count(len(rows))), texts.parts_note, (), language)
        names = [heads["unit_name"], heads["uploads"], heads["reached_pct"]]
        show_small_table(names, rows, numbers=(1, 2))
        with st.container(horizontal=True, gap="small"):
            for unit in parts_of(visit.catalogue, province):
                params = link_params(visit.filters.changed(units=(unit.code,)))
                st.page_link("pages/unit.py", label=plain(unit.short_name), query_params=params, width="content")
