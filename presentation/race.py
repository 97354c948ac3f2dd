"""The bar chart race in words: leaders on at most twenty evenly spaced days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final

import polars as pl

from data_access.store.records import Records
from presentation.figures import Figures
from presentation.places import is_medal, shared_leaders
from presentation.stamp import Stamp, as_of, stamp
from presentation.wording import Wording, shortened

_MOST_FRAMES: Final = 20
_MOST_RUNNERS: Final = 10
_SHORT_NAME: Final = 18  # letters


@dataclass(frozen=True)
class Runner:
    """A unit in the race at the end of a day: its cumulative count as a number and formatted."""

    code: str
    name: str
    value: int
    text: str
    is_medal: bool


@dataclass(frozen=True)
class RaceFrame:
    """One day of the race: date, leader, and runners, best first. `short_title` is for names too long for the title."""

    label: str
    title: str
    short_title: str
    runners: tuple[Runner, ...]


@dataclass(frozen=True)
class RaceView:
    """The race of a scope; no frames where fewer than two units have daily counts."""

    title: str
    frames: tuple[RaceFrame, ...]
    stamp: Stamp


def view_race(records: Records, figures: Figures, wording: Wording) -> RaceView:
    """The race up to the moment asked for. Raises what data_access raises."""
    frames = _frames(records, figures, wording)
    title = frames[-1].title if frames else wording.language.stage.views["race"]
    return RaceView(title, frames, stamp("overview", figures, wording))


def _frames(records: Records, figures: Figures, wording: Wording) -> tuple[RaceFrame, ...]:
    daily = records.slice(figures.filters.of_measure).daily("unit_id")
    alone = daily["unit_id"].n_unique() < 2  # a race needs two
    if figures.overview.facts["uploads"].source.kind != "records" or alone:
        return ()
    units = figures.catalogue.unit_by_id
    counts = daily.pivot("unit_id", index="day", values="uploads", aggregate_function="sum").sort("day").fill_null(0)
    running = counts.select("day", pl.exclude("day").cum_sum())
    frames = []
    for day in _days(running["day"].to_list()):
        row = running.filter(pl.col("day") <= day).tail(1).drop("day").to_dicts()[0]
        best = sorted(((int(n), units[int(code)]) for code, n in row.items() if n), key=lambda place: -place[0])
        places = [(unit.code, unit.short_name, n) for n, unit in best[:_MOST_RUNNERS]]
        frames.append(_frame(day, places, figures, wording))
    return tuple(frames)


def _days(days: list[date]) -> list[date]:
    """The last day and earlier ones at equal intervals."""
    span = (days[-1] - days[0]).days
    steps = min(_MOST_FRAMES - 1, span)
    return (
        [days[-1] - timedelta(days=round(span * (steps - step) / steps)) for step in range(steps + 1)]
        if steps
        else days
    )


def _frame(day: date, places: Sequence[tuple[str, str, int]], figures: Figures, wording: Wording) -> RaceFrame:
    texts, numbers = wording.language.stage, wording.language.numbers
    runners = tuple(
        Runner(code, wording.short_unit(code, name), n, numbers.count(n), is_medal(place))
        for place, (code, name, n) in enumerate(places, start=1)
    )
    moment = figures.overview.moment
    is_cut = moment is not None and moment.date() == day
    together = shared_leaders(places, wording)
    title_of = partial(
        texts.titles["race_shared" if together else "race"].format, moment=numbers.date(day), count=runners[0].text
    )
    name = runners[0].name
    return RaceFrame(
        as_of(moment, wording) if is_cut else texts.race_at.format(day=numbers.date(day)),
        title_of(unit=name, units=together),
        title_of(unit=shortened(name, _SHORT_NAME), units=wording.texts.slides.several),
        runners,
    )
