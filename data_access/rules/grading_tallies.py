"""Every unit's tallies for a period, counted from the cube for grading."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl

from data_access.cube.slices import Slice
from data_access.rules.grading_days import mean_days
from data_access.rules.grading_scheme import fetch_scheme
from data_access.rules.pace import pace_at, phase_number, target_period
from data_access.store.records import Records, of_records
from data_access.store.remembered import remembered
from model.code_filters import Narrows
from model.codes import BENEFIT_BANDS, NONE, OWNERSHIPS, POSITIONS
from model.filters import FILTERS, Filters, end_of_day
from model.periods import Period
from model.tallies import Tally

_WORKER: Final = POSITIONS.index("worker")
_NONSTATE: Final = OWNERSHIPS.index("nonstate")
_NO_BAND: Final = BENEFIT_BANDS.index(NONE)


def whole_units(filters: Filters) -> Filters:
    """The filters for whole units: grading always considers all of a unit, among all the others."""
    rows = {entry.field: () for entry in FILTERS if entry.narrows is not Narrows.UNITS}
    return filters.everywhere.changed(**rows)


@remembered
def tallies(records: Records, filters: Filters, period: Period) -> Mapping[int, Tally]:
    """The tallies of each member by unit number, used for the period itself and the one before."""
    whole = of_records(whole_units(filters))
    inside = whole.changed(since=period.start, until=period.until, phase=None)
    earlier = whole.changed(since=period.before.start, until=period.before.until, phase=None)
    in_period, before = _counted(records, inside), _counted(records, earlier).uploads
    to_date = _counted(records, whole.changed(since=None, until=period.until))
    targets, passed = _targets(records, filters), _passed(records, filters, period)
    scheme = fetch_scheme(records, filters.programme)
    waited = (
        mean_days(records, inside) if any(criterion.measure == "judge_days" for criterion in scheme.criteria) else {}
    )
    return {
        unit.id: Tally(
            uploads=in_period.uploads.get(unit.id, 0),
            valid=in_period.valid.get(unit.id, 0),
            invalid=in_period.invalid.get(unit.id, 0),
            direct=in_period.direct.get(unit.id, 0),
            direct_valid=in_period.direct_valid.get(unit.id, 0),
            nonstate_valid=in_period.nonstate_valid.get(unit.id, 0),
            computed=in_period.computed.get(unit.id, 0),
            before=before.get(unit.id, 0),
            to_date=to_date.uploads.get(unit.id, 0),
            direct_to_date=to_date.direct.get(unit.id, 0),
            nonstate_to_date=to_date.nonstate.get(unit.id, 0),
            target=targets.get(unit.id),
            judge_days=waited.get(unit.id),
            passed_pct=passed,
            members=unit.members,
        )
        for unit in records.catalogue.members(whole)
    }


@remembered
def _counted(records: Records, stretch: Filters) -> "_Counts":
    """What units did in a stretch of days, which months share, and phases whose targets alone differ."""
    return _Counts.of(records.slice(stretch))


@dataclass(frozen=True)
class _Counts:
    """The counts of one stretch of time by unit number."""

    uploads: dict[int, int]
    valid: dict[int, int]
    invalid: dict[int, int]
    direct: dict[int, int]
    direct_valid: dict[int, int]
    nonstate: dict[int, int]
    nonstate_valid: dict[int, int]
    computed: dict[int, int]

    @classmethod
    def of(cls, slice_: Slice) -> "_Counts":
        units = slice_.counts("unit_id")
        direct = slice_.counts("unit_id", "position").filter(pl.col("position") == _WORKER)
        nonstate = slice_.counts("unit_id", "ownership").filter(pl.col("ownership") == _NONSTATE)
        computed = slice_.counts("unit_id", "benefit_band").filter(pl.col("benefit_band") != _NO_BAND)
        return cls(
            uploads=_by_unit(units, "uploads"),
            valid=_by_unit(units, "valid"),
            invalid=_by_unit(units, "invalid"),
            direct=_by_unit(direct, "uploads"),
            direct_valid=_by_unit(direct, "valid"),
            nonstate=_by_unit(nonstate, "uploads"),
            nonstate_valid=_by_unit(nonstate, "valid"),
            computed=_by_unit(computed, "valid"),
        )


def _by_unit(counts: pl.DataFrame, name: str) -> dict[int, int]:
    return dict(counts.group_by("unit_id").agg(pl.col(name).sum()).iter_rows())


def _targets(records: Records, filters: Filters) -> dict[int, int]:
    programme = records.catalogue.programme(filters.programme)
    phase = phase_number(programme, filters) or 0
    targets = records.targets(programme.code).filter(
        (pl.col("phase") == phase) & (pl.col("kind") == filters.target.value)
    )
    return dict(targets.select("unit_id", "value").iter_rows())


def _passed(records: Records, filters: Filters, period: Period) -> float | None:
    """The share of the target's days that has passed at the end of the period, or at the moment asked about."""
    programme = records.catalogue.programme(filters.programme)
    moment: datetime = min(filters.as_of or end_of_day(period.last), end_of_day(period.last))
    return pace_at(moment, *target_period(programme, filters)).passed_pct
