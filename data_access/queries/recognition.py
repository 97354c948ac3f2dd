"""The outcome of initiatives: judged, recognised, rewarded, used; from the records or as printed."""

from functools import partial
from typing import Final

import polars as pl

from data_access.database.parallel import side_by_side
from data_access.ledger.schemes import schemes_of_ledger
from data_access.rows.adoption import fetch_use
from data_access.rows.unrewarded import count_unrewarded
from data_access.rows.waiting_times import fetch_days, of_ages, still_waiting, waits
from data_access.rules.groups_had import groups_had
from data_access.rules.pace import last_counted
from data_access.rules.shares import share_of
from data_access.store.records import Records, counts_rows
from data_access.store.remembered import remembered
from model.breakdown import Breakdown
from model.catalogue import Programme
from model.codes import LEVELS
from model.edges import Row
from model.filters import Filters
from model.frames import RECOGNITION_UNITS, UNREWARDED, empty
from model.recognition import WAIT_LIMITS, Recognition, Unrewarded

_RECOGNISED: Final = LEVELS[1:]  # from the grassroots level upwards


@remembered
def fetch_recognition(records: Records, filters: Filters) -> Recognition:
    """Everything on the page of recognition. It is about statuses, so choosing some changes nothing here."""
    programme = records.catalogue.programme(filters.programme)
    every_status = filters.changed(statuses=())
    printed = _printed(records, every_status, programme)
    if not counts_rows(records, filters):
        moment = max((b.as_of for b in printed if b.as_of), default=filters.as_of)
        return Recognition(moment, None, (), 0, None, None, None, None, empty(RECOGNITION_UNITS), printed)
    slice_ = records.slice(every_status)
    counts = {name: int(value) for name, value in slice_.counts().row(0, named=True).items()}
    levels = slice_.levels()
    days, use = side_by_side(partial(fetch_days, records, every_status), partial(fetch_use, records, every_status))
    moment = last_counted(slice_)
    return Recognition(
        moment,
        counts,
        _steps(counts, levels, max(groups_had(records, programme.code, "level"), default=0)),
        levels.get(0, 0),
        waits(days, "uploaded", "settled"),
        still_waiting(days, moment) if moment else None,
        waits(days, "settled", "rewarded"),
        use,
        _units(records, every_status),
        printed,
        slice_.used(),
    )


@remembered
def fetch_unrewarded(records: Records, filters: Filters) -> Unrewarded | None:
    """Valid initiatives without a reward, by age and by unit; None where only printed figures answer."""
    programme = records.catalogue.programme(filters.programme)
    moment = last_counted(records.slice(filters.changed(statuses=())))
    if moment is None or not counts_rows(records, filters):
        return None
    ages = count_unrewarded(records, filters, moment)
    valid = dict(records.slice(filters.changed(statuses=())).counts("unit_id").select("unit_id", "valid").iter_rows())
    limit = programme.reward_days
    tallies = _tallies(ages, limit)
    rows: list[Row] = []
    for group in records.catalogue.groups_in(filters):
        waiting = [tallies[unit.id] for unit in group.units if unit.id in tallies]
        if waiting:
            count = sum(tally["n"] for tally in waiting)
            rows.append(
                {
                    "unit_code": group.code,
                    "unit_name": group.name,
                    "unrewarded": count,
                    "over_60_days": sum(tally["over_60_days"] for tally in waiting),
                    "over_limit": None if limit is None else sum(tally["over_limit"] for tally in waiting),
                    "unrewarded_pct": share_of(count, sum(valid.get(unit.id, 0) for unit in group.units)),
                    "longest_days": max(tally["longest_days"] for tally in waiting),
                }
            )
    rows.sort(key=lambda row: (-int(row["unrewarded"]), str(row["unit_name"])))
    late = sum(tally["over_limit"] for tally in tallies.values())
    return Unrewarded(of_ages(ages), pl.DataFrame(rows, schema=UNREWARDED), limit, late)


def _tallies(ages: pl.DataFrame, limit: int | None) -> dict[int, Row]:
    """By unit id: how many wait, those that wait longer than 60 days and than the limit (0 without), the longest."""
    tallies = ages.group_by("unit_id").agg(
        pl.col("n").sum(),
        _longer_than(WAIT_LIMITS[-1]).alias("over_60_days"),
        (pl.lit(0) if limit is None else _longer_than(limit)).alias("over_limit"),
        pl.col("days").max().alias("longest_days"),
    )
    return {int(row["unit_id"]): row for row in tallies.iter_rows(named=True)}


def _longer_than(days: int) -> pl.Expr:
    return pl.col("n").filter(pl.col("days") > days).sum()


def printed_elsewhere(records: Records, filters: Filters) -> tuple[Programme, ...]:
    """The other programmes with printed levels or titles."""
    others = (p for p in records.catalogue.programmes if p.code != filters.programme)
    return tuple(other for other in others if _printed(records, Filters(programme=other.code), other))


def _printed(records: Records, filters: Filters, programme: Programme) -> tuple[Breakdown, ...]:
    """Ladders and lists: sources print levels and titles, never how many were judged or used."""
    schemes = schemes_of_ledger(records, filters, programme)
    return tuple(breakdown for breakdown in schemes if breakdown.kind in ("ladder", "list"))


def _steps(counts: dict[str, int], levels: dict[int, int], highest: int) -> tuple[tuple[str, int], ...]:
    """Uploaded, valid, then how many of the valid ones reached each level or a higher one.

    No level above the highest that anything of the programme ever reached: a company has no ministry.
    """
    steps = _numbered()[: max(highest, 1)]
    reached = [(code, sum(levels.get(n, 0) for n in range(number, len(LEVELS)))) for number, code in steps]
    return (("uploads", counts["uploads"]), ("valid", counts["valid"]), *reached)


def _numbered() -> list[tuple[int, str]]:
    return list(enumerate(_RECOGNISED, start=1))


def _units(records: Records, filters: Filters) -> pl.DataFrame:
    """The speed of judging: one row for each unit or province of 2025, the largest backlog first."""
    rows_by_unit = {row["unit_id"]: row for row in records.slice(filters).counts("unit_id").iter_rows(named=True)}
    names = ("uploads", "valid", "invalid", "review", "rewarded")
    rows: list[Row] = []
    for group in records.catalogue.groups_in(filters):
        tallies = [rows_by_unit[unit.id] for unit in group.units if unit.id in rows_by_unit]
        sums = {name: sum(row[name] for row in tallies) for name in names}
        if sums["uploads"]:
            shares = {f"{name}_pct": share_of(sums[name], sums["uploads"]) for name in ("valid", "review")}
            rows.append({"unit_code": group.code, "unit_name": group.name, **sums, **shares})
    rows.sort(key=lambda row: -int(row["review"]))
    return pl.DataFrame(rows, schema=RECOGNITION_UNITS)
