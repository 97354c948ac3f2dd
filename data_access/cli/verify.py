"""The `verify` command: everything that is stored twice, counted anew from the rows and compared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    case,
    cast,
    exists,
    extract,
    func,
    select,
)

from data_access.cube.cells import cells_of, rebuild_days
from data_access.database.schema import (
    changed_day,
    data_version,
    initiative,
    initiative_cell,
    programme_unit,
    unit,
)
from data_access.database.versions import raise_version
from data_access.reference.catalogue import fetch_catalogue
from data_access.snapshots.sealing import broken_seals
from model.codes import Event
from model.dimensions import DIMENSIONS
from model.reference import Programme

_KEY: Final = 2 + len(DIMENSIONS)  # day, event and the dimensions come first, then n and sum_benefit
_MOMENTS: Final = {f"{name}_at": f"{name}_day" for name in ("uploaded", "settled", "rewarded", "applied", "replicated")}

Cells = set[tuple[int, ...]]


@dataclass(frozen=True)
class Difference:
    """One day of one event whose cells do not say what its rows say. The four totals may agree: then a dimension is
    wrong."""

    programme_id: int
    programme: str
    event: Event
    day: int
    rows: int
    in_cells: int
    benefit_of_rows: int  # VND
    benefit_in_cells: int  # VND


@dataclass(frozen=True)
class Report:
    """The result of `verify`: days with wrong cells, and sentences about everything else."""

    differences: tuple[Difference, ...]
    problems: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        return not self.differences and not self.problems


def verify(connection: Connection) -> Report:
    """Compare cells, days, bands and versions of every programme with its rows, and snapshots with their seals."""
    programmes = fetch_catalogue(connection).programmes
    codes = {programme.id: programme.code for programme in programmes}
    differences = [
        difference
        for programme_id, code in codes.items()
        for event in Event
        for difference in _compare(connection, programme_id, code, event)
    ]
    return Report(
        tuple(differences),
        (
            *_wrong_rows(connection, programmes),
            *_wrong_versions(connection, codes),
            *broken_seals(connection),
        ),
    )


def repair(connection: Connection, report: Report) -> int:
    """Rebuild the days that differ and raise the versions; how many days were rebuilt."""
    days: dict[int, set[int]] = {row.programme_id: set() for row in connection.execute(select(data_version))}
    for difference in report.differences:
        days.setdefault(difference.programme_id, set()).add(difference.day)
    for programme_id, wrong in days.items():
        if wrong:
            rebuild_days(connection, programme_id, wrong)
        if wrong or report.problems:
            raise_version(connection, programme_id, ())  # rows may have changed on other days as well
    return sum(len(wrong) for wrong in days.values())


def _compare(connection: Connection, programme_id: int, code: str, event: Event) -> Iterator[Difference]:
    cell = initiative_cell.c
    query = select(
        cell.day, cell.event, *(cell[name] for name in DIMENSIONS), cell.n, cell.sum_benefit, cell.month
    ).where(cell.programme_id == programme_id, cell.event == int(event))
    rows = {(*row, row[0] // 100) for row in _whole_numbers(connection, cells_of(programme_id, event))}
    cells = set(_whole_numbers(connection, query))
    wrong = {row[0] for row in rows ^ cells}
    of_rows, of_cells = _totals(rows, wrong), _totals(cells, wrong)
    for day in sorted(wrong):
        (n, benefit), (n_stored, benefit_stored) = of_rows[day], of_cells[day]
        yield Difference(programme_id, code, event, day, n, n_stored, benefit, benefit_stored)


def _whole_numbers(connection: Connection, query: Select[Any]) -> Iterator[tuple[int, ...]]:
    return (tuple(map(int, row)) for row in connection.execute(query))


def _totals(cells: Cells, days: set[int]) -> Mapping[int, tuple[int, int]]:
    totals = dict.fromkeys(days, (0, 0))
    for row in cells:
        if row[0] in days:
            n, benefit = totals[row[0]]
            totals[row[0]] = (n + row[_KEY], benefit + row[_KEY + 1])
    return totals


def _wrong_rows(connection: Connection, programmes: Sequence[Programme]) -> Iterator[str]:
    row = initiative.c
    checks: dict[str, ColumnElement[bool]] = {
        f"{number} is not the day of {moment}": row[number] != _day_of(row[moment])
        for moment, number in _MOMENTS.items()
    }
    checks["benefit_band is not the band of benefit_vnd"] = row.benefit_band != _band(programmes)
    query = select(*(func.coalesce(func.sum(case((wrong, 1), else_=0)), 0) for wrong in checks.values()))
    for name, count in zip(checks, connection.execute(query.select_from(initiative)).one(), strict=True):
        if count:
            yield f"{count} initiatives: {name}."
    is_member = (
        exists()
        .where(programme_unit.c.programme_id == row.programme_id, programme_unit.c.unit_id == row.unit_id)
        .correlate(initiative)
    )
    strangers = (
        select(func.count())
        .select_from(initiative.join(unit, unit.c.id == row.unit_id))
        .where(unit.c.level != "direct", ~is_member)
    )
    if count := connection.scalar(strangers):
        yield f"{count} initiatives belong to a unit that is neither a direct one nor a member of their programme."


def _wrong_versions(connection: Connection, programmes: Mapping[int, str]) -> Iterator[str]:
    versions = {row.programme_id: row for row in connection.execute(select(data_version))}
    newest = select(initiative.c.programme_id, func.max(initiative.c.uploaded_at)).group_by(initiative.c.programme_id)
    last = {row[0]: row[1] for row in connection.execute(newest)}
    query = select(changed_day.c.programme_id, func.max(changed_day.c.version)).group_by(changed_day.c.programme_id)
    noted_versions = {row[0]: row[1] for row in connection.execute(query)}
    for programme_id, code in programmes.items():
        version = versions.get(programme_id)
        if version is None:
            yield f"{code}: no data version."
            continue
        if version.last_uploaded_at != last.get(programme_id):
            yield f"{code}: the last upload was at {last.get(programme_id)}, not at {version.last_uploaded_at}."
        of_days = noted_versions.get(programme_id, 0)
        if of_days > version.version:
            yield f"{code}: days of version {of_days} are noted, but the version is {version.version}."


def _day_of(moment: ColumnElement[Any]) -> ColumnElement[int]:
    parts = (cast(extract(part, moment), Integer) for part in ("year", "month", "day"))
    year, month, day = parts
    return year * 10_000 + month * 100 + day


def _band(programmes: Sequence[Programme]) -> ColumnElement[int]:
    """The number of the band that a row's benefit falls into, by the limits of its programme."""
    bands = {programme.id: _band_of(programme.band_limits_vnd) for programme in programmes}
    return case(bands, value=initiative.c.programme_id)


def _band_of(limits: Sequence[float]) -> ColumnElement[int]:
    benefit = initiative.c.benefit_vnd
    steps = [(benefit < limit, number) for number, limit in enumerate(limits, 1)]
    return case((benefit.is_(None), 0), *steps, else_=len(limits) + 1)
