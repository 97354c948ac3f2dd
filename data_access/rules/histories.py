"""Daily cumulative counts of every unit, the basis of forecasts."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from data_access.rules.pace import last_counted
from data_access.store.records import Records
from model.filters import Filters

Sums: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Courses:
    """Running sums of all units, one row each; column 0 is the eve of `first`. `chosen` are the rows in scope."""

    first: date
    sums: Sums
    chosen: npt.NDArray[np.bool_]

    def until(self, day: date) -> Sums:
        """The count of each unit at the end of a day."""
        place = min(max((day - self.first).days + 1, 0), self.sums.shape[1] - 1)
        sums: Sums = self.sums[:, place]
        return sums

    def between(self, start: date, day: date) -> Sums:
        """The growth of each unit from `start` to the end of `day`."""
        return self.until(day) - self.until(start - timedelta(days=1))

    def in_scope(self, start: date, day: date) -> int:
        """The uploads of the units in scope between two days, both included."""
        return int(self.between(start, day)[self.chosen].sum())


def read_courses(records: Records, filters: Filters) -> tuple[Courses, datetime] | None:
    """The courses up to the moment asked about, and that moment; None where nothing was counted."""
    everywhere = filters.everywhere.changed(phase=None, since=None, until=None)
    moment = last_counted(records.slice(filters))
    daily = records.slice(everywhere.changed(as_of=moment)).daily("unit_id")
    if moment is None or daily.is_empty():
        return None
    units = sorted(daily["unit_id"].unique().to_list())
    first: Any = daily["day"].min()
    sums = np.zeros((len(units), (moment.date() - first).days + 2), dtype=np.int64)
    places = {number: row for row, number in enumerate(units)}
    rows = daily["unit_id"].replace_strict(places, return_dtype=pl.Int64).to_numpy()
    days = (daily["day"] - first).dt.total_days().to_numpy() + 1
    np.add.at(sums, (rows, days), daily["uploads"].to_numpy())
    unit_ids = {unit.id for unit in records.catalogue.units_in(filters)}
    return Courses(first, sums.cumsum(axis=1), np.array([number in unit_ids for number in units])), moment
