"""Names that differ in accents only: “Khối Bính” may not be “Khối Bình”."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from data_access.importing.headings import heading_key


def has_other_accents(text: str, names: Iterable[str]) -> bool:
    """Whether `text` has an accent that no name with the same letters has.

    Accents that are missing, and those on another letter of the syllable (“Hoà”, “Hòa”), are how people type.
    """
    same = [name for name in names if heading_key(name) == heading_key(text)]
    return bool(same) and all(_has_more(text, name) for name in same)


def _has_more(text: str, name: str) -> bool:
    accents, name_accents = _accents(text), _accents(name)
    return len(accents) == len(name_accents) and any(
        one - other for one, other in zip(accents, name_accents, strict=True)
    )


def _accents(text: str) -> list[Counter[str]]:
    """The accents of each syllable."""
    plain = "".join(
        character if character.isalnum() or unicodedata.combining(character) else " " for character in _apart(text)
    )
    return [
        Counter(character for character in word if unicodedata.combining(character) or character == "đ")
        for word in plain.split()
    ]


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text.casefold())
