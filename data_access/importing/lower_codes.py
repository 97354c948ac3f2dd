"""Codes of units below the ranked ones: such a row belongs to the ranked unit above, and within it to that unit."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from data_access.importing.places import Lower, PlaceNames
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table
from data_access.importing.texts import without_marks
from model.catalogue import Catalogue


def lower_units(catalogue: Catalogue, programme_id: int) -> dict[str, Lower]:
    """The members that stand below a ranked one, by their code in small letters."""
    tree, ranked = catalogue.tree(programme_id), {unit.id: unit.code for unit in catalogue.ranked.get(programme_id, ())}
    units: dict[str, Lower] = {}
    for unit in catalogue.below.get(programme_id, {}).values():
        above = next((ranked[number] for number in reversed(tree.above(unit.id)) if number in ranked), None)
        if above:
            units[unit.code.casefold()] = Lower(unit.code, above, has_below=bool(tree.children(unit.id)))
    return units


def with_ranked_units(table: Table, places: PlaceNames, remarks: Remarks) -> Table:
    """A table whose rows name ranked units; lower ones move to the column of such unions."""
    for column in ("unit_code", "unit"):
        if table.has(column):
            text = without_marks(table.frame[column]).str.strip_chars()
            words = [word for word in text.drop_nulls().unique() if word.casefold() in places.lower]
            below = {word: places.lower[word.casefold()] for word in words if places.find(word) is None}
            if below:
                table = _moved(table, column, text, below)
                word, unit = next(iter(below.items()))
                count = int(text.is_in(list(below)).sum())
                remarks.say(Severity.INFO, "units_below", count=count, unit=word, above=unit.above)
    return table


def _moved(table: Table, column: str, text: pl.Series, below: Mapping[str, Lower]) -> Table:
    """Move units by code: it beats the name beside it, and a unit with lower ones keeps the one its row names."""
    frame, headings = table.frame, dict(table.headings)
    codes, above, with_others = (
        text.replace_strict(words, default="", return_dtype=pl.String)
        for words in (
            {word: unit.code for word, unit in below.items()},
            {word: unit.above for word, unit in below.items()},
            {word: unit.code for word, unit in below.items() if unit.has_below},
        )
    )
    names = (
        frame["grassroots"].str.strip_chars()
        if table.has("grassroots")
        else pl.Series([""]).new_from_index(0, len(text))
    )
    is_between = (with_others != "") & (names != "")
    columns = {"unit": above, "grassroots": codes.set(is_between, ""), "upper": codes.set(~is_between, "")}
    for name, values in columns.items():
        place = column if name == "unit" else name
        if (values != "").any():
            present = frame[place] if place in headings else values
            headings.setdefault(place, headings[column])
            frame = frame.with_columns(
                pl.select(pl.when(values == "").then(present).otherwise(values)).to_series().alias(place)
            )
    return replace(table, frame=frame, headings=headings)
