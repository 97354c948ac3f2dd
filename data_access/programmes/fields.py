"""Sheets and columns of a workbook, with names in both languages and tolerance for spelling."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from model.folding import fold

YES_NO: Final = ("Có", "Không")
BESIDE: Final = frozenset(("stt", "tt", "no", "ghichu", "note", "notes"))  # columns that clerks keep for themselves


@dataclass(frozen=True)
class Field:
    """A column, or a line of the first sheet. `kind`: text, whole, day, yes."""

    key: str
    vi: str
    en: str
    kind: str = "text"
    required: bool = False
    example: str = ""
    choices: tuple[str, ...] = ()
    most: int = 500  # characters
    is_prose: bool = False  # keeps its lines

    def is_called(self, heading: str) -> bool:
        """Whether a heading of a file means this field, whatever its stars and spaces."""
        return _means(heading, (self.vi, self.en, self.key))


@dataclass(frozen=True)
class Sheet:
    """A sheet of a set-up workbook with titles in both languages. `too_many`: the finding for too many rows."""

    key: str
    vi: str
    en: str
    fields: tuple[Field, ...]
    most: int = 20_000  # rows
    too_many: str = "too_many_rows"

    def is_called(self, title: str) -> bool:
        """Whether the title of a sheet means this one, in either language."""
        return _means(title, (self.vi, self.en, self.key))


def _means(text: str, names: Iterable[str]) -> bool:
    return word_key(text) in map(word_key, names)


def word_key(text: str) -> str:
    """A heading for comparison, without accents, case, stars and spaces."""
    return "".join(mark for mark in fold(text) if mark.isalnum())
