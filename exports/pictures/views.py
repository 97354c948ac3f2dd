"""Which charts a page has, as the page draws them."""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Final

from charts.overview import draw_progress
from charts.ranking import draw_rank_slope, draw_ranking
from charts.sectors import draw_cut, draw_sector_heat, draw_sectors
from charts.targets import draw_targets
from charts.theme import Look
from charts.trend import draw_curve
from data_access.keeper import Keeper
from data_access.sectors import fetch_sector_units
from data_access.trend import fetch_trend
from exports.figures import Figures
from exports.pictures.records import OF_RECORDS, Chart, Draw
from exports.wording import Wording

_MOST_ROWS: Final = 42  # of one picture: more would be unreadable on a page


def charts_of(subject: str, keeper: Keeper, figures: Figures, wording: Wording) -> list[Chart]:
    """The charts of a page of PICTURED."""
    return list(DRAWN[subject](keeper, figures, wording))


def _overview(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    del keeper
    look, titles = Look(wording.language), wording.texts.charts
    if not figures.overview.daily.is_empty():
        yield "progress", titles["daily"], draw_progress(figures.overview, figures.programme, look)
    yield from _first_places(figures, wording)
    yield from _breakdowns(figures, wording)


def _targets(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    del keeper
    if not figures.targets.is_empty():
        kind = wording.language.names.target_kind(figures.filters.target.value).lower()
        title = wording.texts.slides.standing_chart.format(kind=kind)
        blocks, moment = ceil(figures.targets.height / _MOST_ROWS), figures.overview.moment
        for part in draw_targets(figures.targets, Look(wording.language), blocks=blocks, as_of=moment):
            yield "targets", title, part


def _ranking(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    del keeper
    yield from _first_places(figures, wording)
    if figures.ranking.frame["rank_before"].count():
        yield "slope", wording.language.stage.heads["climbed"], draw_rank_slope(figures.ranking, Look(wording.language))


def _sectors(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    look = Look(wording.language)
    yield from _breakdowns(figures, wording)
    for name, frame in figures.cuts.items():
        if not frame.is_empty():
            yield name, wording.texts.charts[name], draw_cut(frame, name, look)
    cells = fetch_sector_units(keeper, figures.filters)
    if not cells.is_empty():
        yield "heat", wording.language.sectors.heat_title, draw_sector_heat(cells, look)


def _trend(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    trend, look = fetch_trend(keeper, figures.filters), Look(wording.language)
    if not figures.overview.daily.is_empty():
        curve = draw_curve(figures.overview, figures.programme, trend.forecast, trend.happenings, look)
        yield "trend", wording.language.trend.curve_title, curve


def _first_places(figures: Figures, wording: Wording) -> Iterator[Chart]:
    ranking = figures.ranking
    if not ranking.frame.is_empty():
        measure = wording.language.names.measure(ranking.measure.value).lower()
        title = wording.texts.charts["ranking"].format(count=ranking.frame["rank"].count(), measure=measure)
        yield "ranking", title, draw_ranking(ranking, Look(wording.language))


def _breakdowns(figures: Figures, wording: Wording) -> Iterator[Chart]:
    for breakdown in figures.sectors:
        yield breakdown.scheme, wording.scheme(breakdown), draw_sectors(breakdown, Look(wording.language))


DRAWN: Final[Mapping[str, Draw]] = {
    "overview": _overview,
    "targets": _targets,
    "ranking": _ranking,
    "sectors": _sectors,
    "trend": _trend,
    **OF_RECORDS,
}
