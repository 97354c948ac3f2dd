"""Widths of Arial 10 in spreadsheets: how many lines a text takes, how wide a column has to be."""

import unicodedata
from functools import lru_cache
from math import ceil
from typing import Final

# Advance widths of Arial in thousandths of the size, by width.
_WIDTHS: Final = {
    "ijl'’": 222, "ftI!,./:;[\\] ·|\u00a0": 278, "r()-`“”{}": 333, "*\"": 389, "cksvxyzJ": 500,
    "0123456789abdeghnopquL#$?_đ–": 556, "+<=>~×≥≤^": 584, "FTZ": 611, "ABEKPSVXY&": 667, "wCDHNRUĐ": 722,
    "GOQ": 778, "mM": 833, "%": 889, "W": 944, "▲▼—…→@": 1015,
}  # fmt: skip
_WIDTH: Final = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_OTHER: Final = 700
_HORN: Final = "\u031b"  # of ơ and ư, which makes them wider; other marks do not
_HORN_WIDTH: Final = 60
_SIZE: Final = 40 / 3  # pixels of 10 points
_BOLD: Final = 1.07
_SPARE: Final = 1.03  # screens round the widths of letters up
_PIXELS_PER_CHARACTER: Final = 7
_PADDING: Final = 5
_AROUND: Final = 2 * _PADDING + 4  # pixels of a cell beside its letters: padding and indent
_BUTTON: Final = 17  # pixels of the filter button on a heading


@lru_cache(maxsize=20_000)  # names and sources come in every row
def width_of(text: str, *, bold: bool = False) -> float:
    """The width of `text` in pixels, slightly overestimated."""
    letters = unicodedata.normalize("NFD", text)
    width = sum(
        (_HORN_WIDTH if letter == _HORN else 0) if unicodedata.combining(letter) else _WIDTH.get(letter, _OTHER)
        for letter in letters
    )
    return width * _SIZE / 1000 * _SPARE * (_BOLD if bold else 1)


def pixels_of(characters: float) -> float:
    """The width in pixels of a column of so many characters."""
    return _PIXELS_PER_CHARACTER * characters + _PADDING


def characters_for(text: str) -> float:
    """The width of a column that shows `text` on one line."""
    return (width_of(text) + _AROUND - _PADDING) / _PIXELS_PER_CHARACTER


def lines_of(text: str, characters: float, *, bold: bool = False) -> int:
    """The number of lines `text` takes in a column of so many characters."""
    room = max(1.0, pixels_of(characters) - _AROUND)
    return sum(_lines(line, room, bold=bold) for line in text.split("\n"))


def characters_for_heading(text: str, lines: int) -> float:
    """The width of the narrowest column that shows a heading on so many lines, its words whole, beside the button."""
    longest = max(width_of(word, bold=True) for word in text.split(" "))
    characters = (longest + _AROUND - _PADDING) / _PIXELS_PER_CHARACTER
    while lines_of(text, characters, bold=True) > lines:
        characters += 1
    return characters + _BUTTON / _PIXELS_PER_CHARACTER


def _lines(text: str, room: float, *, bold: bool) -> int:
    lines, line_width, space = 1, 0.0, width_of(" ", bold=bold)
    for word in text.split(" "):
        width = width_of(word, bold=bold)
        if line_width and line_width + space + width > room:
            lines, line_width = lines + 1, 0.0
        line_width += width + (space if line_width else 0)
        if line_width > room:  # a word longer than the line, such as an address
            more = ceil(line_width / room) - 1
            lines, line_width = lines + more, line_width - more * room
    return lines
