"""How much room the columns of an HTML table ask for: no heading of three lines, and words on one line or two."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from charts.kit.lettering import text_width

_EM: Final = 14.7  # px of the letters of a table
_BESIDE: Final = 22  # px of the padding of a cell
_SIGN: Final = 12  # px of the sign of the order beside a heading
_IN_VIEW: Final = 970  # px that a table has in a window of 1366
_LEAST: Final = 68  # px of a column of numbers
_SENTENCES: Final = 224  # px of a column of sentences
_MOST_OF_A_HEAD: Final = 14  # em: longer headings have more than two lines
_MOST_OF_A_PAIR: Final = 6  # em: two words as short as this stand side by side
_SHORT: Final = 16  # letters of a cell that stay on one line
_MOST_OF_WORDS: Final = 11.5  # em of two lines of a cell
_MOST_OF_TIGHT_WORDS: Final = 10  # em


class Texts(NamedTuple):
    """A column: its heading, its longest cell, its kind (number, long, whole, who), and whether a click sorts by it."""

    title: str
    longest: str
    kind: str = ""
    sorts: bool = False


def styles_of(columns: Sequence[Texts]) -> list[str]:
    """Of each column the variables `--head` and `--words` in em: how wide a heading is in two lines, and words in two.

    Short headings and cells have one line, as long as all columns are in view with it and no sentences need the room.
    """
    loose = [_needs_of(column, is_first=not place, is_tight=False) for place, column in enumerate(columns)]
    has_sentences = any(column.kind == "long" for column in columns)
    if (
        not has_sentences
        and sum(_width(column, *needs) for column, needs in zip(columns, loose, strict=True)) <= _IN_VIEW
    ):
        return [_written(*needs) for needs in loose]
    return [_written(*_needs_of(column, is_first=not place, is_tight=True)) for place, column in enumerate(columns)]


def _needs_of(column: Texts, *, is_first: bool, is_tight: bool) -> tuple[float, float]:
    """How wide heading and words are in em; 0 where they ask for nothing. Whom a row is about comes first."""
    words = column.longest if column.kind in ("", "who") else ""
    most = _MOST_OF_TIGHT_WORDS if is_tight and not is_first else _MOST_OF_WORDS
    one_line = len(words) <= _SHORT and not is_tight
    width = text_width(words, 1) if one_line else _in_two_lines(words)
    return _head(column.title, is_tight=is_tight), min(width, most)


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


def _width(column: Texts, head: float, words: float) -> float:
    """The width in px that a column has at least."""
    if column.kind == "long":
        return _SENTENCES
    cells = words or text_width(column.longest, 1)
    title = head or max((text_width(word, 1, bold=True) for word in column.title.split(" ")), default=0)
    return max(_LEAST, cells * _EM + _BESIDE, title * _EM + _BESIDE + _SIGN * column.sorts)


def _written(head: float, words: float) -> str:
    both = (("--head", head), ("--words", words))
    return ";".join(f"{name}:{width:.1f}em" for name, width in both if width)
