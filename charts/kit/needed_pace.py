"""The pace still needed: a dashed line from today's count to the target."""

from datetime import datetime

from charts.kit.theme import Look, Trace
from charts.kit.timeline import stamp
from language.languages import Language
from model.facts import Fact


def needed_pace(now: tuple[datetime, float], goal: tuple[datetime, float], look: Look) -> Trace:
    """The line from the moment and count of now to those of the goal."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": look.language.charts.progress_pace_line,
        "x": [stamp(now[0]), stamp(goal[0])],
        "y": [now[1], goal[1]],
        "line": {"color": look.palette.quiet, "width": 2, "dash": "dash"},
        "hoverinfo": "skip",
    }


def words_of_pace(a_day: int, needed: Fact, language: Language) -> str:
    """“Cần dưới 1.677 mỗi ngày”: the pace with the qualifier of the fact, on one line."""
    count = language.names.qualified(language.numbers.count(a_day), needed.qualifier)
    return language.charts.progress_pace.format(count=count).replace(" ", "\u00a0")
