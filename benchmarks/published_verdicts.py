"""`python -m benchmarks.published_verdicts`: the verdict rule against published milestones (docs/verdicts.md).

Sources publish counts, not weekly paces. The daily mean since the previous milestone replaces the pace; the verdict is
compared with later milestones.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from data_access.database.bounded import Database
from data_access.database.settings import database_url
from data_access.ledger.ledger import WHOLE, figures_of
from data_access.ledger.printed_counts import is_count
from data_access.queries.overview import fetch_overview
from data_access.rules.pace import target_period
from data_access.rules.status import WEEK_DAYS, Course, judge
from data_access.store.live import LiveRecords
from data_access.store.records import Records
from model.codes import Basis
from model.filters import Filters, end_of_day

PROGRAMME = "1tr"
HEADS = ("who", "target", "milestone", "reached", "mean a day since", "needed a day", "the rule on that mean", "later")


@dataclass(frozen=True)
class Milestone:
    """One published count; the lowest where sources differ on one day."""

    moment: datetime
    count: float


def main() -> None:
    """Print the table."""
    with closing(LiveRecords(Database(database_url()))) as records:
        print("\n".join(table(records)))


def table(records: Records) -> list[str]:
    """The lines of the table, the nation first."""
    milestones_by_owner: dict[str, dict[datetime, Milestone]] = {}
    for figure in figures_of(records, PROGRAMME):
        if figure.owner is not None and figure.moment and is_count(figure):
            milestone = milestones_by_owner.setdefault(figure.owner, {}).setdefault(
                figure.moment, Milestone(figure.moment, figure.value)
            )
            if figure.value < milestone.count:
                milestones_by_owner[figure.owner][figure.moment] = Milestone(figure.moment, figure.value)
    lines = [f"| {' | '.join(HEADS)} |", f"| {' | '.join('---' for _ in HEADS)} |"]
    for owner in sorted(milestones_by_owner):
        milestones = sorted(milestones_by_owner[owner].values(), key=lambda milestone: milestone.moment)
        for phase in (1, None):
            lines += _lines(records, owner, phase, milestones)
    return lines


def _lines(records: Records, owner: str, phase: int | None, milestones: Sequence[Milestone]) -> Iterator[str]:
    programme = records.catalogue.programme(PROGRAMME)
    _, end = target_period(programme, Filters(programme=PROGRAMME, phase=phase))
    for before, now in pairwise(milestones):
        target = _target(records, owner, phase, now.moment)
        if end is None or target is None or now.moment > end_of_day(end) or before.count >= target:
            continue
        days = (now.moment - before.moment).total_seconds() / 86_400
        mean = (now.count - before.count) / days
        course = Course(round(mean * WEEK_DAYS), (end - now.moment.date()).days, now.moment >= end_of_day(end))
        verdict, needed = judge(now.count, target, course), course.needed(now.count - target)
        unit = records.catalogue.unit_by_code[owner].short_name if owner != WHOLE else "cả nước"
        aim = f"{target:,.0f}, {f'phase {phase}' if phase else 'all'}"
        reached = f"{now.count:,.0f}: {100 * now.count / target:.1f} %"
        need = "–" if needed is None else f"{needed:,}"
        later = _later(milestones, now, target, end_of_day(end))
        moment = f"{now.moment:%d/%m/%Y}"
        yield f"| {unit} | {aim} | {moment} | {reached} | {mean:,.0f} | {need} | {verdict.value} | {later} |"


def _target(records: Records, owner: str, phase: int | None, moment: datetime) -> float | None:
    units = (owner,) if owner != WHOLE else ()
    filters = Filters(programme=PROGRAMME, basis=Basis.PUBLISHED, phase=phase, as_of=moment, units=units)
    return fetch_overview(records, filters).facts["target"].value


def _later(milestones: Sequence[Milestone], now: Milestone, target: float, end: datetime) -> str:
    after = [milestone for milestone in milestones if now.moment < milestone.moment <= end]
    first = next((milestone for milestone in after if milestone.count >= target), None)
    if first:
        return f"met by {first.moment:%d/%m/%Y}"
    return f"{100 * after[-1].count / target:.1f} % on {after[-1].moment:%d/%m/%Y}" if after else "nothing printed"


if __name__ == "__main__":
    main()
