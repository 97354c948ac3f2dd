"""The place of a row: its direct unit, the unions below it, and its sector."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import polars as pl

from data_access.importing.accents import has_other_accents
from data_access.importing.choices import Choices
from data_access.importing.headings import heading_key
from data_access.importing.remarks import Remarks, Severity, first_of
from data_access.importing.tables import Table
from data_access.importing.texts import blank_words, limited, text_column, without_marks
from data_access.importing.unit_names import MERGED_ON, UnitNames
from model.catalogue import Catalogue, Unit
from model.folding import fold

_RENAMED_SHOWN: Final = 60


@dataclass(frozen=True)
class Lower:
    """The code of a unit that is not ranked, and of the ranked one above it."""

    code: str
    above: str
    has_below: bool


@dataclass(frozen=True)
class PlaceNames:
    """What places and sectors are called. `sectors` maps words (heading_key) to the stored number.

    `below`: the members that are not ranked, which targets may name, too. `lower`: those by code in small letters.
    """

    units: UnitNames
    sectors: dict[str, int]
    below: UnitNames | None = None
    lower: Mapping[str, Lower] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        return self.units.catalogue

    def find(self, text: str) -> Unit | None:
        """The unit that a name or code means: a ranked one, else a lower one; never one outside the programme."""
        return (self.units.find(text) or (self.below.find(text) if self.below else None)) if text else None


def place_columns(table: Table, places: PlaceNames, choices: Choices, remarks: Remarks) -> list[pl.Series]:
    """unit_id, and the columns upper, grassroots and sector_id where the file has them."""
    columns = [unit_column(table, places, choices, remarks)]
    for name in ("upper", "grassroots"):
        if table.has(name):
            text = without_marks(text_column(table, name, remarks))
            blank = text.is_in([word for word in text.unique().drop_nulls() if blank_words().match(fold(word))])
            columns.append(limited(table, name, text.set(blank.fill_null(value=False), None), remarks, 300).alias(name))
    if table.has("sector"):
        columns.append(_sector_column(table, places, choices, remarks))
    return columns


def units_meant(words: Iterable[str], places: PlaceNames, choices: Choices) -> dict[str, Unit | None]:
    """The unit of each word: by the answer of staff, else by name or code."""
    answers = {fold(word): code for word, code in choices.unit_names.items()}
    return {word: places.find(answers.get(fold(word), "")) or places.find(word) for word in words}


def unit_column(table: Table, places: PlaceNames, choices: Choices, remarks: Remarks) -> pl.Series:
    """Ids of the named units. Unknown names are errors with the nearest candidates, never guessed."""
    text = without_marks(text_column(table, "unit", remarks))
    words = text.drop_nulls().unique().to_list()
    units = units_meant(words, places, choices)
    if table.union_from:  # a sheet or a file says more than the name
        units = {word: unit or places.units.find_within(word) for word, unit in units.items()}
    ids = {word: unit.id for word, unit in units.items() if unit}
    column = table.headings["unit"]
    wrong = remarks.wrong_places()
    blank = text.is_null() & ~table.frame["place"].is_in(wrong.implode())
    remarks.say_rows(Severity.ERROR, "missing_value", table.frame.filter(blank), column)
    open_words = [word for word in words if word not in ids]
    shared = [word for word in open_words if places.units.sharing(word)]
    is_dated = table.has("uploaded_at")  # then the day of each row says which of them it is: units_of_the_day
    say_unknown(table, text, [word for word in open_words if word not in shared], "unknown_unit", places, remarks)
    say_unknown(table, text, [] if is_dated else shared, "name_of_two", places, remarks)
    _say_other_accents({word: unit for word, unit in units.items() if unit}, places, choices, remarks)
    others = [word for word, unit in units.items() if unit and unit.code not in choices.by.units]
    say_outside_scope(table, text, text.is_in(others).fill_null(value=False), choices, remarks)
    return text.replace_strict(ids, default=None, return_dtype=pl.Int64).alias("unit_id")


def _say_other_accents(units: dict[str, Unit], places: PlaceNames, choices: Choices, remarks: Remarks) -> None:
    """Remark names with other accents than the unit they were read as, unless staff confirmed them."""
    answered = {fold(word) for word in choices.unit_names}
    names = places.catalogue.names_of
    pairs = [
        [word, unit.short_name]
        for word, unit in units.items()
        if fold(word) not in answered and has_other_accents(word, names(unit))
    ]
    if pairs:
        remarks.say(Severity.WARNING, "names_with_other_accents", pairs=first_of(pairs, _RENAMED_SHOWN))


def say_unknown(
    table: Table, text: pl.Series, words: Sequence[str], code: str, places: PlaceNames, remarks: Remarks
) -> None:
    """Note the rows with unknown units, with candidates for each."""
    if words:
        near = {word: ", ".join(candidate.name for candidate in places.units.candidates(word)) for word in words}
        mask = text.is_in(list(words)).fill_null(value=False)
        hints = text.filter(mask).replace_strict(near, return_dtype=pl.String)
        remarks.say_rows(
            Severity.ERROR, code, table.frame.filter(mask), table.headings["unit"], text.filter(mask), hints
        )


def say_outside_scope(table: Table, text: pl.Series, others: pl.Series, choices: Choices, remarks: Remarks) -> None:
    """Note the rows of units outside the account's scope; `others` are those without any unit of its own."""
    if not choices.by.sees_everything:
        column = table.headings["unit"]
        remarks.say_rows(Severity.ERROR, "outside_scope", table.frame.filter(others), column, text.filter(others))


def say_renamed(table: Table, places: PlaceNames, newest: datetime | None, remarks: Remarks) -> None:
    """Remark the old province names in the file with today's names; rows keep the old ones."""
    words = table.frame["unit"].str.strip_chars().unique().sort().to_list()
    renamed = {word: today for word in words if word and (today := places.units.renamed(word))}
    of_before = {word: today for word, today in renamed.items() if places.units.is_of_before(word)}
    columns = renamed if newest and newest.date() >= MERGED_ON else of_before
    if columns:
        remarks.say(Severity.INFO, "old_names", pairs=first_of(list(columns.items()), _RENAMED_SHOWN))


def _sector_column(table: Table, places: PlaceNames, choices: Choices, remarks: Remarks) -> pl.Series:
    text = without_marks(text_column(table, "sector", remarks))
    answers = {
        heading_key(word): places.sectors[heading_key(code)]
        for word, code in choices.sector_names.items()
        if heading_key(code) in places.sectors
    }
    meanings = {**places.sectors, **answers}
    ids: dict[str, int] = {}
    unknown: list[str] = []
    for word in text.drop_nulls().unique().to_list():
        number = meanings.get(heading_key(word))
        if number is not None:
            ids[word] = number
        elif blank_words().match(fold(word)):
            ids[word] = 0
        else:
            unknown.append(word)
    if unknown:
        mask = text.is_in(unknown).fill_null(value=False)
        names = " / ".join(sector.name_vi for sector in places.catalogue.sectors if sector.id)
        remarks.say_rows(
            Severity.ERROR,
            "unknown_sector",
            table.frame.filter(mask),
            table.headings["sector"],
            text.filter(mask),
            names,
        )
    return text.replace_strict(ids, default=0, return_dtype=pl.Int64).fill_null(0).alias("sector_id")
