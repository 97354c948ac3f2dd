"""`python -m benchmarks.forecasts`: forecasts made again in the past, and what came (docs/forecasts.md)."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from data_access.database.bounded import Database
from data_access.database.settings import database_url
from data_access.rules.forecast import forecast
from data_access.rules.histories import Courses, read_courses
from data_access.store.live import LiveRecords
from model.catalogue import Phase
from model.filters import Filters, end_of_day

PROGRAMME = "1tr"
_ENOUGH = 30  # initiatives that a union has for its forecast to be counted


def main() -> None:
    """Print one line a week for each phase that has ended in the records."""
    heads = ("made on", "for", "count", "last 7 days go on", "low", "middle", "high", "came", "inside", "unions inside")
    print(f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}")
    with closing(LiveRecords(Database(database_url()))) as records:
        history = read_courses(records, Filters(programme=PROGRAMME))
        if history is None:
            return
        courses, moment = history
        phases = records.catalogue.programme(PROGRAMME).phases
        for phase in (phase for phase in phases if end_of_day(phase.end) <= moment):
            finished = [other for other in phases if other.end < phase.start]
            for line in _lines(courses, phase, finished):
                print(line)


def _lines(courses: Courses, phase: Phase, finished: list[Phase]) -> Iterator[str]:
    day = phase.start + timedelta(days=7)
    while day < phase.end:
        guess = forecast(courses, end_of_day(day), phase.start, phase.end, finished)
        actual = courses.in_scope(phase.start, phase.end)
        steady = guess.steady
        if guess.low is not None and guess.high is not None and guess.count is not None and steady is not None:
            inside = "yes" if guess.low <= actual <= guess.high else "no"
            numbers = (guess.count, round(steady), guess.low, guess.middle or 0, guess.high, actual)
            cells = " | ".join(f"{number:,}" for number in numbers)
            held, of = _unions_inside(courses, day, phase, finished)
            yield f"| {day:%d/%m/%Y} | {phase.end:%d/%m/%Y} | {cells} | {inside} | {held} of {of} |"
        day += timedelta(days=7)


def _unions_inside(courses: Courses, day: date, phase: Phase, finished: list[Phase]) -> tuple[int, int]:
    """Of how many unions the outcome was inside the range made for each of them."""
    held = of = 0
    for row in range(len(courses.sums)):
        only_this = np.zeros(len(courses.sums), dtype=np.bool_)
        only_this[row] = True
        alone = replace(courses, chosen=only_this)
        guess = forecast(alone, end_of_day(day), phase.start, phase.end, finished)
        if guess.low is not None and guess.high is not None and (guess.count or 0) >= _ENOUGH:
            held += guess.low <= alone.in_scope(phase.start, phase.end) <= guess.high
            of += 1
    return held, of


if __name__ == "__main__":
    main()
