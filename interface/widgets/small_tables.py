"""Small tables of formatted cells that wrap on phones, work with screen readers, and print."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Final, Literal

import streamlit as st

from interface.widgets.table_markup import Cell, Head, table_of

AT_ONCE: Final = 100  # rows


def show_small_table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numbers: Sequence[int] = (),
    marked: Sequence[int] = (),
    long: Sequence[int] = (),
    whole: Sequence[int] = (),
    caption: str = "",
    links: Mapping[int, Sequence[str]] | None = None,
    write_count: Callable[[int], str] = str,
) -> None:
    """Draw rows of formatted cells; beyond AT_ONCE rows, in parts of a hundred.

    `numbers` are right-aligned columns, `long` those with sentences, `whole` those that never wrap, `marked` the rows
    in bold, `links` the targets of the cells of a column. `write_count` formats row positions. Columns without any text
    are left out.
    """
    kinds = {place: kind for kind, of in (("number", numbers), ("long", long), ("whole", whole)) for place in of}
    filled = [place for place in range(len(heads)) if not rows or any(row[place] for row in rows)]
    columns = [Head(heads[place], kind=kinds.get(place, "")) for place in filled]
    cells = [
        [Cell(row[place], href=links[place][number] if links and place in links else "") for place in filled]
        for number, row in enumerate(rows)
    ]
    tables = [
        table_of(
            columns,
            cells[first : first + AT_ONCE],
            marked=[line - first for line in marked if 0 <= line - first < AT_ONCE],
            caption=caption,
        )
        for first in range(0, max(len(cells), 1), AT_ONCE)
    ]
    closed = "".join(
        f"<details><summary>{escape(_places(number * AT_ONCE, len(rows), write_count))}</summary>{table}</details>"
        for number, table in enumerate(tables[1:], 1)
    )
    st.html(f'<div class="small-table">{tables[0]}{closed}</div>')


def height_of(rows: int, most: int, *, row: int = 60, head: int = 100) -> int | Literal["content"]:
    """The height of a scrolling box, without empty space below few rows.

    `row` and `head` are maximum heights in pixels.
    """
    return most if head + row * rows > most else "content"


def show_on_paper(heads: Sequence[str], rows: Sequence[Sequence[str]], *, long: Sequence[int] = ()) -> None:
    """Draw, in print only, the rows of a virtualised table."""
    columns = [Head(title, kind="long" if number in long else "") for number, title in enumerate(heads)]
    table = table_of(columns, [[Cell(text) for text in row] for row in rows])
    st.html(f'<div class="small-table paper-only">{table}</div>')


def _places(before: int, total: int, write_count: Callable[[int], str]) -> str:
    return f"{write_count(before + 1)}–{write_count(min(before + AT_ONCE, total))} / {write_count(total)}"
