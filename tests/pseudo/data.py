"""Texts that may stand outside brackets: values of the database and of the shipped reference files."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from sqlalchemy import Column, String, Text, select

from data_access.database.connections import open_engine
from data_access.database.schema import initiative, metadata
from data_access.programmes.sheets import SHEETS
from language.languages import LANGUAGES
from tests.pseudo.language import MARKED, outside_brackets

REFERENCE: Final = Path(__file__).parents[2] / "data_access" / "reference"
_CUT: Final = re.compile(r"\s*(?: · |[:;,()“”\n\t|•/…]| – | — | → |\. )\s*")
_ADDRESS: Final = re.compile(r"https?://\S+")
_BEFORE_WORDS: Final = re.compile(r"^[\W\d]+")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
# Numbers, days, codes of units and initiatives, addresses and their ends, files, formulas, parts of a document.
_NO_WORDS: Final = re.compile(
    r"\S+://\S+|/[?\w]\S*|[A-ZĐ]{2,}(?:-[\w-]+)+|\bW-[0-9A-F]{8}\b|\b[\w.-]+=[\w.%:-]*|\b[\w-]+\.(?:csv|xlsx|html|svg)\b"
    r"|\b\w+(?:-\w+){3,}|=[A-Z]+(?=\()|\b[IVX]+\b|=SUBTOTAL|#[0-9A-F]{6}\b|[-+−–]?\d[\d.,:%]*|%"
)
_LONGEST_NAME: Final = 16  # words


@dataclass(frozen=True)
class Data:
    """Every text of a database and of the reference files, whole and in pieces."""

    values: frozenset[str]

    @cached_property
    def parts(self) -> frozenset[str]:
        """Names, and what is left of them where a line breaks inside."""
        names = [value.split() for value in self.values if value.count(" ") < _LONGEST_NAME]
        spans = ((words, a, b) for words in names for a in range(len(words)) for b in range(a + 1, len(words) + 1))
        return frozenset(" ".join(words[a:b]) for words, a, b in spans)

    def holds(self, piece: str) -> bool:
        bare = _folded(_NO_WORDS.sub(" ", piece))
        return not _WORD.search(bare) or _folded(piece) in self.values or bare in self.values

    def is_made_of_names(self, piece: str) -> bool:
        """Whether the words are a sequence of names, as in the text of a printed page."""
        words = _folded(_NO_WORDS.sub(" ", piece)).split()
        reached = {0}
        for start in range(len(words)):
            if start in reached:
                ends = range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1)
                reached |= {end for end in ends if " ".join(words[start:end]) in self.parts}
        return len(words) in reached


def data_of(url: str, *more: str) -> Data:
    """The texts allowed over one database; `more` is data of the test itself."""
    results: set[str] = set()
    others = (
        *_of_setup_workbook(),
        *re.split("[/:]+", url),
        *(language.label for language in LANGUAGES.values()),
        *more,
    )
    for value in (*_of_database(url), *_of_files(), *others):
        results.add(_folded(value))
        results.update(_folded(piece) for piece in _CUT.split(value))
    return Data(frozenset(results))


def _of_database(url: str) -> Iterator[str]:
    engine = open_engine(url, read_only=True)
    with engine.connect() as connection:
        for table in metadata.tables.values():
            for column in table.columns:
                if isinstance(column.type, String | Text) and _may_be_shown(column):
                    values = connection.execute(select(column).distinct().where(column.is_not(None))).scalars()
                    yield from (str(value) for value in values)
    engine.dispose()


def _may_be_shown(column: Column[object]) -> bool:
    """Whether a reader may see a column: folded texts nobody does, and codes of initiatives contain no word."""
    return not column.name.endswith("_folded") and column is not initiative.c.code


def _of_files() -> Iterator[str]:
    for file in REFERENCE.rglob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as rows:
            yield from (cell for row in csv.reader(rows) for cell in row)


def _of_setup_workbook() -> Iterator[str]:
    """Texts of the set-up workbook, whose headings have two languages and whose cells have one."""
    for sheet in SHEETS:
        yield from (sheet.vi, sheet.en)
        for field in sheet.fields:
            yield from (field.vi, field.en, field.example, *field.choices)


def _folded(text: str) -> str:
    return " ".join(text.replace("\\", "").split()).strip(" .·*_").lstrip("'")


def leaks(text: str, data: Data, *, broken: bool = False) -> list[str]:
    """The pieces of a text that are neither in brackets nor data. `broken`: lines end inside sentences and names."""
    results: list[str] = []
    for outside in outside_brackets(text.replace("\\", "")):
        if _folded(outside) in data.values:
            continue
        for line in _ADDRESS.sub(" ", outside).replace(" — ", "\n").split("\n"):
            if _folded(line) not in data.values and _BEFORE_WORDS.sub("", _folded(line)) not in data.values:
                results += _of_line(line, data, broken=broken)
    return results


def _of_line(line: str, data: Data, *, broken: bool) -> Iterable[str]:
    for piece in _CUT.split(MARKED.sub(" ", line) if broken else line):
        if not data.holds(piece) and not (broken and data.is_made_of_names(piece)):
            yield piece.strip()
