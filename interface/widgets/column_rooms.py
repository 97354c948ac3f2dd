"""How much room the columns of an HTML table ask for: no heading of three lines, and words on one line or two."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from charts.kit.lettering import text_width

_EM: Final = 14.7  # px of the letters of a table
_BESIDE: Final = 19  # px of the padding of a cell
_BESIDE_WORDS: Final = 22  # px, as style.css adds them
_SIGN: Final = 11  # px of the sign of the order beside a heading
_IN_VIEW: Final = {False: 970, True: 1012}  # px in a window of 1366: tables that sort have no frame around them
_MANY: Final = 10  # columns that stand closer,
_CLOSER: Final = 9  # px each
_SLACK: Final = 1.04  # of letters of words: style.css
_SENTENCES: Final = 224  # px of a column of sentences
_MOST_OF_A_HEAD: Final = 14  # em: longer headings have more than two lines
_MOST_OF_A_PAIR: Final = 6  # em: two words as short as this stand side by side
_SHORT: Final = 16  # letters of a cell that stay on one line
_MOST_OF_WORDS: Final = 11.5  # em of two lines of a cell
_MOST_OF_TIGHT_WORDS: Final = (10, 8, 6.5)  # em: the first with which all are in view


class Texts(NamedTuple):
    """A column: its heading, its longest cell, its kind (number, long, whole, who), whether a click sorts by it, and
    how wide it is at least, in px.
    """

    title: str
    longest: str
    kind: str = ""
    sorts: bool = False
    least: int = 68


def styles_of(columns: Sequence[Texts]) -> list[str]:
    """Of each column the variables `--head` and `--words` in em: how wide a heading is in two lines, and words in two.

    Short headings and cells have one line, as long as all columns are in view with it and no sentences need the room.
    """
    has_sentences = any(column.kind == "long" for column in columns)
    tries = [_needs_of(columns, most) for most in (*(() if has_sentences else (None,)), *_MOST_OF_TIGHT_WORDS)]
    in_view = _IN_VIEW[all(column.sorts for column in columns)] + _CLOSER * len(columns) * (len(columns) >= _MANY)
    fitting = (needs for needs in tries if sum(map(_width, columns, needs)) <= in_view)
    return [_written(*each) for each in next(fitting, tries[-len(_MOST_OF_TIGHT_WORDS)])]


def _needs_of(columns: Sequence[Texts], most: float | None) -> list[tuple[float, float]]:
    """How wide headings and words are in em; 0 where they ask for nothing.

    `most` of words in two lines, but of those in front; None: short ones and headings of two short words have one line.
    """
    needs = []
    for place, column in enumerate(columns):
        words = column.longest if column.kind in ("", "who") else ""
        width = text_width(words, 1) if most is None and len(words) <= _SHORT else _in_two_lines(words)
        limit = most if most and place else _MOST_OF_WORDS
        needs.append((_head(column.title, is_tight=most is not None), min(width, limit)))
    return needs


@lru_cache(maxsize=2_000)
def _head(title: str, *, is_tight: bool) -> float:
    if len(title.split(" ")) > 2:
        return min(_in_two_lines(title, bold=True), _MOST_OF_A_HEAD)
    width = text_width(title, 1, bold=True)
    return width if " " in title and width <= _MOST_OF_A_PAIR and not is_tight else 0


@lru_cache(maxsize=2_000)
def _in_two_lines(text: str, *, bold: bool = False) -> float:
    """The least width in em of two lines of a text."""
    words = text.split(" ")
    halves = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    widths = (max(text_width(half, 1, bold=bold) for half in both) for both in halves)
    return min(widths, default=text_width(text, 1, bold=bold))


def _width(column: Texts, needs: tuple[float, float]) -> float:
    """The width in px that a column has at least."""
    head, words = needs
    if column.kind == "long":
        return _SENTENCES
    cells = words * _SLACK * _EM + _BESIDE_WORDS if words else text_width(column.longest, _EM) + _BESIDE
    title = head or max((text_width(word, 1, bold=True) for word in column.title.split(" ")), default=0)
    beside = (_BESIDE_WORDS if head else _BESIDE) + _SIGN * column.sorts
    return max(column.least, cells, title * _EM + beside)


def _written(head: float, words: float) -> str:
    both = (("--head", head), ("--words", words))
    return ";".join(f"{name}:{width:.1f}em" for name, width in both if width)
