"""HTML tables: complete in print, cards on phones, accessible, sortable by their headers (static/tables.js)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Final, NamedTuple

from charts.kit.lettering import text_width
from language.words.formatting import MISSING

_CARDS_FROM: Final = 4  # columns: fewer have room on a phone,
_ROOM_OF_THREE: Final = 80  # unless three hold more letters than two lines of it
_FOLDED_FROM: Final = 8  # rows: five stand before “xem thêm”, and fewer than three are no longer than that button
_MOST_OF_A_HEAD: Final = 9  # em: longer headings have more than two lines


class Cell(NamedTuple):
    """The text of a cell, and its sort key where that differs."""

    text: str
    value: float | str | None = None
    href: str = ""


@dataclass(frozen=True)
class Head:
    """A column header: title, field name if any, alignment."""

    title: str
    field: str = ""
    kind: str = ""  # number, long, whole, who: style.css


def table_of(
    heads: Sequence[Head], rows: Sequence[Sequence[Cell]], *, marked: Sequence[int] = (), caption: str = ""
) -> str:
    """The HTML of a table; `marked` rows in bold. An empty cell says “–”, and is no line of a card."""
    label = f' aria-label="{escape(caption)}"' if caption else ""
    head = "".join(
        f"<th{_of_kind(head)}{_room(head.title)}{_of_field(head)}>{escape(head.title)}</th>" for head in heads
    )
    body = "".join(_row(heads, row, is_marked=number in marked) for number, row in enumerate(rows))
    kinds = [*(["cards"] if _are_cards(rows, len(heads)) else []), *(["all"] if len(rows) < _FOLDED_FROM else [])]
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    return f"<table{kind}{label}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _are_cards(rows: Sequence[Sequence[Cell]], columns: int) -> bool:
    """Whether rows are cards on a phone, where columns would be a word or two wide."""
    longest = sum(max(len(row[place].text) for row in rows) for place in range(columns)) if rows else 0
    return columns >= _CARDS_FROM or (columns == _CARDS_FROM - 1 and longest > _ROOM_OF_THREE)


@lru_cache(maxsize=2_000)
def _room(title: str) -> str:
    """The width that lets a heading stand in two lines: style.css. One of two words needs none."""
    words = title.split(" ")
    if len(words) < 3:
        return ""
    halves = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    width = min(max(text_width(half, 1, bold=True) for half in both) for both in halves)
    return f' style="--head:{min(width, _MOST_OF_A_HEAD):.1f}em"'


def _row(heads: Sequence[Head], row: Sequence[Cell], *, is_marked: bool) -> str:
    cells = "".join(
        f"<td{_of_kind(head)}{_sorted_by(cell)}{_is_empty(head, cell)}>{_written(head, cell)}</td>"
        for head, cell in zip(heads, row, strict=True)
    )
    return f'<tr class="marked">{cells}</tr>' if is_marked else f"<tr>{cells}</tr>"


def _is_empty(head: Head, cell: Cell) -> str:
    return "" if cell.text or not head.title else " data-empty"


def _written(head: Head, cell: Cell) -> str:
    text = escape(cell.text or (MISSING if head.title else ""))
    return f'<a href="{escape(cell.href)}">{text}</a>' if cell.href else text


def _of_kind(head: Head) -> str:
    return f' class="{head.kind}"' if head.kind else ""


def _sorted_by(cell: Cell) -> str:
    return "" if cell.value is None else f' data-value="{escape(str(cell.value))}"'


def _of_field(head: Head) -> str:
    return f' data-field="{head.field}"' if head.field else ""
