"""Names that several units had one after the other: the day of a row decides between them."""

from datetime import date
from typing import Final

import polars as pl

from data_access.importing.choices import Choices
from data_access.importing.places import PlaceNames, say_outside_scope, say_unknown, units_meant
from data_access.importing.remarks import Remarks, Severity, first_of
from data_access.importing.tables import Table
from data_access.importing.texts import text_column, without_marks
from model.catalogue import Unit

_SHOWN: Final = 20


def units_of_the_day(
    table: Table, rows: pl.DataFrame, places: PlaceNames, choices: Choices, remarks: Remarks
) -> pl.DataFrame:
    """`rows`, names that several units have meaning the one that takes part on the day of the row.

    Of two that do, the one called so before the one for whom it is another name. Where that leaves nobody or two, the
    row is an error.
    """
    text = without_marks(text_column(table, "unit", Remarks()))
    meant = units_meant(text.drop_nulls().unique().to_list(), places, choices)
    shared = [word for word, unit in meant.items() if unit is None and places.units.sharing(word)]
    if not shared:
        return rows
    days = pl.DataFrame({"place": table.frame["place"], "word": text, "day": rows["uploaded_at"].dt.date()})
    days = days.filter(pl.col("word").is_in(shared))
    keys = days.select("word", "day").unique(maintain_order=True).rows()
    meant_on = {(word, day): _of_the_day(word, day, places) for word, day in keys}
    units = [meant_on[word, day] for word, day in days.select("word", "day").rows()]
    _say_lost(table, text, days.filter(pl.Series([unit is None for unit in units])), places, remarks)
    codes = pl.Series([unit.code if unit else None for unit in units], dtype=pl.String)
    ids = pl.Series([unit.id if unit else None for unit in units], dtype=pl.Int64)
    days = days.with_columns(code=codes, of_the_day=ids).filter(codes.is_not_null())
    _say_chosen(days, places, remarks)
    outside = days.filter(~pl.col("code").is_in(list(choices.by.units)))
    say_outside_scope(table, text, table.frame["place"].is_in(outside["place"].implode()), choices, remarks)
    with_days = rows.join(days.select("place", "of_the_day"), on="place", how="left", maintain_order="left")
    return with_days.with_columns(unit_id=pl.coalesce("unit_id", "of_the_day")).drop("of_the_day")


def _of_the_day(word: str, day: date | None, places: PlaceNames) -> Unit | None:
    there = [unit for unit in places.units.sharing(word) if day and unit.reports_on(day)]
    namesakes = [unit for unit in there if places.units.is_called(unit, word)]
    return next((some[0] for some in (namesakes, there) if len(some) == 1), None)


def _say_lost(table: Table, text: pl.Series, cells: pl.DataFrame, places: PlaceNames, remarks: Remarks) -> None:
    elsewhere = ~table.frame["place"].is_in(cells["place"].implode())
    words = cells["word"].unique(maintain_order=True).to_list()
    say_unknown(table, text.set(elsewhere, None), words, "name_of_two", places, remarks)


def _say_chosen(days: pl.DataFrame, places: PlaceNames, remarks: Remarks) -> None:
    counts = days.group_by("word", "code", maintain_order=True).len().rows()
    pairs = [[word, f"{places.units.labels[code]} ({n})"] for word, code, n in counts]
    if pairs:
        remarks.say(Severity.INFO, "units_of_the_day", pairs=first_of(pairs, _SHOWN), count=days.height)
