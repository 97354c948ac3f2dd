"""The cumulative count over time as fractions between 0 and 1, for drawings without a chart library."""

from datetime import date, timedelta
from math import ceil, log10
from typing import Final

from model.edges import Json
from presentation.figures import Figures
from presentation.trend import view_trend
from presentation.wording import Wording

_MOST_POINTS: Final = 200


def timeline(figures: Figures, wording: Wording) -> Json:
    """Points, ticks and the even pace to the target; `points` is empty where no daily counts are known."""
    overview, view = figures.overview, view_trend(figures, wording)
    if view.nothing:
        return {"title": view.chart_title, "points": [], "note": view.nothing}
    days, counts = view.days["day"].to_list(), view.days["cumulative"].to_list()
    first = min(overview.start or days[0], days[0])
    last = max(days[-1], first + timedelta(days=1))
    pace = None if view.is_printed else _pace(figures, first, last)
    top = _ceiling(max(counts[-1], pace[1] if pace else 0, 4))
    step = ceil(len(days) / _MOST_POINTS)
    places = [*range(0, len(days) - 1, step), len(days) - 1]
    return {
        "title": view.chart_title,
        "meaning": f"{view.chart_title}. {view.title}",
        "points": [[_part(days[place], first, last), counts[place] / top] for place in places],
        "dots": view.is_printed,
        "pace": [[0.0, 0.0], [_part(pace[0], first, last), pace[1] / top]] if pace else None,
        "x": [[_part(day, first, last), wording.language.numbers.date(day)] for day in _days(first, last)],
        "y": [[part / 4, wording.language.numbers.count(top * part / 4)] for part in range(5)],
        "note": view.printed_note or (wording.texts.report.line_note if pace else ""),
    }


def _pace(figures: Figures, first: date, last: date) -> tuple[date, float] | None:
    """The end of the even-pace line within the drawing: day and count."""
    target = figures.overview.facts["target"].value if figures.overview.comparable else None
    start, end = figures.overview.start, figures.overview.end
    if not target or start is None or end is None or end <= start or first != start:
        return None
    reach = min(last, end)
    return (reach, target * (reach - start).days / (end - start).days) if reach > start else None


def _ceiling(most: float) -> float:
    """The next round number, so that four steps have short labels."""
    size = float(10 ** int(log10(most)))
    return next(size * step for step in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10) if size * step >= most)


def _part(day: date, first: date, last: date) -> float:
    return (day - first).days / (last - first).days


def _days(first: date, last: date) -> list[date]:
    """Three evenly spaced days."""
    return [first + (last - first) * part / 2 for part in range(3)]
