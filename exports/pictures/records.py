"""The charts of the pages about places, single unions, recognition, worth, people and sides, as the pages draw them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import plotly.graph_objects as go

from charts.compare import draw_courses, draw_growth
from charts.map import SHAPES
from charts.overview import draw_progress
from charts.people import draw_ownerships, draw_positions, draw_rewards, draw_sexes
from charts.published import draw_awards, draw_levels, draw_milestones
from charts.ranking import draw_rank_slope, draw_ranking
from charts.recognition import draw_funnel, draw_states, draw_use, draw_waits
from charts.sectors import draw_sectors
from charts.sides import side_name
from charts.theme import Look
from charts.value import draw_bands, draw_concentration, draw_sector_values
from data_access.compare import fetch_compare
from data_access.keeper import Keeper
from data_access.map import fetch_map
from data_access.people import fetch_people
from data_access.ranking import fetch_ranking
from data_access.recognition import fetch_recognition
from data_access.value import fetch_value
from exports.figures import Figures
from exports.pictures.atlas import draw_atlas
from exports.pictures.canvas import Drawn
from exports.pictures.sheet import INSIDE
from exports.wording import Wording
from model.codes import Measure
from model.compare import Compared

Chart = tuple[str, str, go.Figure | Drawn]  # name of the file, title, what is drawn
Draw = Callable[[Keeper, Figures, Wording], Iterator[Chart]]


def _of_page(subject: str, draw: Draw) -> Draw:
    """A picture that leaves its page says which page it is from: “Con người: Theo giới tính”."""

    def drawn(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
        page = wording.language.pages.titles[subject]
        for name, title, figure in draw(keeper, figures, wording):
            yield name, f"{page}: {title}", figure

    return drawn


def _map(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    language, atlas = wording.language, fetch_map(keeper, figures.filters)
    if atlas.on_map["value"].is_null().all():
        return
    measure, boundary = language.names.measure(str(atlas.measure)), language.names.boundaries[str(atlas.boundary)]
    title, chosen = language.map.title.format(measure=measure, boundary=boundary), set(figures.filters.units)
    codes = atlas.frame["unit_code"].to_list() if chosen else []
    selected = {code for code in codes if set(keeper.catalogue.find_units(code)) <= chosen}
    for shape in SHAPES:
        yield f"map-{shape}", title, draw_atlas(atlas, shape, selected, Look(language), INSIDE)


def _unit(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    del keeper
    look, texts = Look(wording.language), wording.language.unit
    unit = figures.catalogue.unit_by_code[figures.filters.units[0]]
    name = wording.unit(unit.code, unit.name)
    if not figures.overview.daily.is_empty():
        yield "progress", f"{name}: {texts.progress_title}", draw_progress(figures.overview, figures.programme, look)
    for breakdown in figures.sectors[:1]:
        yield breakdown.scheme, f"{name}: {wording.scheme(breakdown)}", draw_sectors(breakdown, look)


def _recognition(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    found, look, texts = (
        fetch_recognition(keeper, figures.filters),
        Look(wording.language),
        wording.language.recognition,
    )
    if found.steps:
        yield "funnel", texts.funnel_title, draw_funnel(found, look)
    if found.counts:
        yield "states", texts.states_title, draw_states(found, look)
        yield "decided", texts.decided_title, draw_waits(found.decided, look)
        yield "waiting", texts.waiting_title, draw_waits(found.waiting, look, colour=look.palette.on_track)
        yield "rewarded", texts.rewarded_title, draw_waits(found.rewarded, look, colour=look.palette.gold)
    if found.use and found.use.total:
        yield "use", texts.use_title, draw_use(found, look)
    awards = None if found.printed else draw_awards(figures.published, look)
    if awards is not None:
        yield "awards", texts.awards_title, awards


def _value(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    found, look, texts = fetch_value(keeper, figures.filters), Look(wording.language), wording.language.value
    if not found.known:
        return
    yield "bands", texts.bands_title, draw_bands(found, look)
    yield "concentration", texts.concentration_title, draw_concentration(found, look)
    yield "sectors", texts.sectors_title, draw_sector_values(found, look, figures.filters.sectors)
    ranking = fetch_ranking(keeper, figures.filters.changed(measure=Measure.BENEFIT))
    if not ranking.frame.is_empty():
        yield "unions", texts.units_title, draw_ranking(ranking, look)


def _people(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    found, look, texts = fetch_people(keeper, figures.filters), Look(wording.language), wording.language.people
    if not found.known:
        return
    yield "positions", texts.positions_title, draw_positions(found, look, figures.filters.positions)
    yield "rewards", texts.rewards_title, draw_rewards(found, look)
    yield "ownerships", texts.ownerships_title, draw_ownerships(found, look, figures.filters.ownerships)
    yield "sexes", texts.sexes_title, draw_sexes(found, look)


def _compare(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    found, look, texts = fetch_compare(keeper, figures.filters), Look(wording.language), wording.language.compare
    if found.what is not Compared.MOMENTS:
        names = [side_name(side, found.what, wording.language) for side in found.sides]
        yield "courses", texts.courses_title, draw_courses(found, names, look)
    elif found.changes:
        money = figures.filters.measure is Measure.BENEFIT
        yield "growth", texts.growth_title, draw_growth(found.changes, look, money=money)
        if found.changes.ranking.frame["rank_before"].count():
            yield "slope", texts.rank, draw_rank_slope(found.changes.ranking, look)


def _published(keeper: Keeper, figures: Figures, wording: Wording) -> Iterator[Chart]:
    del keeper
    look, texts = Look(wording.language), wording.language.published
    for name, title, figure in (
        ("milestones", texts.milestones_title, draw_milestones(figures.published, look)),
        ("levels", texts.levels_title, draw_levels(figures.published, look)),
    ):
        if figure is not None:
            yield name, title, figure


OF_RECORDS: Final[Mapping[str, Draw]] = {
    "map": _map,
    "unit": _unit,
    "recognition": _of_page("recognition", _recognition),
    "value": _of_page("value", _value),
    "people": _of_page("people", _people),
    "compare": _of_page("compare", _compare),
    "published": _published,
}
