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
from exports.svg.page_content import Chart, Draw, PageContent, sector_parts
from exports.svg.records import OF_RECORDS
from model.codes import Basis, TargetKind
from model.picking import around, picked
from model.trend import NATURAL_STEP, STEP_DAYS, known_steps, needed_per_step
from presentation.overview import progress_finding
from presentation.places import ranking_title
from presentation.ranking import ranking_verdict
from presentation.sectors import cut_title
from presentation.targets import targets_title
from presentation.trend import assumption, curve_title, steps_title


def charts_of(subject: str, content: PageContent) -> Iterator[Chart]:
    """Yield the charts of a page of PICTURED. Raises what data_access raises, possibly after some charts."""
    return DRAWN[subject](content)


def _overview(content: PageContent) -> Iterator[Chart]:
    figures = content.figures
    if not figures.overview.course.is_empty():
        title = progress_finding(figures.overview, content.language)
        yield "progress", title, draw_progress(figures.overview, figures.programme, content.look)
    filters = content.filters.changed(measure=content.filters.count_measure, top=10)
    ranking, picked_unit = fetch_leaders(content.records, filters)
    if not ranking.frame.is_empty():
        yield "ranking", ranking_verdict(ranking, content.wording), draw_ranking(ranking, content.look, picked_unit)
    yield from sector_parts(content, 1)


def _targets(content: PageContent) -> Iterator[Chart]:
    figures, filters = content.figures, content.filters
    targets = known_only(figures.targets, filters.basis)
    if not targets.is_empty():
        title = targets_title(targets, filters.target, content.language)
        blocks, moment = ceil(targets.height / content.most_rows), figures.overview.moment
        beside = [other for other in TargetKind if other is not filters.target]
        for part in draw_targets(targets, content.look, beside=beside, blocks=blocks, as_of=moment, apart=True):
            yield "targets", title, part


def _ranking(content: PageContent) -> Iterator[Chart]:
    ranking, numbers = content.figures.ranking, content.language.numbers
    first, picked_unit = fetch_leaders(content.records, content.filters)
    if not first.frame.is_empty():
        yield "ranking", ranking_title(first, content.language), draw_ranking(first, content.look, picked_unit)
    if ranking.frame["rank_before"].count():
        before, now = map(numbers.moment_unbroken, (ranking.before_moment, ranking.moment))
        title = content.language.ranking.movement_title.format(before=before, now=now)
        yield "slope", title, draw_rank_slope(ranking, content.look)


def _sectors(content: PageContent) -> Iterator[Chart]:
    yield from sector_parts(content)
    if content.filters.basis is Basis.PUBLISHED:
        return
    for name in content.figures.cuts:
        frame = fetch_cut(content.records, around(content.filters, name), name)
        if not frame.is_empty():
            title = cut_title(name, content.language)
            picks, moment = picked(content.filters, name), content.figures.overview.moment
            yield name, title, draw_cut(frame, name, content.look, picks, moment=moment)
    cells = fetch_sector_units(content.records, content.filters)
    if not cells.is_empty():
        yield (
            "heat",
            content.language.sectors.heat_title,
            draw_sector_heat(cells, content.look, moment=content.figures.overview.moment),
        )


def _trend(content: PageContent) -> Iterator[Chart]:
    """The curve and the chart of steps: days, weeks or months."""
    trend, overview = fetch_trend(content.records, content.filters), content.figures.overview
    if not overview.course.is_empty():
        programme, events = content.figures.programme, trend.happenings
        assumed = "" if content.look.afar else assumption(trend.forecast, content.language)
        curve = draw_curve(overview, programme, trend.forecast, events, content.look, alone=True, assumed=assumed)
        yield "trend", curve_title(trend, overview, content.look.language), curve
    step = content.switches.get("step", "")
    every = step if step in STEP_DAYS else NATURAL_STEP
    counts = known_steps(trend, overview, every)
    if not counts.is_empty():
        title = steps_title(overview, every, content.language)
        needed = needed_per_step(overview, every)
        word = overview.facts["needed_per_day"].qualifier
        kind = overview.counts
        steps = draw_steps(counts, every, needed, content.look, overview.moment, word, counts=kind, alone=True)
        yield f"steps-{every}", title, steps


DRAWN: Final[Mapping[str, Draw]] = {
    "overview": _overview,
    "targets": _targets,
    "ranking": _ranking,
    "sectors": _sectors,
    "trend": _trend,
    **OF_RECORDS,
}
