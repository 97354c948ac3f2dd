"""What changed between two moments: who grew, who moved, who met the target, who sent the first initiative."""

from collections.abc import Sequence
from typing import Final, TypeAlias

import polars as pl

from data_access.queries.ranking import fetch_ranking
from data_access.queries.targets import fetch_targets
from data_access.rules.ranks import EVERYBODY
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.compare import Changes, Passed
from model.edges import Row
from model.exactness import row_qualifier
from model.filters import Filters
from model.frames import MOVES

_FULL: Final = 100.0
_UNKNOWN: Final = (None, None)
_Reached: TypeAlias = dict[str, tuple[float | None, str | None]]


@remembered
def fetch_changes(records: Records, then: Filters, now: Filters) -> Changes:
    """The changes from the moment of `then` to that of `now`, which differ in nothing else."""
    before = {row["unit_code"]: row for row in _places(records, then)}
    after = _places(records, now)
    reached_then, reached_now = _targets(records, then), _targets(records, now)
    rows = [
        _move(row, before.get(row["unit_code"], {}), reached_then, reached_now)
        for row in after
        if row["value"] or before.get(row["unit_code"], {}).get("value")
    ]
    rows.sort(key=lambda row: -(row["added"] or 0))
    winners = [
        Passed(row["unit_name"], row["reached_before"], row["reached_pct"], row["reached_qualifier"])
        for row in rows
        if (row["reached_pct"] or 0) >= _FULL and (row["reached_before"] or 0) < _FULL
    ]
    started = [Passed(row["unit_name"], 0, row["value"]) for row in rows if not row["value_before"]]
    ranking = fetch_ranking(records, now)
    return Changes(ranking, pl.DataFrame(rows, schema=MOVES), tuple(winners), tuple(started))


def _all(marks: Sequence[bool | None]) -> bool | None:
    return None if set(marks) == {None} else all(marks)


def _places(records: Records, filters: Filters) -> list[Row]:
    frame = fetch_ranking(records, filters.changed(top=EVERYBODY)).frame
    return [row for row in frame.iter_rows(named=True) if row["unit_code"]]


def _targets(records: Records, filters: Filters) -> _Reached:
    """Percent of the target by unit, with the word that makes it inexact."""
    frame = fetch_targets(records, filters)
    return {row["unit_code"]: (row["reached_pct"], row_qualifier(row)) for row in frame.iter_rows(named=True)}


def _move(
    row: Row,
    before: Row,
    reached_then: _Reached,
    reached_now: _Reached,
) -> Row:
    code, value, earlier = row["unit_code"], row["value"], before.get("value")
    return {
        "unit_code": code,
        "unit_name": row["unit_name"],
        "short_name": row["short_name"],
        # A place among those with nothing is no place.
        "rank_before": before.get("rank") if earlier else None,
        "rank": row["rank"],
        "value_before": earlier,
        "value": value,
        "added": None if value is None else value - (earlier or 0),
        "factor": value / earlier if value and earlier else None,
        "reached_before": reached_then.get(code, _UNKNOWN)[0],
        "reached_pct": reached_now.get(code, _UNKNOWN)[0],
        "reached_qualifier": reached_now.get(code, _UNKNOWN)[1],
        "printed": _all((before.get("printed"), row["printed"])),
        "printed_now": row["printed"],
    }
