"""The data of the progress chart: points, target, phases, needed pace."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from math import ceil
from typing import TypeAlias

from charts.kit.theme import Look
from model.catalogue import Phase, Programme
from model.results import Overview

Point: TypeAlias = tuple[datetime, int, int | None]  # moment, cumulative, on that day


@dataclass(frozen=True)
class Progress:
    """`top` is the upper end of the scale; `target` is None where there is none, or none comparable."""

    overview: Overview
    look: Look
    points: tuple[Point, ...]
    target: float | None
    phases: tuple[Phase, ...]  # those that end inside
    start: datetime
    end: datetime
    top: float

    @property
    def reached_at(self) -> datetime | None:
        """When uploads met the target; None beside a curve of valid ones."""
        return self.overview.reached_at if self.overview.counts == "uploads" else None

    @property
    def now(self) -> tuple[datetime, int]:
        return self.points[-1][:2]

    def across(self, moment: datetime) -> float:
        """The position of a moment between the edges, 0 to 1."""
        return (moment - self.start) / (self.end - self.start)

    @property
    def needed_per_day(self) -> int | None:
        """Uploads a day from now to the deadline; None where the target is met, unknown or past."""
        value = self.overview.facts["needed_per_day"].value
        behind = self.target is not None and self.now[1] < self.target and self.now[0] < self.end
        return ceil(value) if behind and value is not None else None

    @property
    def levels(self) -> list[float]:
        """The heights of all targets, zero where there is none."""
        return [self.target or 0, *(target for _, target in self.phase_targets)]

    @property
    def phase_targets(self) -> list[tuple[Phase, int]]:
        """National targets of phases comparable with this scale: same scope, counted from the same day."""
        if self.overview.target_scope != "national" or not self.overview.comparable:
            return []
        first = self.start.date()
        return [
            (phase, phase.national_target) for phase in self.phases if phase.national_target and phase.start == first
        ]


def read_progress(overview: Overview, programme: Programme, look: Look) -> Progress | None:
    """The chart data of an overview; None where nothing was counted."""
    points = _points(overview)
    if not points:
        return None
    fact = overview.facts["target"].value
    target = float(fact) if fact is not None and overview.comparable else None
    start = datetime.combine(overview.start or points[0][0].date(), time.min)
    end = overview.end_moment or points[-1][0]
    phases = tuple(p for p in programme.phases if overview.end and start.date() <= p.end < overview.end)
    highest = max(points[-1][1], target or 0, 1)
    # A high value needs room for its label above: two lines, or three in a low chart beside others.
    high, air = (0.8, 1.30) if look.wide else (0.7, 1.52)
    air = air if points[-1][1] > high * highest else 1.12
    start = min(start, points[0][0])
    end = max(end, points[-1][0], start + timedelta(hours=1))
    return Progress(overview, look, points, target, phases, start, end, highest * air)


def _within(overview: Overview, last: datetime) -> datetime | None:
    """The moment asked for, limited to the drawn range: years after the deadline would squeeze the rest."""
    end = datetime.combine(overview.end, time.max) if overview.end else last
    return overview.moment and min(overview.moment, max(last, end))


def _points(overview: Overview) -> tuple[Point, ...]:
    """Each day's count at the end of the day, the last one at the moment asked for."""
    days, sums, uploads = (overview.course[name].to_list() for name in ("day", "cumulative", "uploads"))
    counted_days = (row for row in zip(days, sums, uploads, strict=True) if row[1] is not None)
    points = [(datetime.combine(day, time.max), count, n) for day, count, n in counted_days]
    if not points:
        return ()
    last, moment = points[-1], _within(overview, points[-1][0])
    if moment and moment.date() == last[0].date():
        points[-1] = (moment, last[1], last[2])
    elif moment and moment > last[0]:
        points.append((moment, last[1], 0 if last[2] is not None else None))
    if points[0][2] is not None:
        points.insert(0, (datetime.combine(points[0][0].date(), time.min), points[0][1] - points[0][2], None))
    return tuple(points)
