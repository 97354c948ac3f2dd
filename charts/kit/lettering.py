"""Text widths estimated on the server, since names need room before a browser can measure them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from itertools import pairwise
from typing import Final

from language.words.unbroken import divisible, spaced

# Advance widths of Be Vietnam Pro 400 in thousandths of the size, by width. Accents do not change them; digits are
# those of the tabular cut.
_WIDTHS: Final = {
    " \u00a0'`": 230, "ijl,.:;I!·|": 285, "\"()[]frt*": 430, "s/zJ1": 508, "-–−+_=<>": 640, "ckvxy?": 585,
    "0123456789": 680, "aábdđeghnopqu": 640, "ABDEFHKLPRSTVXYZĐ": 700, "CGNOQU&": 790, "mwMW%@": 880, "→▲▼…": 990,
    "\u2060": 0,
}  # fmt: skip
_WIDTH: Final = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_OTHER: Final = 680
_BOLD: Final = 1.045
_SIGN: Final = re.compile(r"(?<=[▲▼=◇◆◈○●◎□▣★]) |(?<=:) (?=\d)")
_NUMERIC: Final = "0123456789.,"
_LOOSE: Final = " ,;:·–-"  # what says nothing without the words behind it
_MOSTLY: Final = 0.6
_STEP: Final = 4  # px that lines become narrower by, until the last has company
_BEGIN: Final = 0.45  # of the room is for the beginning of a name that is cut in the middle


@lru_cache(maxsize=20_000)  # names and headings are those of every view
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of `text` at `size` in px, slightly overestimated."""
    letters = (letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    width = sum(_WIDTH.get(letter, _OTHER) for letter in letters) * size / 1000
    return width * _BOLD if bold else width


def widest(texts: Sequence[str], size: float) -> float:
    """The width of the widest text in bold letters; 0 without any."""
    return max((text_width(text, size, bold=True) for text in texts), default=0)


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """`text` in lines of at most `width` px; a single word may be longer.

    No line begins with “·”, none ends inside a date or between a number and its unit, nor inside a word of two
    syllables that there is room for. All lines are a little shorter
    where one word would be left alone on the last.
    """
    return list(_lines(text, size, width, bold=bold))


@lru_cache(maxsize=5_000)
def _lines(text: str, size: float, width: float, *, bold: bool) -> tuple[str, ...]:
    lines = _filled(text, size, width, bold=bold)
    if len(lines) > 1 and _is_one_word(lines[-1]):
        for narrower in range(int(width) - _STEP, int(width / 2), -_STEP):
            shorter = _filled(text, size, narrower, bold=bold)
            if len(shorter) > len(lines):
                break
            if not _is_one_word(shorter[-1]):
                return tuple(shorter)
    return tuple(lines)


def _filled(text: str, size: float, width: float, *, bold: bool) -> list[str]:
    """Lines each as full as it can be."""
    lines = [""]
    for word in _words(text, size, width, bold=bold):
        longer = f"{lines[-1]} {word}".strip(" ")
        if lines[-1] and text_width(longer, size, bold=bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _is_one_word(line: str) -> bool:
    """Whether it is one for the eye: a moment is three, though no line ends in it."""
    return len(line.split()) == 1


def _words(text: str, size: float, width: float, *, bold: bool) -> list[str]:
    """What lines may not divide; a word of two syllables that is wider than a line is two."""
    words: list[str] = []
    for part in _parts(text, spaced(text)):
        fits = " " not in part or text_width(part, size, bold=bold) <= width
        words += [part] if fits else _parts(part, divisible(part))
    return words


def _parts(text: str, ruled: str) -> list[str]:
    """What stands between the plain spaces of `ruled`: split() would end it at the no-break space, too."""
    breaks = [place for place, letter in enumerate(ruled) if letter == " "]
    return [text[start + 1 : end] for start, end in pairwise((-1, *breaks, len(text)))]


def unbreakable(text: str) -> str:
    """`text` without line breaks between a sign and its word, or before a number after a colon."""
    return _SIGN.sub("\u00a0", text)


def shortened(text: str, size: float, width: float) -> str:
    """`text` truncated with “…” at `width` px; the full text must be available on hover.

    It ends between words where these fill most of the room, else within a word, but never within a number: “76,9…”
    would be another one than 76,92.
    """
    if text_width(text, size) <= width:
        return text
    short = text
    while short and text_width(f"{short}…", size) > width:
        short = short[:-1]
    words = short if text[len(short)] == " " else short.rpartition(" ")[0]
    if text_width(words, size) >= _MOSTLY * width:
        short = words
    elif short and short[-1] in _NUMERIC and text[len(short)] in _NUMERIC:
        short = short.rstrip(_NUMERIC)
    return f"{short.rstrip(_LOOSE)}…"


def shortened_distinctly(texts: Sequence[str], size: float, width: float) -> list[str]:
    """Texts truncated to `width`; those that would become equal are cut in the middle instead."""
    cut = [shortened(text, size, width) for text in texts]
    alike = {short for short, count in Counter(cut).items() if count > 1}
    both = zip(texts, cut, strict=True)
    return [_middle_out(text, size, width) if short in alike and short != text else short for text, short in both]


def _middle_out(text: str, size: float, width: float) -> str:
    begin = shortened(text, size, width * _BEGIN)
    place = next(n for n in range(1, len(text) + 1) if text_width(begin + text[n:], size) <= width)
    return begin + text[place:].lstrip()


def escape_text(text: str) -> str:
    """`text` escaped, since plotly interprets tags and links."""
    return escape(text, quote=False)
