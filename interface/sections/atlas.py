"""The map on a page: the SVG, selection by click, the same numbers as a list, and units without a place."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any, Final, Literal

import polars as pl
import streamlit as st

from charts.kit.theme import Look
from charts.map import Drawing, draw_map
from exports.html import DRAWING
from interface.shell import address
from interface.widgets.more import show_more
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from language.languages import Language
from language.words.beginning import at_beginning
from model.address import parse
from model.atlas import Atlas
from model.catalogue import Catalogue
from model.codes import Basis
from model.edges import Row
from model.exactness import sum_qualifier, with_sign
from model.filters import Filters
from model.folding import vietnamese_key
from model.measures import ADDITIVE
from presentation.facts import write_measure

_ROWS_IN_VIEW: Final = 20
_ROW_HEIGHT: Final = 37
_ROWS_OF_TWO: Final = 5  # more stand in two lists, side by side
_MOST_LINKS: Final = 6
_HERE: Final = Path(__file__).parent
_component: Final = st.components.v2.component(
    "atlas",
    html='<div class="atlas"></div>',
    css=(_HERE / "atlas.css").read_text(encoding="utf-8"),
    js=DRAWING + (_HERE / "atlas.js").read_text(encoding="utf-8"),
)


def show_atlas(atlas: Atlas, shape: str, filters: Filters, catalogue: Catalogue, look: Look) -> None:
    """Draw the map; a click adds the units of a place to the address or removes them."""
    drawing = draw_map(atlas, shape, selected_groups(atlas, filters, catalogue), look)

    def chosen() -> None:
        state: Any = st.session_state["atlas"]
        # Streamlit repeats a trigger when a fragment runs: the moment of the click tells them apart.
        if state.chosen and state.chosen["at"] != st.session_state.get("atlas_clicked"):
            st.session_state["atlas_clicked"] = state.chosen["at"]
            toggle_place(str(state.chosen["code"]), catalogue)

    data = {**drawing, "paper": _on_paper(atlas, shape, look, drawing), "broken": look.language.map.broken}
    _component(data=data, key="atlas", on_chosen_change=chosen)


def toggle_place(code: str, catalogue: Catalogue) -> None:
    """Add the units of a place to the address, or remove them where all of them are in it."""
    units, (now, _) = catalogue.find_units(code), parse(address.newest(), catalogue)
    others = [unit for unit in now.units if unit not in units]
    address.write({"unit": others if set(units) <= set(now.units) else [*others, *units]}, catalogue)


def _on_paper(atlas: Atlas, shape: str, look: Look, drawing: Drawing) -> Drawing:
    """The colours of the places in print, which always uses the light palette."""
    light = draw_map(atlas, shape, (), replace(look, dark=False)) if look.dark else drawing
    places = [{"fill": place["fill"], "ink": place["ink"]} for place in light["places"]]
    return {"places": places, "legend": light["legend"], "ink": light["ink"], "line": light["line"]}


def selected_groups(atlas: Atlas, filters: Filters, catalogue: Catalogue) -> set[str]:
    """The places all of whose units are in the address."""
    codes = atlas.frame["unit_code"].to_list() if filters.units else []
    return {code for code in codes if set(catalogue.find_units(code)) <= set(filters.units)}


def show_chosen(filters: Filters, catalogue: Catalogue, language: Language) -> None:
    """Draw links to the pages of the selected unions."""
    with st.container(horizontal=True, gap="small", key="chosen"):
        for code in filters.units[:_MOST_LINKS]:
            label = language.map.open_unit.format(
                unit=plain(language.names.word(catalogue.unit_by_code[code].short_name))
            )
            params = address.link_params(filters.changed(units=(code,)))
            st.page_link("pages/unit.py", label=label, icon=":material/apartment:", query_params=params)
        show_more(len(filters.units) - _MOST_LINKS, language)


def show_total(atlas: Atlas, language: Language, whole: str, qualifier: str | None = None) -> None:
    """Draw the total and how it splits into units on the map and elsewhere."""
    if atlas.total is None or atlas.measure not in ADDITIVE:
        return
    texts = language.map
    whole = plain(at_beginning(whole))
    total = write_measure(atlas.total, atlas.measure, language)
    params = {"total": language.names.qualified(total, qualifier)}
    if atlas.basis is Basis.PUBLISHED:
        st.markdown(texts.total_published.format(whole=whole, listed=_sum(atlas.frame, atlas, language), **params))
        return
    sums = {"on_map": _sum(atlas.on_map, atlas, language), "elsewhere": _sum(atlas.elsewhere, atlas, language)}
    st.markdown(texts.total.format(**params, **sums))


def _sum(frame: pl.DataFrame, atlas: Atlas, language: Language) -> str:
    places = frame.filter("in_scope").drop_nulls("value")
    text = write_measure(float(places["value"].sum()), atlas.measure, language)
    return language.names.qualified(text, sum_qualifier(places["qualifier"]))


def show_list(atlas: Atlas, selected: set[str], look: Look) -> None:
    """Draw all places in scope, highest first, then the names of those without a number."""
    rows = atlas.on_map.filter("in_scope")
    places = rows.filter(pl.col("value").is_not_null()).rows(named=True)
    marked = [number for number, row in enumerate(places) if row["unit_code"] in selected]
    with st.container(height=_list_height(len(places), look), border=False, key="places"):
        _show(places, "name", atlas, look, marked=marked)
    _show_unknown(rows, look.language)


def _list_height(rows: int, look: Look) -> int | Literal["content"]:
    """The height of the list: one taller than the map, whose height it takes (style.css), scrolls; short lists and
    phone layouts take their own height.
    """
    return "content" if rows <= _ROWS_IN_VIEW or not look.wide else _ROWS_IN_VIEW * _ROW_HEIGHT


def show_elsewhere(atlas: Atlas, look: Look) -> None:
    """Draw the unions without a territory, where there is room half of them beside the others."""
    rows = atlas.elsewhere.filter("in_scope")
    places = rows.filter(pl.col("value").is_not_null()).rows(named=True)
    half = -(-len(places) // 2) if look.wide and len(places) > _ROWS_OF_TWO else len(places)
    halves = [part for part in (places[:half], places[half:]) if part]
    for part, side in zip(halves, st.columns(len(halves), gap="large") if halves else (), strict=True):
        with side:
            _show(part, "unit", atlas, look)
    _show_unknown(rows, look.language)


def _show_unknown(rows: pl.DataFrame, language: Language) -> None:
    names = rows.filter(pl.col("value").is_null())["short_name"].to_list()
    if names:
        text = ", ".join(plain(language.names.word(name)) for name in sorted(names, key=vietnamese_key))
        st.caption(language.map.unknown.format(count=language.numbers.count(len(names)), names=text))


def _show(rows: Sequence[Row], title: str, atlas: Atlas, look: Look, *, marked: Sequence[int] = ()) -> None:
    texts = look.language.map
    shared = any(row["share_pct"] is not None for row in rows)
    names = ["rank", title, "value", *(["share"] if shared else [])]
    cells = [_cells(row, atlas, look.language) for row in rows]
    table = [[cell[name] for name in names] for cell in cells]
    places = [place for place, name in enumerate(names) if name in ("rank", "value", "share")]
    measure = look.language.names.measure(str(atlas.measure))
    heads = [measure if name == "value" else texts.columns[name] for name in names]
    show_small_table(heads, table, numbers=places, marked=marked, caption=texts.list_title)


def _cells(row: Row, atlas: Atlas, language: Language) -> dict[str, str]:
    numbers = language.numbers
    value = write_measure(row["value"], atlas.measure, language)
    return {
        "rank": numbers.count(row["rank"]),
        "name": language.names.word(row["short_name"]),
        "unit": language.names.word(row["short_name"]),
        "value": language.names.qualified(value, row["qualifier"]),
        "share": with_sign(numbers.percent(row["share_pct"]), row["share_qualifier"]),
    }


def show_licence(language: Language) -> None:
    """Draw the line required by the licence of the outlines."""
    st.html(f'<p style="opacity:.75;font-size:.8rem">{escape(language.map.licence)}</p>')
