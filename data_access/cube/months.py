"""Whole months instead of days, because thousands of units have cells on most days and periods are long."""

from collections.abc import Iterator

import numpy as np

from data_access.cube.columns import LAST_DAY, Columns
from data_access.cube.keys import Numbers
from model.codes import Event


def by_month(cells: Columns) -> Columns:
    """Daily counts by month, all of a month on its last day."""
    days = cells.days(slice(None))
    events = cells.slots - days
    last = np.minimum(_first_of_next(_months(days)) - 1, LAST_DAY)
    at_month_ends = Columns((events + last).astype(cells.slots.dtype), cells.dimensions, cells.weights)
    return at_month_ends.grouped(tuple(cells.dimensions))


def stretches(
    cells: Columns, months: Columns | None, event: Event, first: int, last: int
) -> Iterator[tuple[Columns, slice]]:
    """Where an event on the days `first` to `last` (since 1970) is counted, whole months in `months` if there are."""
    if months is None:
        yield cells, cells.stretch(event, first, last)
        return
    begin = int(_first_of_next(_months(np.array([first - 1])))[0])
    end = int(_months(np.array([last + 1])).astype("datetime64[D]").astype(int)[0]) - 1
    if begin > end:
        yield cells, cells.stretch(event, first, last)
        return
    yield cells, cells.stretch(event, first, begin - 1)
    yield months, months.stretch(event, begin, end)
    yield cells, cells.stretch(event, end + 1, last)


def _months(days: Numbers) -> Numbers:
    return days.astype("datetime64[D]").astype("datetime64[M]")


def _first_of_next(months: Numbers) -> Numbers:
    following: Numbers = (months + 1).astype("datetime64[D]").astype(np.int64)
    return following
