"""The cross table: what to put where, and the table with its sums."""

from typing import Final

import streamlit as st

from data_access.queries.pivot import fetch_pivot
from interface.shell.choosing import Chooser
from interface.shell.visit import Visit
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from language.languages import Language
from model.codes import NONE
from model.dimensions import CUBE
from model.folding import vietnamese_key
from model.pivot import DIMENSIONS, MEASURES, RATIOS, SHARES, Pivot

_DEFAULTS: Final = {"down": "sector", "across": "level", "of": "uploads", "share": "none"}
_LADDERS: Final = {dimension.code: dimension.codes for dimension in CUBE if dimension.codes}
_NAMES: Final = {dimension.code: dimension.names for dimension in CUBE if dimension.names}
_ALLOWED: Final = {"down": DIMENSIONS, "across": DIMENSIONS, "of": MEASURES, "share": SHARES}


def chosen(parameter: str) -> str:
    """What the address says of a part of the table."""
    value = st.query_params.get(parameter, "")
    return value if value in _ALLOWED[parameter] else _DEFAULTS[parameter]


def choose_pivot(visit: Visit) -> None:
    """Four lists: rows, columns, measure, and what the cells show."""
    texts = visit.language.explore
    choose = Chooser(visit.catalogue, visit.language)
    names = {"down": texts.dimensions, "across": texts.dimensions, "of": texts.measures, "share": texts.shares}
    with st.grid(len(names), min_column_width=180):
        for parameter, options in _ALLOWED.items():
            label = names[parameter].__getitem__
            choose.from_list(parameter, getattr(texts, parameter), options, chosen(parameter), label, key="pivot")


def show_pivot(visit: Visit) -> None:
    """The table with subtotals and totals, or why there is none."""
    texts, language = visit.language.explore, visit.language
    down, across, measure = chosen("down"), chosen("across"), chosen("of")
    if down == across:
        st.info(texts.same_dimension)
        return
    if measure == "review" and "month" in (down, across):
        st.info(texts.stock_by_month)
        return
    pivot = fetch_pivot(visit.records, visit.filters, down, across, measure)
    title = texts.pivot_title.format(
        measure=texts.measures[measure], down=texts.dimensions[down], across=texts.dimensions[across]
    )
    moment = language.numbers.moment(pivot.moment) if pivot.moment else language.facts.unknown
    with st.container(border=True):
        show_title(title, texts.pivot_note, [f"**{language.facts.as_of_label}:** {moment}"], language)
        heads, rows, marked = _rows(pivot, visit)
        show_small_table(heads, rows, numbers=range(1, len(heads)), marked=marked, caption=title)


def _rows(pivot: Pivot, visit: Visit) -> tuple[list[str], list[list[str]], list[int]]:
    """Heads, rows and the numbers of those that are sums."""
    texts, share = visit.language.explore, chosen("share")
    across = _in_order(pivot.cells["across"].unique().to_list(), pivot.across, visit)
    heads = [texts.dimensions[pivot.down], *(_name(pivot.across, code, visit) for code in across), texts.total]
    rows: list[list[str]] = []
    marked: list[int] = []

    def add(label: str, codes: tuple[str, ...] | None, *, is_sum: bool) -> None:
        if is_sum:
            marked.append(len(rows))
        rows.append([label, *(_cell(pivot, codes, code, share, visit.language) for code in (*across, None))])

    codes = _in_order(pivot.cells["down"].unique().to_list(), pivot.down, visit)
    for group in dict.fromkeys(pivot.groups.get(code, "") for code in codes):
        inside = tuple(code for code in codes if pivot.groups.get(code, "") == group)
        for code in inside:
            add(_name(pivot.down, code, visit), (code,), is_sum=False)
        if group:
            names = visit.language.names
            label = names.regions.get(group) or names.kinds.get(group, group)
            add(texts.subtotal.format(group=label), inside, is_sum=True)
    add(texts.total, None, is_sum=True)
    return heads, rows, marked


def _cell(pivot: Pivot, down: tuple[str, ...] | None, across: str | None, share: str, language: Language) -> str:
    value = pivot.value(down, across)
    numbers = language.numbers
    if value is None:
        return "–"
    if share != "none" and pivot.measure not in RATIOS:
        whole = {"row": pivot.value(down, None), "column": pivot.value(None, across), "all": pivot.value()}[share]
        return numbers.percent(100 * value / whole) if whole else "–"
    if pivot.measure.endswith("_pct"):
        return numbers.percent(value)
    return numbers.money_vnd(value) if pivot.measure.startswith("benefit") else numbers.count(value)


def _in_order(codes: list[str], dimension: str, visit: Visit) -> list[str]:
    """Months by time, levels as they rise, everything else by name, what is not known last; units by region first."""
    if dimension == "month":
        return sorted(codes)
    if dimension in _LADDERS:
        return sorted(codes, key=lambda code: (code == NONE, _LADDERS[dimension].index(code)))
    units = visit.catalogue.unit_by_code
    group = {code: (units[code].region or f"~{units[code].kind}") for code in codes} if dimension == "unit" else {}
    return sorted(
        codes, key=lambda code: (code == NONE, group.get(code, ""), vietnamese_key(_name(dimension, code, visit)))
    )


def _name(dimension: str, code: str, visit: Visit) -> str:
    names, texts = visit.language.names, visit.language.explore
    if dimension == "month":
        year, _, month = code.partition("-")
        return f"{month}/{year}"
    if dimension == "unit":
        return visit.catalogue.unit_by_code[code].short_name
    if dimension == "cluster":
        return names.word(visit.catalogue.clusters.get(code, "")) or visit.language.facts.unknown
    if dimension in ("region", "kind"):
        return {**names.regions, **names.kinds}.get(code, visit.language.facts.unknown)
    if dimension == "band":
        return texts.bands[code]
    return names.by_code(_NAMES[dimension]).get(code, code)
