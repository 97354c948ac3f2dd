"""The charts of each page, as the page draws them."""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Final

from charts.overview import draw_progress
from charts.ranking import draw_rank_slope, draw_ranking
from charts.sectors import draw_cut, draw_sector_heat
from charts.steps import draw_steps
from charts.targets import draw_targets
from charts.trend import draw_curve
from data_access.queries.ranking import fetch_leaders
from data_access.queries.sectors import fetch_cut, fetch_sector_units
from data_access.queries.targets import known_only
from data_access.queries.trend import fetch_trend
from exports.svg.records import OF_RECORDS
from exports.svg.shown import Chart, Draw, PageContent, sector_parts
from model.codes import Basis, Measure, TargetKind
from model.picking import around, picked
from model.trend import NATURAL_STEP, STEP_DAYS, needed_per_step
from presentation.overview import progress_finding
from presentation.places import ranking_title
from presentation.ranking import ranking_verdict
from presentation.sectors import cut_title
from presentation.targets import targets_title
from presentation.trend import curve_title


def charts_of(subject: str, shown: PageContent) -> Iterator[Chart]:
    """Yield the charts of a page of PICTURED. Raises what data_access raises, possibly after some charts."""
    return DRAWN[subject](shown)


def _overview(shown: PageContent) -> Iterator[Chart]:
    figures = shown.figures
    if not figures.overview.daily.is_empty():
        title = progress_finding(figures.overview, shown.language)
        yield "progress", title, draw_progress(figures.overview, figures.programme, shown.look)
    ranking, picked_unit = fetch_leaders(shown.records, shown.filters.changed(measure=Measure.UPLOADS, top=10))
    if not ranking.frame.is_empty():
        yield "ranking", ranking_verdict(ranking, shown.wording), draw_ranking(ranking, shown.look, picked_unit)
    yield from sector_parts(shown, 1)


def _targets(shown: PageContent) -> Iterator[Chart]:
    figures, filters = shown.figures, shown.filters
    targets = known_only(figures.targets, filters.basis)
    if not targets.is_empty():
        title = targets_title(filters.target, shown.language)
        blocks, moment = ceil(targets.height / shown.most_rows), figures.overview.moment
        beside = [other for other in TargetKind if other is not filters.target]
        for part in draw_targets(targets, shown.look, beside=beside, blocks=blocks, as_of=moment, apart=True):
            yield "targets", title, part


def _ranking(shown: PageContent) -> Iterator[Chart]:
    ranking, numbers = shown.figures.ranking, shown.language.numbers
    first, picked_unit = fetch_leaders(shown.records, shown.filters)
    if not first.frame.is_empty():
        yield "ranking", ranking_title(first, shown.language), draw_ranking(first, shown.look, picked_unit)
    if ranking.frame["rank_before"].count():
        before, now = numbers.moment(ranking.before_moment), numbers.moment(ranking.moment)
        title = shown.language.ranking.movement_title.format(before=before, now=now)
        yield "slope", title, draw_rank_slope(ranking, shown.look)


def _sectors(shown: PageContent) -> Iterator[Chart]:
    yield from sector_parts(shown)
    if shown.filters.basis is Basis.PUBLISHED:
        return
    for name in shown.figures.cuts:
        frame = fetch_cut(shown.records, around(shown.filters, name), name)
        if not frame.is_empty():
            title = cut_title(name, shown.language)
            yield name, title, draw_cut(frame, name, shown.look, picked(shown.filters, name))
    cells = fetch_sector_units(shown.records, shown.filters)
    if not cells.is_empty():
        yield "heat", shown.language.sectors.heat_title, draw_sector_heat(cells, shown.look)


def _trend(shown: PageContent) -> Iterator[Chart]:
    """The curve and the chart of steps: days, weeks or months."""
    trend, overview, texts = fetch_trend(shown.records, shown.filters), shown.figures.overview, shown.language.trend
    if not overview.daily.is_empty():
        curve = draw_curve(overview, shown.figures.programme, trend.forecast, trend.happenings, shown.look)
        yield "trend", curve_title(trend, shown.look.language), curve
    step = shown.switches.get("step", "")
    every = step if step in STEP_DAYS else NATURAL_STEP
    if not trend.steps[every].is_empty():
        title = texts.steps_title.format(step=texts.steps[every].lower())
        needed = needed_per_step(overview, every)
        word = overview.facts["needed_per_day"].qualifier
        steps = draw_steps(trend.steps[every], every, needed, shown.look, overview.moment, word)
        yield f"steps-{every}", title, steps


DRAWN: Final[Mapping[str, Draw]] = {
    "overview": _overview,
    "targets": _targets,
    "ranking": _ranking,
    "sectors": _sectors,
    "trend": _trend,
    **OF_RECORDS,
}
