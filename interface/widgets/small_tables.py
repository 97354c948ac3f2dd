"""Small tables of worded cells: they wrap on a phone, read aloud as tables, and print."""

from collections.abc import Sequence
from html import escape
from typing import Final

import streamlit as st

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
) -> None:
    """Rows of cells that are already written in the language.

    `numbers` are the columns that stand at the right, `long` those with sentences, `whole` those whose words
    stay on one line, `marked` the rows in bold.
    """
    kinds = {"number": numbers, "long": long, "whole": whole}
    classes = {place: f' class="{kind}"' for kind, places in kinds.items() for place in places}

    def cells(tag: str, values: Sequence[str]) -> str:
        return "".join(f"<{tag}{classes.get(place, '')}>{escape(value)}</{tag}>" for place, value in enumerate(values))

    body = "".join(
        f'<tr class="marked">{cells("td", row)}</tr>' if number in marked else f"<tr>{cells('td', row)}</tr>"
        for number, row in enumerate(rows)
    )
    head = f"<thead><tr>{cells('th', heads)}</tr></thead>"
    label = f' aria-label="{escape(caption)}"' if caption else ""
    st.html(f'{_STYLE}<div class="small-table"><table{label}>{head}<tbody>{body}</tbody></table></div>')
