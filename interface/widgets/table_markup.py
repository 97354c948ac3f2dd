"""HTML tables: complete in print, cards on phones, accessible, sortable by their headers (static/tables.js)."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, NamedTuple

from interface.widgets.column_rooms import Texts, longest_word, stand_close, styles_of
from language.words.formatting import MISSING

_CARDS_FROM: Final = 4  # columns: fewer have room on a phone,
_ROOM_OF_THREE: Final = 80  # unless three hold more letters than two lines of it
_OF_UNITS: Final = 180  # px of a column of their names, and of any other: style.css
_OF_OTHERS: Final = 68
_BROKEN: Final = ("", "who", "long")  # kinds whose cells have several lines
_FOLDED_FROM: Final = 8  # rows: five stand before “xem thêm”, and fewer than three are no longer than that button


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
    columns = _columns(heads, rows)
    head = "".join(
        f"<th{_of_kind(head)}{_styled(room)}{_of_field(head)}>{escape(head.title)}</th>"
        for head, room in zip(heads, styles_of(columns), strict=True)
    )
    body = "".join(_row(heads, row, is_marked=number in marked) for number, row in enumerate(rows))
    kinds = {"cards": _are_cards(rows, len(heads)), "all": len(rows) < _FOLDED_FROM, "close": stand_close(columns)}
    classes = " ".join(kind for kind, applies in kinds.items() if applies)
    kind = f' class="{classes}"' if classes else ""
    return f"<table{kind}{label}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _are_cards(rows: Sequence[Sequence[Cell]], columns: int) -> bool:
    """Whether rows are cards on a phone, where columns would be a word or two wide."""
    longest = sum(max(len(row[place].text) for row in rows) for place in range(columns)) if rows else 0
    return columns >= _CARDS_FROM or (columns == _CARDS_FROM - 1 and longest > _ROOM_OF_THREE)


def _columns(heads: Sequence[Head], rows: Sequence[Sequence[Cell]]) -> list[Texts]:
    return [
        Texts(
            head.title,
            max((row[place].text for row in rows), key=len, default=""),
            head.kind,
            bool(head.field),
            _OF_UNITS if head.field == "unit_name" else _OF_OTHERS,
            longest_word({row[place].text for row in rows}) if head.kind in _BROKEN else "",
        )
        for place, head in enumerate(heads)
    ]


def _styled(style: str) -> str:
    return f' style="{style}"' if style else ""


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
