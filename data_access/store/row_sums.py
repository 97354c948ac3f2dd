"""Sums over all rows of a scope: computed once while rows and scope are the same, by one process of a host."""

from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path
from typing import TypeVar

import polars as pl
from sqlalchemy import Connection

from data_access.cube.scope import scope_of
from data_access.database.bounded import Database
from data_access.store.host_answers import HostAnswers
from data_access.store.kept_frames import BY_UNIT, ByPart, KeptFrames, RowState
from data_access.store.last_answers import LastAnswers
from data_access.store.row_answers import RowAnswers
from data_access.store.state import State
from model.filters import Filters

T = TypeVar("T")


class RowSums:
    """Answers by question and filters; changes elsewhere, for example in another programme, do not affect them."""

    def __init__(self, database: Database, rows: RowAnswers, shared: Path | None) -> None:
        """`shared`: the folder of a host's answers."""
        self._rows = rows
        self._shared = HostAnswers(shared, database.url)
        self._answers = LastAnswers()
        self._frames = KeptFrames(database, rows)

    def sum(self, query: Callable[[Connection], T], key: Hashable, now: State, filters: Filters) -> T:
        """The result of `query`. Raises DatabaseUnreachable where it never answered."""
        place, state = _place(key, now, filters), _state(now, filters)
        ask = partial(self._rows.sum, query, now.cube(filters.programme))
        return self._answers.answered(partial(self._shared.answered, ask, place, state), place, state)

    def walk(self, query: Callable[[Connection], T], key: Hashable, now: State, filters: Filters) -> T:
        """`sum` for results with single rows, within the filters' reach; never shared with other processes."""
        ask = partial(self._rows.sum, query, now.cube(filters.programme), filters.reach)
        return self._answers.answered(ask, _place(key, now, filters), _state(now, filters))

    def frame(self, part: str, now: State, query: ByPart, key: Hashable, filters: Filters) -> pl.DataFrame:
        """`sum` for a frame of which a change affects only some days or units: BY_DAY, BY_UNIT.

        Children of one unit are told apart by more than the units of rows: those are read whole.
        """
        if part == BY_UNIT and filters.within is not None:
            return self.sum(lambda connection: query(connection, None), key, now, filters)
        place, state = _place(key, now, filters), _state(now, filters)
        read_frame = partial(self._frames.ask, query, place, now.cube(filters.programme), state, part)

        def ask() -> pl.DataFrame:
            return self._frames.keep(place, state, self._shared.answered(read_frame, place, state))

        return self._answers.answered(ask, place, state)


def _place(key: Hashable, now: State, filters: Filters) -> Hashable:
    return now.cube(filters.programme).programme_id, key, filters


def _state(now: State, filters: Filters) -> RowState:
    return RowState(now.cube(filters.programme).rows_state, scope_of(filters, now.catalogue))
