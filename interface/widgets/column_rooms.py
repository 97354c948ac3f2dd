"""How much room the columns of an HTML table ask for: no heading of three lines, and words on one line or two."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from charts.kit.lettering import text_width
from language.words.unbroken import divisible, spaced, unbroken

_EM: Final = 14.7  # px of the letters of a table
_BESIDE: Final = 19  # px of the padding of a cell
_BESIDE_WORDS: Final = 22  # px, as style.css adds them
_SIGN: Final = 11  # px of the sign of the order beside a heading
_IN_VIEW: Final = {False: 970, True: 1012}  # px in a window of 1366: tables that sort have no frame around them
_BROADER: Final = 520  # px more in a window of 1900 (style.css), a bar to scroll by beside them
_MANY: Final = 10  # columns that stand closer,
_CLOSER: Final = 9  # px each
_SLACK: Final = 1.04  # of letters of words: style.css
_SENTENCES: Final = 224  # px of a column of sentences
_MOST_OF_A_HEAD: Final = 14  # em: longer headings have more than two lines
_MOST_OF_A_PAIR: Final = 6  # em: two words as short as this stand side by side
_SHORT: Final = 16  # letters of a cell that stay on one line
_MOST_OF_WORDS: Final = 11.5  # em of two lines of a cell
_Needs: TypeAlias = list[tuple[float, float]]  # of the heading and of the words of each column
_MOST_OF_TIGHT_WORDS: Final = (10, 8, 6.5)  # em: the first with which all are in view


class Texts(NamedTuple):
    """A column: its heading, its longest cell, its kind (number, long, whole, who), whether a click sorts by it, how
    wide it is at least, in px, and the longest of what no line ends in.
    """

    title: str
    longest: str
    kind: str = ""
    sorts: bool = False
    least: int = 68
    word: str = ""


def styles_of(columns: Sequence[Texts]) -> list[str]:
    """Of each column the variables `--head` and `--words` in em: how wide a heading is in two lines, and words in two.

    Short headings and cells have one line, as long as all columns are in view with it and no sentences need the room.
    `--broad` is how wide both are in a broad window, where there is room for more of them on one line.
    """
    has_sentences = any(column.kind == "long" for column in columns)
    tries = [_needs_of(columns, most) for most in (*(() if has_sentences else (None,)), *_MOST_OF_TIGHT_WORDS)]
    in_view = _IN_VIEW[all(column.sorts for column in columns)] + _CLOSER * len(columns) * stand_close(columns)
    needs, broad = (_first_in_view(columns, tries, room) for room in (in_view, in_view + _BROADER))
    broad_rooms = _on_one_line(columns, broad, in_view + _BROADER)
    return [_written(*each, room) for each, room in zip(needs, broad_rooms, strict=True)]


def longest_word(texts: Iterable[str]) -> str:
    """The longest of what no line ends in: a range of two moments is a word."""
    return max((word for text in texts for word in unbroken(text).split(" ")), key=len, default="")


def stand_close(columns: Sequence[Texts]) -> bool:
    """Whether there is less room beside their words (style.css): of many columns, and where words would break more."""
    needs = sum(map(_width, columns, _needs_of(columns, _MOST_OF_TIGHT_WORDS[0])))
    return len(columns) >= _MANY or needs > _IN_VIEW[all(column.sorts for column in columns)]


def _first_in_view(columns: Sequence[Texts], tries: Sequence[_Needs], in_view: float) -> _Needs:
    fitting = (needs for needs in tries if sum(map(_width, columns, needs)) <= in_view)
    return next(fitting, tries[-len(_MOST_OF_TIGHT_WORDS)])


def _on_one_line(columns: Sequence[Texts], needs: _Needs, in_view: float) -> list[float]:
    """How wide heading and words of each column are in em, the shortest on one line as long as all are in view."""
    rooms = list(needs)
    wishes = []
    for place, column in enumerate(columns):
        head = text_width(column.title, 1, bold=True) if " " in column.title else 0
        words = text_width(column.longest, 1) if column.kind in ("", "who") else 0
        wishes += [(head, place, 0), (words, place, 1)]
    for width, place, part in sorted(wishes):
        if rooms[place][part] < width <= _MOST_OF_A_HEAD and columns[place].kind != "long":
            wider = (width, rooms[place][1]) if part == 0 else (rooms[place][0], width)
            wished = [*rooms[:place], wider, *rooms[place + 1 :]]
            if sum(map(_width, columns, wished)) <= in_view:
                rooms = wished
    return [max(head, _SLACK * words) for head, words in rooms]


def _needs_of(columns: Sequence[Texts], most: float | None) -> _Needs:
    """How wide headings and words are in em; 0 where they ask for nothing.

    `most` of words in two lines, but of those in front; None: short ones and headings of two short words have one line.
    """
    needs = []
    for place, column in enumerate(columns):
        words = column.longest if column.kind in ("", "who") else ""
        width = text_width(words, 1) if most is None and len(words) <= _SHORT else _in_two_lines(words)
        limit = most if most and place else _MOST_OF_WORDS
        least = text_width(column.word, 1) if words else 0
        needs.append((_head(column.title, is_tight=most is not None), max(min(width, limit), least)))
    return needs


@lru_cache(maxsize=2_000)
def _head(title: str, *, is_tight: bool) -> float:
    if len(title.split(" ")) > 2:
        return min(_in_two_lines(title, bold=True), _MOST_OF_A_HEAD)
    width = text_width(title, 1, bold=True)
    return width if " " in title and width <= _MOST_OF_A_PAIR and not is_tight else 0


@lru_cache(maxsize=2_000)
def _in_two_lines(text: str, *, bold: bool = False) -> float:
    """The least width in em of two lines of a text. A heading, which is `bold`, has no room to keep compounds whole."""
    words = (divisible if bold else spaced)(text).split(" ")
    halves = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    widths = (max(text_width(half, 1, bold=bold) for half in both) for both in halves)
    return min(widths, default=text_width(text, 1, bold=bold))


def _width(column: Texts, needs: tuple[float, float]) -> float:
    """The width in px that a column has at least."""
    head, words = needs
    if column.kind == "long":
        return max(_SENTENCES, text_width(column.word, _EM) + _BESIDE)
    cells = words * _SLACK * _EM + _BESIDE_WORDS if words else text_width(column.longest, _EM) + _BESIDE
    title = head or max((text_width(word, 1, bold=True) for word in divisible(column.title).split(" ")), default=0)
    beside = (_BESIDE_WORDS if head else _BESIDE) + _SIGN * column.sorts
    return max(column.least, cells, title * _EM + beside)


def _written(head: float, words: float, broad: float) -> str:
    widths = (("--head", head), ("--words", words), ("--broad", broad if broad > max(head, _SLACK * words) else 0))
    return ";".join(f"{name}:{width:.1f}em" for name, width in widths if width)
