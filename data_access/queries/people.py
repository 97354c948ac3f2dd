"""Authors of initiatives: people, positions, ownership, sex, members and participation below the units."""

from collections.abc import Sequence
from functools import partial

import polars as pl

from data_access.cube.slices import Slice
from data_access.database.parallel import side_by_side
from data_access.rows.grassroots_below import Below, fetch_below, grassroots_known
from data_access.rules.groups_had import groups_to_show
from data_access.rules.noted import noted
from data_access.rules.pace import last_counted
from data_access.rules.shares import per_members, share_of
from data_access.store.records import Records, counts_rows
from data_access.store.remembered import remembered
from model.catalogue import Group as Place
from model.catalogue import Unit
from model.codes import NONE, OWNERSHIPS, POSITIONS
from model.edges import Row
from model.filters import Filters
from model.frames import PEOPLE_UNITS, empty
from model.people import People, PeopleGroup


@remembered
def fetch_people(records: Records, filters: Filters) -> People:
    """Counts and rates of the scope. Sources print neither, except a few totals in the ledger."""
    if not counts_rows(records, filters):
        frame = empty(PEOPLE_UNITS)
        return People(filters.as_of, 0, 0, None, 0, 0, None, None, (), (), (), 0, None, frame)
    narrowed = filters.of_measure
    slice_ = records.slice(narrowed)
    # The people are counted here and then remembered for `_Counted`.
    below, _ = side_by_side(partial(fetch_below, records, narrowed), partial(slice_.people, "unit_id"))
    units = records.catalogue.units_in(narrowed)
    counts = _Counted(records, slice_, below)
    whole = counts.row(units)
    members = [unit for unit in units if unit.members]
    rated = counts.row(members)
    return People(
        last_counted(slice_),
        whole["uploads"],
        whole["people"],
        rated["members"],
        len(members),
        len(units),
        counts.per100(units)[0],
        rated["participation_pct"],
        _groups(records, slice_, "position", POSITIONS),
        _groups(records, slice_, "ownership", OWNERSHIPS),
        below.sexes,
        whole["participating"],
        whole["grassroots"],
        _units(counts, records.catalogue.groups(units, filters.boundary)),
        filters.counted_rows,
    )


class _Counted:
    """Counts by unit, to be added up for any group of units."""

    def __init__(self, records: Records, slice_: Slice, below: Below) -> None:
        self._below = below
        self._grassroots = grassroots_known(records)
        people = slice_.people("unit_id")
        self._people = dict(zip(people["unit_id"].to_list(), people["people"].to_list(), strict=True))
        by_position = slice_.counts("unit_id", "position").select("unit_id", "position", "uploads")
        self._uploads: dict[int, int] = {}
        self._workers: dict[int, int] = {}
        self._placed: dict[int, int] = {}  # those that say which post their author has
        for unit_id, position, uploads in by_position.iter_rows():
            self._uploads[unit_id] = self._uploads.get(unit_id, 0) + uploads
            if POSITIONS[position] == "worker":
                self._workers[unit_id] = uploads
            if POSITIONS[position] != NONE:
                self._placed[unit_id] = self._placed.get(unit_id, 0) + uploads

    def per100(self, units: Sequence[Unit]) -> tuple[float | None, int]:
        """Initiatives per 100 members of the units whose members are known, and how many those are."""
        return per_members(units, self._uploads)

    def row(self, units: Sequence[Unit]) -> Row:
        """The columns of PEOPLE_UNITS for some units together. Members are None unless known for all."""

        def total(counts: dict[int, int]) -> int:
            return sum(counts.get(unit.id, 0) for unit in units)

        members = [unit.members for unit in units]
        members_in_all = sum(number or 0 for number in members) if members and None not in members else None
        uploads = total(self._uploads)
        people, participating = (noted(total(counts), uploads) for counts in (self._people, self._below.participating))
        rate, units_rated = self.per100(units)
        return {
            "people": people,
            "uploads": uploads,
            "members": members_in_all,
            "per100": rate if units_rated == len(units) else None,
            "participation_pct": share_of(people, members_in_all),
            "participating": participating,
            "grassroots": total(self._grassroots) or None,
            "worker_pct": share_of(total(self._workers), uploads) if total(self._placed) else None,
        }


def _groups(records: Records, slice_: Slice, dimension: str, codes: Sequence[str]) -> tuple[PeopleGroup, ...]:
    """Every code of the programme with its uploads, largest first, unknown last."""
    rows_by_code = {row[dimension]: row for row in slice_.counts(dimension).iter_rows(named=True)}
    uploads = {number: int(row["uploads"]) for number, row in rows_by_code.items()}
    groups = groups_to_show(records, slice_.programme.code, dimension, codes, uploads) or [codes.index(NONE)]
    return tuple(
        PeopleGroup(
            codes[number],
            *(int(rows_by_code.get(number, {}).get(name, 0)) for name in ("uploads", "valid", "rewarded")),
        )
        for number in groups
    )


def _units(counts: _Counted, places: Sequence[Place]) -> pl.DataFrame:
    rows = [{"unit_code": place.code, "unit_name": place.name, **counts.row(place.units)} for place in places]
    rows = sorted((row for row in rows if row["uploads"]), key=lambda row: -(row["people"] or 0))
    return pl.DataFrame(rows, schema=PEOPLE_UNITS)
