"""One question's part of a cube."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import Final

import numpy as np
import polars as pl

from data_access.cube.columns import LAST_DAY, WEIGHTS, Columns, day_number
from data_access.cube.cube import Cube
from data_access.cube.keys import Numbers
from data_access.cube.levels_then import Corrections, corrections
from data_access.cube.months import stretches
from data_access.cube.scope import INVALID, REVIEW, VALID, Scope
from data_access.cube.stock import FLOW, Label, stock_of
from data_access.cube.tally import Sums, Tally, added_up, first_day_and_size, frame_of
from model.catalogue import Programme
from model.codes import Event
from model.frames import COUNTS

_EVER: Final = (0, LAST_DAY)
_N: Final = ("n",)
_EVENT_OF: Final = {None: Event.UPLOADED, VALID: Event.VALID, INVALID: Event.INVALID}
_COUNTED: Final = (*FLOW, Event.REWARDED)
_USE: Final = (Event.APPLIED, Event.REPLICATED)
_NOTHING: Final = "nothing"


class Slice:
    """What a cube says about a scope. What was counted once is remembered as long as the slice."""

    def __init__(
        self,
        scope: Scope,
        cube: Cube,
        cut: Columns,
        people: Callable[[], pl.DataFrame],
        levelled_later: Callable[[], Columns] | None,
    ) -> None:
        """`cut` holds what counts of the scope's cut day; `people` asks the database (store/distinct_people.py).

        So does `levelled_later`: the uploads without a level at the end that have one in the cells; None without end.
        """
        self._scope = scope
        self._cube = cube
        self._cut = cut.where(scope.numbers)
        self._people = people
        self._levelled_later = levelled_later
        self._chosen: dict[int, Columns] = {}
        self._counted: dict[tuple[str, ...], pl.DataFrame] = {}
        self._by_day: dict[tuple[str, ...], pl.DataFrame] = {}
        self._first = day_number(scope.start) if scope.start else _EVER[0]

    @property
    def programme(self) -> Programme:
        return self._scope.programme

    @property
    def moment(self) -> datetime | None:
        """The end of what counts: the moment asked for, or the newest upload."""
        return self._scope.as_of or self._cube.last_moment

    @property
    def start(self) -> date | None:
        return self._scope.start

    @property
    def end(self) -> date | None:
        """The last day of the period asked for, not cut by the moment."""
        return self._scope.end

    def counts(self, *dimensions: str) -> pl.DataFrame:
        """COUNTS by the dimensions, one row per group that has something; without dimensions exactly one row.

        `statuses` change only what `uploads` and the benefit count.
        """
        if dimensions not in self._counted:
            by_unit = None if dimensions else self._counted.get(("unit_id",))
            self._counted[dimensions] = self._counts(dimensions) if by_unit is None else added_up(by_unit)
        return self._counted[dimensions]

    def _counts(self, dimensions: tuple[str, ...]) -> pl.DataFrame:
        tally = Tally(self._sizes(dimensions))
        for event in _COUNTED:
            weights = WEIGHTS if event is Event.UPLOADED or self._scope.statuses else _N
            self._add(tally, Label(event), event, weights, dimensions, (self._first, _EVER[1]))
            if self._first > _EVER[0] and event in FLOW:
                self._add(tally, Label(event, early=True), event, weights, dimensions, (_EVER[0], self._first - 1))
        sums = tally.sums()
        columns = {
            "uploads": self._chosen_sum(sums, "n"),
            "valid": sums.of(Label(Event.VALID), "n"),
            "invalid": sums.of(Label(Event.INVALID), "n"),
            "review": sums.of(_NOTHING, "n") if self._scope.only_levelled else stock_of(sums, "n"),
            "rewarded": sums.of(Label(Event.REWARDED), "n"),
            "benefit_vnd": self._chosen_sum(sums, "benefit"),
            "benefit_count": self._chosen_sum(sums, "computed"),
        }
        if not dimensions:
            return pl.DataFrame(columns, schema=COUNTS)
        something = np.any([numbers != 0 for numbers in columns.values()], axis=0)
        data = {**{name: sums.groups[name] for name in dimensions}, **columns}
        return frame_of({name: numbers[something] for name, numbers in data.items()})

    def daily(self, *dimensions: str) -> pl.DataFrame:
        """Per day with something: dimensions, day, uploads, in their order.

        `review` counts what it grew by, which may be negative.
        """
        if dimensions not in self._by_day:
            self._by_day[dimensions] = self._daily(dimensions)
        return self._by_day[dimensions]

    def _daily(self, dimensions: tuple[str, ...]) -> pl.DataFrame:
        first, size = first_day_and_size(self._cube.cells, self._cut)
        tally = Tally({**self._sizes(dimensions), "day": size}, first)
        statuses = self._scope.statuses or (None,)
        for event in FLOW if REVIEW in statuses else {_EVENT_OF[status] for status in statuses}:
            self._add(tally, Label(event), event, _N, dimensions, (self._first, _EVER[1]))
        sums = tally.sums()
        uploads = self._chosen_sum(sums, "n")
        something = uploads != 0
        data = {name: sums.groups[name][something] for name in dimensions}
        days = (sums.groups["day"][something] + first).astype("datetime64[D]")
        return frame_of({**data, "day": days, "uploads": uploads[something]})

    def levels(self) -> dict[int, int]:
        """How many were judged valid in the period, by their level."""
        tally = Tally(self._sizes(("level",)))
        self._add(tally, Label(Event.VALID), Event.VALID, _N, ("level",), (self._first, _EVER[1]))
        return dict(enumerate(tally.sums().of(Label(Event.VALID), "n").tolist()))

    def used(self) -> tuple[int, int]:
        """How many were put to use and taken over on a recorded day of the period."""
        tally = Tally(self._sizes(()))
        for event in _USE:
            self._add(tally, Label(event), event, _N, (), (self._first, _EVER[1]))
        sums = tally.sums()
        applied, replicated = (int(sums.of(Label(event), "n").sum()) for event in _USE)
        return applied, replicated

    def between(self, start: date, end: date) -> "Slice":
        """The same question for some days of its period, with everything as it stood at its end."""
        part = replace(self._scope, start=start, end=end)
        return Slice(part, self._cube, self._cut, self._people, self._levelled_later)

    def people(self, *dimensions: str) -> pl.DataFrame:
        """Distinct authors of the `uploads`, by unit_id or in total; one name in two units is two people."""
        people = self._people()
        return people if dimensions else people.select(pl.col("people").sum())

    def _chosen_sum(self, sums: Sums, weight: str) -> Numbers:
        """The sums of all uploads, or of the chosen statuses."""
        if not self._scope.statuses:
            return sums.of(Label(Event.UPLOADED), weight)
        parts = [
            stock_of(sums, weight) if status == REVIEW else sums.of(Label(_EVENT_OF[status]), weight)
            for status in self._scope.statuses
        ]
        return np.asarray(np.sum(parts, axis=0))

    def _add(
        self,
        tally: Tally,
        label: Label,
        event: Event,
        weights: Collection[str],
        dimensions: Collection[str],
        days: tuple[int, int],
    ) -> None:
        """Add the counts of an event on some days, as far as the scope's end and moment allow."""
        for columns, end in ((self._cells(dimensions), self._scope.last_whole_day), (self._cut, self._scope.end)):
            last = days[1] if end is None else min(days[1], day_number(end))
            months = None if tally.has_days else self._cube.months_of(columns)
            for part, stretch in stretches(columns, months, event, days[0], last):
                tally.add(label, part, stretch, weights)
        needs_levels = "level" in {*dimensions, *self._scope.numbers} and not self._scope.only_levelled
        for columns, sign in self._corrected if event is Event.UPLOADED and needs_levels else ():
            tally.add(label, columns, columns.stretch(event, days[0], last), weights, sign)

    @cached_property
    def _corrected(self) -> Corrections:
        return corrections(self._levelled_later(), self._scope) if self._levelled_later else ()

    def _cells(self, dimensions: Collection[str]) -> Columns:
        """The smallest cells that can answer, limited to the scope; selected once and counted often."""
        cells = self._cube.view({*dimensions, *self._scope.numbers})
        if id(cells) not in self._chosen:
            last = self._scope.last_whole_day
            self._chosen[id(cells)] = cells.where(self._scope.numbers, day_number(last) if last else LAST_DAY)
        return self._chosen[id(cells)]

    def _sizes(self, dimensions: Collection[str]) -> dict[str, int]:
        return {name: max(self._cube.cells.sizes[name], self._cut.sizes[name]) for name in dimensions}
