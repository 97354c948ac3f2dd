"""Normalisation of Vietnamese text (case, accents, đ, Unicode forms), and Vietnamese sort order."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

_D: Final = str.maketrans({"đ": "d", "Đ": "d", "\u00d0": "d", "\u00f0": "d"})
_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the dictionary's order


@cache
def _plain() -> dict[int, str | None]:
    """Characters that are an ASCII letter with marks, and combining marks; a fast path for most texts."""
    letters = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    folded = {letter: unicodedata.normalize("NFD", chr(letter).translate(_D).lower())[0] for letter in letters}
    only_marks = {letter: unicodedata.normalize("NFD", chr(letter).translate(_D).lower())[1:] for letter in letters}
    plain = {
        letter: to
        for letter, to in folded.items()
        if to.isascii() and all(map(unicodedata.combining, only_marks[letter]))
    }
    return {**plain, **dict.fromkeys(range(0x300, 0x345))}


def fold(text: str) -> str:
    """`text` in lower case without accents, single-spaced: "Hoà Bình" and "hoa binh" become equal."""
    plain = text.translate(_plain()).lower()
    if plain.isascii():
        return " ".join(plain.split())
    decomposed = unicodedata.normalize("NFD", text.translate(_D).lower())
    letters = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    # Composed again: a Korean letter taken apart is three, and a title is indexed up to 2.7 kB.
    return " ".join(unicodedata.normalize("NFC", letters).translate(_D).split())


def slug(text: str) -> str:
    """`text` as a code for addresses: folded, everything but letters and digits replaced by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


@lru_cache(maxsize=20_000)
def vietnamese_key(text: str) -> tuple[tuple[int, int], ...]:
    """Sort key in Vietnamese order: letters first (Đ after D, Â after Ă), then tones."""
    base: list[tuple[int, int]] = []
    for letter in unicodedata.normalize("NFC", text.lower()):
        marks = unicodedata.normalize("NFD", letter)
        tone = next((_TONES.index(mark) + 1 for mark in marks if mark in _TONES), 0)
        plain = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        place = _ALPHABET.find(plain)
        base.append((place + 100 if place >= 0 else ord(plain[0]) % 100, tone))
    return tuple((place, 0) for place, _ in base) + tuple((-1, tone) for _, tone in base)
