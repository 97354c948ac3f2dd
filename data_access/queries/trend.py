"""The pace: uploads by day, week and month, the forecast, and two periods side by side."""

from datetime import date, datetime, time, timedelta

import polars as pl

from data_access.ledger.ledger import figures_of, known_by
from data_access.ledger.printed_pace import printed_forecast, printed_trials
from data_access.queries.weekly import fetch_week
from data_access.reference.reference_files import rows_of
from data_access.rows.staff_choices import fetch_events
from data_access.rules.forecast import forecast, rehearsals, trials
from data_access.rules.histories import read_courses
from data_access.rules.pace import last_counted, reads_ledger, target_period
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Programme
from model.filters import Filters
from model.frames import STEPS, empty
from model.trend import Forecast, Happening, PeriodComparison, Trend, Trial

_STEPS = {"day": "1d", "week": "1w", "month": "1mo"}
_EVENT = "su_kien"  # what staff enter in the ledger to see on the axis
_STRETCHES = {"week": 7, "month": 28}


@remembered
def fetch_trend(records: Records, filters: Filters) -> Trend:
    """The content of the page of the pace; of the ledger only what printed counts allow."""
    programme = records.catalogue.programme(filters.programme)
    printed = printed_trials(records, programme, filters)
    happenings = _happenings(records, programme, filters)
    if reads_ledger(records, programme, filters):
        nothing = dict.fromkeys(_STEPS, empty(STEPS))
        return Trend(nothing, happenings, printed_forecast(records, programme, filters), printed, ())
    filters = filters.of_measure
    expected, tried = _forecast(records, programme, filters)
    steps = {name: _steps(records, filters, every) for name, every in _STEPS.items()}
    return Trend(steps, happenings, expected, (*tried, *printed), _comparisons(records, programme, filters))


def _forecast(records: Records, programme: Programme, filters: Filters) -> tuple[Forecast, tuple[Trial, ...]]:
    start, end = target_period(programme, filters)
    nothing = Forecast("thin", None, start, end, None)
    if "review" in filters.statuses or filters.since or filters.until or start is None or end is None:
        return Forecast("stretch", None, start, end, None), ()
    unit_courses = read_courses(records, filters)
    if unit_courses is None:
        return nothing, ()
    courses, moment = unit_courses
    finished = [phase for phase in programme.phases if phase.end < start]
    week = sum(fetch_week(records, filters, moment).values())
    expected = forecast(courses, moment, start, end, finished, week)
    return expected, (*rehearsals(courses, expected), *trials(courses, programme.phases, moment))


def _happenings(records: Records, programme: Programme, filters: Filters) -> tuple[Happening, ...]:
    """The shipped events, then those that staff entered as figures of the metric su_kien."""
    happenings = [
        Happening(date.fromisoformat(row["day"]), row["name_vi"], row["name_en"], row["source"])
        for row in rows_of("events")
        if row["programme"] == programme.code
    ]
    for figure in figures_of(records, programme.code):
        if figure.metric == _EVENT and figure.day and known_by(figure, filters.as_of):
            name = figure.row["category"] or figure.row["period"] or figure.holder
            happenings.append(Happening(figure.day, name, name, figure.source.title or figure.source.url))
    happenings += fetch_events(records, programme.code)
    past = [happening for happening in happenings if filters.as_of is None or happening.day <= filters.as_of.date()]
    return tuple(sorted(past, key=lambda happening: happening.day))


def _steps(records: Records, filters: Filters, every: str) -> pl.DataFrame:
    slice_ = records.slice(filters)
    daily, moment = slice_.daily().sort("day"), last_counted(slice_)
    if daily.is_empty() or moment is None:
        return empty(STEPS)
    first: date = slice_.start or daily["day"][0]
    until = min(moment.date(), _last_day(daily, records.catalogue.programme(filters.programme), moment))
    days = pl.DataFrame({"day": pl.date_range(first, until, "1d", eager=True)})
    groups = (
        days.join(daily, on="day", how="left")
        .with_columns(pl.col("uploads").fill_null(0), pl.col("day").dt.truncate(every).alias("step"))
        .group_by("step", maintain_order=True)
        .agg(pl.col("day").min().alias("since"), pl.col("day").max().alias("until"), pl.col("uploads").sum())
    )
    last = moment.date() if moment.time() == time.max else moment.date() - timedelta(days=1)
    ends = pl.col("step").dt.offset_by(every).dt.offset_by("-1d")
    table = groups.with_columns(((pl.col("since") == pl.col("step")) & (ends <= last)).alias("whole"))
    return table.select(pl.col(name).cast(kind) for name, kind in STEPS.items())


def _last_day(daily: pl.DataFrame, programme: Programme, moment: datetime) -> date:
    """The last day on which no uploads mean zero; after the programme and all uploads nothing is known."""
    days: list[date] = daily["day"].to_list()
    return max(*days, programme.end or moment.date()) if days else moment.date()


def _comparisons(records: Records, programme: Programme, filters: Filters) -> tuple[PeriodComparison, ...]:
    """The last week and the last four against as many days before; this phase against the last one's first days."""
    slice_ = records.slice(filters)
    moment = last_counted(slice_)
    if moment is None or "review" in filters.statuses or moment.date() > _last_day(slice_.daily(), programme, moment):
        return ()
    comparisons = []
    for code, days in _STRETCHES.items():
        length = timedelta(days=days)
        if programme.start is None or (moment - 2 * length).date() >= programme.start:
            comparisons.append(_comparison(records, filters, code, moment - length, moment, moment - 2 * length))
    return (*comparisons, *_phases(records, programme, filters, moment))


def _phases(records: Records, programme: Programme, filters: Filters, moment: datetime) -> list[PeriodComparison]:
    now = next((p for p in programme.phases if p.start <= moment.date() <= p.end), None)
    before = programme.phase(now.number - 1) if now else None
    if now is None or before is None:
        return []
    start, earlier = (datetime.combine(phase.start, time.min) for phase in (now, before))
    length = min(moment - start, datetime.combine(before.end, time.max) - earlier)
    return [_comparison(records, filters, "phase", start, start + length, earlier)] if length.days else []


def _comparison(
    records: Records, filters: Filters, code: str, since: datetime, until: datetime, before: datetime
) -> PeriodComparison:
    length = until - since
    counts = [_until(records, filters, moment) for moment in (since, until, before, before + length)]
    return PeriodComparison(
        code, length.days, since, until, counts[1] - counts[0], before, before + length, counts[3] - counts[2]
    )


def _until(records: Records, filters: Filters, moment: datetime) -> int:
    """Counts from the start up to and including a moment."""
    ever = filters.changed(phase=None, since=None, until=None, as_of=moment)
    return int(records.slice(ever).counts()["uploads"].sum())
