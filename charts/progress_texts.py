"""Labels of the progress chart, placed where the line leaves room."""

from charts.kit.levels import is_crossed
from charts.kit.phase_ends import phase_ends
from charts.kit.theme import Layout
from charts.kit.timeline import label, nice_ticks, stamp
from charts.progress import Progress
from charts.progress_now import words_of_now
from model.catalogue import Phase


def progress_texts(chart: Progress) -> list[Layout]:
    """The labels: the moment (with a background against the grid), ticks, targets, phases."""
    return [
        words_of_now(chart),
        *_ticks(chart),
        *_targets(chart),
        *phase_ends(chart.phases, chart.start, chart.end, chart.look),
    ]


def _ticks(chart: Progress) -> list[Layout]:
    """Numbers on their grid lines inside the plot; a margin for them would take a fifth of a phone's width."""
    numbers, palette = chart.look.language.numbers, chart.look.palette
    behind = {"xref": "paper", "bgcolor": palette.page}  # ends of early phases stand behind them
    points = [(chart.across(moment), value) for moment, value, _ in chart.points]
    free = [
        y
        for y in nice_ticks(chart.top)
        if all(_is_clear(chart, y, level) for level in chart.levels)
        and not is_crossed(numbers.short(y), y, chart.top, chart.look.for_names, points)
    ]
    return [{**label(numbers.short(y), 0, y, colour=palette.quiet, anchor="left", above=True), **behind} for y in free]


def _is_clear(chart: Progress, y: float, level: float) -> bool:
    """Whether the line at `level` keeps clear of a number at `y`; text is relatively taller in low charts."""
    tall = 0.06 if chart.look.wide else 0.1
    return level - y > tall * chart.top or y - level > 0.06 * chart.top


def _targets(chart: Progress) -> list[Layout]:
    texts, language, palette = chart.look.language.charts, chart.look.language, chart.look.palette
    count = language.names.qualified(language.numbers.count(chart.target), chart.overview.facts["target"].qualifier)
    words = [(texts.progress_target.format(target=count), chart.target)]
    for phase, target in chart.phase_targets:
        words.append((_phase_target(chart, phase, language.numbers.count(target)), target))
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
