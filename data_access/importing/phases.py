"""Phases in files of targets, named by number or by the programme's own names."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

import polars as pl

from data_access.importing.headings import heading_key
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table
from data_access.importing.texts import text_column, without_marks
from model.catalogue import Programme

_WHOLE: Final = ("", "0", "cachuongtrinh", "toanchuongtrinh", "canam", "wholeprogramme", "whole")
_ROMAN: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_YEAR: Final = re.compile(r"20[0-9][0-9]")


def phase_columns(table: Table, programme: Programme, remarks: Remarks) -> list[pl.Series]:
    """phase (0 is the whole programme), and the year where a year is stated instead."""
    height = table.frame.height
    if not table.has("phase"):
        return [pl.Series("phase", [0] * height, dtype=pl.Int64), pl.Series("year", [None] * height, dtype=pl.Int64)]
    text = without_marks(text_column(table, "phase", remarks)).fill_null("")
    words = words_of_phases(programme)
    phases = {word: words[heading_key(word)] for word in text.unique().to_list() if heading_key(word) in words}
    unknown = ~text.is_in(list(phases))
    remarks.say_rows(
        Severity.ERROR, "unknown_phase", table.frame.filter(unknown), table.headings["phase"], text.filter(unknown)
    )
    years = {word: int(word) for word in text.unique().to_list() if _YEAR.fullmatch(word)}
    year = text.replace_strict(years, default=None, return_dtype=pl.Int64)
    return [text.replace_strict(phases, default=0, return_dtype=pl.Int64).alias("phase"), year.alias("year")]


def words_of_phases(programme: Programme) -> dict[str, int]:
    """The words for a programme's phases, in the form of `heading_key`."""
    return phase_words((phase.number, (phase.name_vi, phase.name_en)) for phase in programme.phases)


def phase_words(phases: Iterable[tuple[int, Sequence[str | None]]]) -> dict[str, int]:
    """The phase of each word, by number and name; a name shared by two phases means neither."""
    words: dict[str, int] = {}
    names: dict[str, set[int]] = {}
    for number, phase_names in phases:
        spellings = [str(number), *(_ROMAN[number : number + 1])]
        words |= {
            prefix + spelling: number for prefix in ("", "giaidoan", "gd", "dot", "phase") for spelling in spellings
        }
        for name in phase_names:
            names.setdefault(heading_key(name or ""), set()).add(number)
    own = {name: next(iter(numbers)) for name, numbers in names.items() if name and len(numbers) == 1}
    return words | own | dict.fromkeys(_WHOLE, 0)
