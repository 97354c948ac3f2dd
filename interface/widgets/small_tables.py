"""Small tables of worded cells: they wrap on a phone, read aloud as tables, and print."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Final

import streamlit as st

AT_ONCE: Final = 100  # rows
_STYLE: Final = """<style>
.small-table { overflow-x: auto; }
.small-table table { border-collapse: collapse; width: 100%; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
.small-table th { text-align: left; font-weight: 600; opacity: 0.8; padding: 0.3rem 0.6rem; vertical-align: bottom; }
.small-table td { padding: 0.35rem 0.6rem; border-top: 1px solid rgba(140, 155, 175, 0.35); vertical-align: top; }
.small-table td:first-child:not(.number) { min-width: 7rem; }
.small-table td:not(:first-child):not(.number) { min-width: 5.5rem; }
.small-table td.long { min-width: 15rem; }
.small-table .number { text-align: right; white-space: nowrap; }
.small-table .whole { white-space: nowrap; }
.small-table summary { padding: 0.45rem 0.6rem; font-weight: 600; cursor: pointer; }
.small-table tr.marked td { font-weight: 700; }
</style>"""


def show_small_table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numbers: Sequence[int] = (),
    marked: Sequence[int] = (),
    long: Sequence[int] = (),
    whole: Sequence[int] = (),
    caption: str = "",
    counted: Callable[[int], str] = str,
) -> None:
    """Rows of cells that are already written in the language; more than AT_ONCE are opened hundred by hundred.

    `numbers` are the columns that stand at the right, `long` those with sentences, `whole` those whose words
    stay on one line, `marked` the rows in bold. `counted` writes the places of rows.
    """
    kinds = {"number": numbers, "long": long, "whole": whole}
    classes = {place: f' class="{kind}"' for kind, places in kinds.items() for place in places}

    def cells(tag: str, values: Sequence[str]) -> str:
        return "".join(f"<{tag}{classes.get(place, '')}>{escape(value)}</{tag}>" for place, value in enumerate(values))

    written = [
        f'<tr class="marked">{cells("td", row)}</tr>' if number in marked else f"<tr>{cells('td', row)}</tr>"
        for number, row in enumerate(rows)
    ]
    head = f"<thead><tr>{cells('th', heads)}</tr></thead>"
    label = f' aria-label="{escape(caption)}"' if caption else ""
    tables = [
        f"<table{label}>{head}<tbody>{''.join(written[first : first + AT_ONCE])}</tbody></table>"
        for first in range(0, max(len(written), 1), AT_ONCE)
    ]
    closed = "".join(
        f"<details><summary>{_places(number * AT_ONCE, len(rows), counted)}</summary>{table}</details>"
        for number, table in enumerate(tables[1:], 1)
    )
    st.html(f'{_STYLE}<div class="small-table">{tables[0]}{closed}</div>')


def _places(before: int, total: int, counted: Callable[[int], str]) -> str:
    return f"{counted(before + 1)}–{counted(min(before + AT_ONCE, total))} / {counted(total)}"
