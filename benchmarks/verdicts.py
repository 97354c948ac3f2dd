"""`python -m benchmarks.verdicts`: weekly verdicts and the outcomes (docs/verdicts.md)."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta

import polars as pl

from data_access.database.bounded import Database
from data_access.database.settings import database_url
from data_access.queries.overview import fetch_overview
from data_access.queries.targets import fetch_targets
from data_access.store.live import LiveRecords
from data_access.store.records import Records
from model.filters import Filters, end_of_day

PROGRAMME = "1tr"
_DONE = ("exceeded", "met")


def main() -> None:
    """Print one line a week for each phase that has ended in the records."""
    heads = ("moment", "nation: reached, pace, needed, verdict", "units on pace: met later", "below pace: met later")
    print(f"| {' | '.join(heads)} |")
    print("| --- | --- | --- | --- |")
    with closing(LiveRecords(Database(database_url()))) as records:
        last = records.last_moment(PROGRAMME)
        for phase in records.catalogue.programme(PROGRAMME).phases:
            if last is not None and phase.end <= last.date():
                for line in _lines(records, phase.number, phase.start, phase.end):
                    print(line)


def _lines(records: Records, phase: int, start: date, end: date) -> Iterator[str]:
    ended = _statuses(records, phase, end_of_day(end))
    done_units = set(ended.filter(pl.col("status").is_in(_DONE))["unit_code"])
    day = start + timedelta(days=7)
    while day < end:
        filters = Filters(programme=PROGRAMME, phase=phase, as_of=end_of_day(day))
        facts, status = fetch_overview(records, filters).facts, fetch_overview(records, filters).status
        reached, pace, needed = (facts[name].value or 0 for name in ("reached_pct", "pace_per_day", "needed_per_day"))
        nation = f"{reached:.1f} %, {pace:,.0f}, {needed:,.0f}, {status.value}"
        verdicts = _statuses(records, phase, end_of_day(day))
        outcomes = (_outcome(verdicts, verdict, done_units) for verdict in ("on_track", "behind"))
        print_day = f"{day:%d/%m/%Y}"
        yield f"| {print_day} | {nation} | {' | '.join(outcomes)} |"
        day += timedelta(days=7)


def _statuses(records: Records, phase: int, moment: datetime) -> pl.DataFrame:
    return fetch_targets(records, Filters(programme=PROGRAMME, phase=phase, as_of=moment)).select("unit_code", "status")


def _outcome(frame: pl.DataFrame, verdict: str, done_units: set[str]) -> str:
    units = frame.filter(pl.col("status") == verdict)["unit_code"].to_list()
    return f"{len(units)}: {sum(unit in done_units for unit in units)}" if units else "–"


if __name__ == "__main__":
    main()
