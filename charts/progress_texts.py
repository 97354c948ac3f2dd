"""Labels of the progress chart, placed where the line leaves room."""

from datetime import datetime, time

from charts.kit.lettering import text_width
from charts.kit.levels import is_crossed
from charts.kit.phase_ends import phase_ends
from charts.kit.theme import SMALL_SIZE, Layout
from charts.kit.timeline import label, nice_ticks, stamp
from charts.progress import Progress
from charts.progress_now import words_of_now
from model.catalogue import Phase

_TOO_SHORT_FOR_WORDS = 0.5  # of the width
_ALONG_THE_PACE = (0.62, 0.66, 0.7, 0.74, 0.78, 0.82, 0.86)  # where the words of the pace may end
_HEIGHT_OF_A_LINE = 0.12  # of a low plot


def progress_texts(chart: Progress) -> list[Layout]:
    """The labels: the moment (with a background against the grid), ticks, targets, phases."""
    return [
        words_of_now(chart),
        *_ticks(chart),
        *_targets(chart),
        *phase_ends(chart.phases, chart.start, chart.end, chart.look),
    ]


def progress_foot(chart: Progress, *, says_pace: bool) -> list[str]:
    """The foot: what is counted, when the target was met, and the pace where it has no label in the chart."""
    texts, language = chart.look.language.charts, chart.look.language
    reached = chart.overview.reached_at
    return [
        language.names.measures.get(chart.overview.facts["uploads"].counts, ""),
        _reached_words(chart) if reached else "",
        _pace_words(chart) if says_pace else "",
        texts.progress_single if chart.points[-1][2] is None else "",
    ]


def _reached_words(chart: Progress) -> str:
    """When the target was met, marked where no source gives the day; on one line."""
    language, overview = chart.look.language, chart.overview
    moment = language.moment_of(overview.reached_at, inferred=overview.reached_inferred)
    return language.charts.progress_reached.format(moment=moment).replace(" ", "\u00a0")


def _ticks(chart: Progress) -> list[Layout]:
    """Numbers on their grid lines inside the plot; a margin for them would take a fifth of a phone's width."""
    numbers, palette = chart.look.language.numbers, chart.look.palette
    points = [(chart.across(moment), value) for moment, value, _ in chart.points]
    free = [
        y
        for y in nice_ticks(chart.top)
        if all(_is_clear(chart, y, level) for level in chart.levels)
        and not is_crossed(numbers.short(y), y, chart.top, chart.look.least_room, points)
    ]
    return [
        {**label(numbers.short(y), 0, y, colour=palette.quiet, anchor="left", above=True), "xref": "paper"}
        for y in free
    ]


def _is_clear(chart: Progress, y: float, level: float) -> bool:
    """Whether the line at `level` keeps clear of a number at `y`; text is relatively taller in low charts."""
    tall = 0.06 if chart.look.wide else 0.1
    return level - y > tall * chart.top or y - level > 0.06 * chart.top


def _targets(chart: Progress) -> list[Layout]:
    texts, language, palette = chart.look.language.charts, chart.look.language, chart.look.palette
    qualifier = language.names.qualifier(chart.overview.facts["target"].qualifier)
    words = [
        (
            texts.progress_target.format(target=f"{qualifier} {language.numbers.count(chart.target)}".strip()),
            chart.target,
        )
    ]
    for phase, target in chart.phase_targets:
        count = language.numbers.count(target)
        words.append(
            (
                _phase_target(chart, phase, count),
                target,
            )
        )
    return [
        {
            **label(f"<b>{text}</b>", stamp(chart.start), level, colour=palette.target, anchor="left", above=True),
            "bgcolor": palette.page,
        }
        for text, level in words
        if level
    ]


def _phase_target(chart: Progress, phase: Phase, count: str) -> str:
    """The label of a phase's target, with the phase's name above it where there is room."""
    name, texts = chart.look.language.name_of(phase), chart.look.language.charts
    words = f"{name}: {count}" if name else texts.progress_phase_target.format(number=phase.number, target=count)
    return words if chart.look.wide else count


def _pace_words(chart: Progress) -> str:
    """“Cần dưới 1.677 mỗi ngày”: the needed pace with its qualifier."""
    pace, language = chart.needed_per_day, chart.look.language
    word = chart.overview.facts["needed_per_day"].qualifier
    count = language.names.qualified(language.numbers.count(pace), word)
    return language.charts.progress_pace.format(count=count) if pace is not None else ""


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
