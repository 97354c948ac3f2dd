"""Rows of days on which their unit takes no part: reported, and never moved to a successor without an answer."""

from typing import Final

import polars as pl

from data_access.importing.choices import Choices
from data_access.importing.places import PlaceNames
from data_access.importing.remarks import Remarks, Severity, first_of
from data_access.importing.tables import Table
from model.catalogue import Unit

MOVE: Final = "move"
KEEP: Final = "keep"
_SHOWN: Final = 20


def after_the_end(
    table: Table, rows: pl.DataFrame, places: PlaceNames, choices: Choices, remarks: Remarks
) -> pl.DataFrame:
    """`rows`, each with the unit that takes part on its day where staff chose so, else with a question."""
    units = {unit.id: unit for unit in places.catalogue.units}
    ended = {number: unit.end for number, unit in units.items() if unit.end}
    if not ended or "uploaded_at" not in rows.columns:
        return rows
    ends = pl.col("unit_id").replace_strict(ended, default=None, return_dtype=pl.Date)
    late = rows.filter((pl.col("uploaded_at").dt.date() > ends).fill_null(value=False))
    if late.is_empty():
        return rows
    following = {number: successor for number in ended if (successor := _successor(units, number))}
    _say_alone(table, late.filter(~pl.col("unit_id").is_in(list(following))), units, remarks)
    return _moved(rows, late.filter(pl.col("unit_id").is_in(list(following))), units, following, choices, remarks)


def before_the_start(rows: pl.DataFrame, places: PlaceNames, remarks: Remarks) -> None:
    """Remark rows older than their unit's participation; they stay with it, because nobody else did the work."""
    units = {unit.id: unit for unit in places.catalogue.units if unit.start}
    if not units or "uploaded_at" not in rows.columns:
        return
    starts = {number: unit.start for number, unit in units.items()}
    begins = pl.col("unit_id").replace_strict(starts, default=None, return_dtype=pl.Date)
    early = rows.filter((pl.col("uploaded_at").dt.date() < begins).fill_null(value=False))
    counts = early.group_by("unit_id", maintain_order=True).len().rows()
    if counts:
        pairs = [[f"{units[number].short_name} ({n})", f"{units[number].start:%d/%m/%Y}"] for number, n in counts]
        remarks.say(Severity.WARNING, "units_not_yet", pairs=first_of(pairs, _SHOWN), count=early.height)


def _successor(units: dict[int, Unit], number: int) -> int | None:
    """The last successor of a unit, skipping ended ones; None where successors form a circle."""
    chain: list[int] = [number]
    while (successor := units[chain[-1]].successor_id) in units and successor not in chain:
        chain.append(int(successor))
        if units[chain[-1]].end is None:
            break
    return chain[-1] if len(chain) > 1 else None


def _say_alone(table: Table, late: pl.DataFrame, units: dict[int, Unit], remarks: Remarks) -> None:
    if late.height:
        mask = table.frame["place"].is_in(late["place"].implode())
        names = pl.Series([units[number].short_name for number in late["unit_id"]], dtype=pl.String)
        days = pl.Series([f"{units[number].end:%d/%m/%Y}" for number in late["unit_id"]], dtype=pl.String)
        remarks.say_rows(Severity.ERROR, "unit_ended", table.frame.filter(mask), table.headings["unit"], names, days)


def _moved(
    rows: pl.DataFrame,
    late: pl.DataFrame,
    units: dict[int, Unit],
    following: dict[int, int],
    choices: Choices,
    remarks: Remarks,
) -> pl.DataFrame:
    if late.is_empty():
        return rows
    counts = late.group_by("unit_id", maintain_order=True).len().rows()
    pairs = first_of(
        [[f"{units[old].short_name} ({n})", units[following[old]].short_name] for old, n in counts], _SHOWN
    )
    if choices.ended not in (MOVE, KEEP):
        remarks.say(Severity.QUESTION, "units_ended", pairs=pairs, count=late.height)
        return rows
    if choices.ended == KEEP:
        remarks.say(Severity.WARNING, "units_ended_kept", pairs=pairs, count=late.height)
        return rows
    remarks.say(Severity.WARNING, "units_ended_moved", pairs=pairs, count=late.height)
    is_late = pl.col("place").is_in(late["place"].implode())
    new = pl.col("unit_id").replace(following)
    return rows.with_columns(pl.when(is_late).then(new).otherwise(pl.col("unit_id")).alias("unit_id"))
