"""The needed pace in words: above its dashed line where that is long enough, otherwise in the foot."""

from datetime import datetime, time

from charts.kit.lettering import text_width
from charts.kit.needed_pace import words_of_pace
from charts.kit.theme import SMALL_SIZE, Layout
from charts.kit.timeline import label, nice_ticks, stamp
from charts.progress import Progress

_TOO_SHORT_FOR_WORDS = 0.5  # of the width
_ALONG_THE_PACE = (0.62, 0.66, 0.7, 0.74, 0.78, 0.82, 0.86)  # where the words of the pace may end
_HEIGHT_OF_A_LINE = 0.12  # of a low plot


def pace_text(chart: Progress) -> list[Layout]:
    """The label above the dashed line, if that is long enough; otherwise the foot states the pace."""
    moment, count = chart.now
    if chart.target is None or not _pace_words(chart) or 1 - chart.across(moment) < _TOO_SHORT_FOR_WORDS:
        return []
    along = next((part for part in _ALONG_THE_PACE if _is_free(chart, part)), None)
    if along is None:
        return []
    x, y = moment + (chart.end - moment) * along, count + (chart.target - count) * along
    text = label(_pace_words(chart), stamp(x), y, colour=chart.look.palette.quiet, anchor="right", above=True, shift=-4)
    return [{**text, "yshift": 5, "bgcolor": chart.look.palette.page}]


def _is_free(chart: Progress, part: float) -> bool:
    """Whether a label that ends there keeps clear of targets, phase ends and grid numbers."""
    below = chart.now[1] + ((chart.target or 0) - chart.now[1]) * part
    if any(below <= level <= below + _HEIGHT_OF_A_LINE * chart.top for level in chart.levels):
        return False
    now = chart.across(chart.now[0])
    last = now + (1 - now) * part
    first = last - (text_width(_pace_words(chart), SMALL_SIZE) + 8) / chart.look.least_room
    ends = (chart.across(datetime.combine(phase.end, time.max)) for phase in chart.phases)
    ticks = max(text_width(chart.look.language.numbers.short(y), SMALL_SIZE) for y in nice_ticks(chart.top) or [0])
    return first > ticks / chart.look.least_room and all(not first - 0.02 <= end <= last + 0.01 for end in ends)


def progress_foot(chart: Progress, *, says_pace: bool) -> list[str]:
    """The foot: what is counted, when the target was met, and the pace where it has no label in the chart."""
    texts, language = chart.look.language.charts, chart.look.language
    return [
        language.names.measures.get(chart.overview.count.counts, ""),
        _reached_words(chart) if chart.reached_at else "",
        _pace_words(chart) if says_pace else "",
        texts.progress_single if chart.points[-1][2] is None else "",
    ]


def _reached_words(chart: Progress) -> str:
    """When the target was met, marked where no source gives the day; on one line."""
    language, overview = chart.look.language, chart.overview
    moment = language.moment_of(overview.reached_at, inferred=overview.reached_inferred)
    return language.charts.progress_reached.format(moment=moment).replace(" ", "\u00a0")


def _pace_words(chart: Progress) -> str:
    pace, needed = chart.needed_per_day, chart.overview.facts["needed_per_day"]
    return "" if pace is None else words_of_pace(pace, needed, chart.look.language)
