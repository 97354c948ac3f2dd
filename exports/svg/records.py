"""The charts of map, unit, recognition, value, people and comparison, as their pages draw them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import plotly.graph_objects as go

from charts.compare import draw_courses, draw_growth
from charts.grading import draw_course
from charts.map import SHAPES, TILES
from charts.overview import draw_progress
from charts.people import draw_ownerships, draw_positions, draw_rewards, draw_sexes
from charts.published import draw_awards, draw_levels, draw_milestones
from charts.ranking import draw_rank_slope, draw_ranking
from charts.readiness import draw_shares
from charts.recognition import draw_funnel, draw_states, draw_use, draw_waits
from charts.sectors import draw_sectors
from charts.value import draw_bands, draw_concentration, draw_sector_values
from data_access.database.errors import NobodyTakesPart
from data_access.queries.compare import fetch_compare
from data_access.queries.grading import fetch_course, fetch_grading
from data_access.queries.map import fetch_map
from data_access.queries.people import fetch_people
from data_access.queries.ranking import fetch_ranking
from data_access.queries.readiness import fetch_readiness
from data_access.queries.recognition import fetch_recognition, fetch_unrewarded
from data_access.queries.value import fetch_value
from exports.svg.atlas import draw_atlas
from exports.svg.sheet import INSIDE
from exports.svg.shown import Chart, Draw, PageContent, sector_parts
from model.codes import Measure
from model.compare import Compared, compared_sides
from model.measures import is_money
from model.picking import around, picked
from presentation.compare import view_compare
from presentation.grading_course import view_course
from presentation.people import view_people
from presentation.recognition import view_recognition
from presentation.value import view_value


def _of_page(subject: str, draw: Draw) -> Draw:
    """The picture's title with its page in front: “Con người: Theo giới tính”."""

    def drawn(shown: PageContent) -> Iterator[Chart]:
        page = shown.language.pages.titles[subject]
        for name, title, figure in draw(shown):
            yield name, f"{page}: {title}", figure

    return drawn


def _map(shown: PageContent) -> Iterator[Chart]:
    """Tiles and outlines; the one shown on the page comes first."""
    language, filters, atlas = shown.language, shown.filters, fetch_map(shown.records, shown.filters)
    if atlas.on_map["value"].is_null().all():
        return
    measure, boundary = language.names.measure(str(atlas.measure)), language.names.boundaries[str(atlas.boundary)]
    title, units = language.map.title.format(measure=measure, boundary=boundary), set(filters.units)
    codes = atlas.frame["unit_code"].to_list() if units else []
    selected = {code for code in codes if set(shown.records.catalogue.find_units(code)) <= units}
    for shape in sorted(SHAPES, key=lambda shape: shape != shown.switches.get("shape", TILES)):
        yield f"map-{shape}", title, draw_atlas(atlas, shape, selected, shown.look, INSIDE)


def _unit(shown: PageContent) -> Iterator[Chart]:
    figures, texts = shown.figures, shown.language.unit
    if not shown.filters.units:
        raise NobodyTakesPart("No unit takes part in this programme yet.")
    unit = figures.catalogue.unit_by_code[shown.filters.units[0]]
    name = shown.wording.unit(unit.code, unit.name)
    if not figures.overview.daily.is_empty():
        yield (
            "progress",
            f"{name}: {texts.progress_title}",
            draw_progress(figures.overview, figures.programme, shown.look),
        )
    for scheme, title, figure in sector_parts(shown, 1):
        yield scheme, f"{name}: {title}", figure


def _readiness(shown: PageContent) -> Iterator[Chart]:
    readiness = fetch_readiness(shown.records, shown.filters)
    if not readiness.is_empty:
        yield "shares", shown.language.readiness.shares_title, draw_shares(readiness, shown.look)


def _grading(shown: PageContent) -> Iterator[Chart]:
    grading = fetch_grading(shown.records, shown.filters)
    course = fetch_course(shown.records, shown.filters, grading.period) if grading.period else ()
    if len(course) > 1:
        view = view_course(grading, course, shown.language, alone=len(shown.filters.units) == 1)
        yield "course", view.title, draw_course(view.steps, shown.look, head=view.head, most=view.most)


def _recognition(shown: PageContent) -> Iterator[Chart]:
    recognition, look = fetch_recognition(shown.records, shown.filters), shown.look
    view = view_recognition(recognition, shown.language)
    titles = view.titles
    if recognition.steps:
        yield "funnel", titles["funnel"], draw_funnel(recognition, look)
    if recognition.counts:
        yield "states", titles["states"], draw_states(recognition, look)
        yield "decided", titles["decided"], draw_waits(recognition.decided, look)
        yield "waiting", titles["waiting"], draw_waits(recognition.waiting, look, colour=look.palette.on_track)
        left = fetch_unrewarded(shown.records, shown.filters)
        if left and left.waits.total:
            title = shown.language.recognition.unrewarded_title
            yield "unrewarded", title, draw_waits(left.waits, look, colour=look.palette.gold)
        yield "rewarded", titles["rewarded"], draw_waits(recognition.rewarded, look, colour=look.palette.gold)
    if view.notes["use"]:
        yield "use", titles["use"], draw_use(recognition, look)
    for breakdown in recognition.printed:
        yield breakdown.scheme, shown.wording.scheme(breakdown), draw_sectors(breakdown, look)
    awards = None if recognition.printed else draw_awards(shown.figures.published, look)
    if awards is not None:
        yield "awards", shown.language.recognition.awards_title, awards


def _value(shown: PageContent) -> Iterator[Chart]:
    value, look = fetch_value(shown.records, shown.filters), shown.look
    if not value.known:
        return
    titles = view_value(value, shown.language).titles
    yield "bands", titles["bands"], draw_bands(value, look)
    yield "concentration", titles["concentration"], draw_concentration(value, look)
    sectors = picked(shown.filters, "sector")
    wide = fetch_value(shown.records, around(shown.filters, "sector")) if sectors else value
    yield "sectors", titles["sectors"], draw_sector_values(wide, look, sectors)
    ranking = fetch_ranking(shown.records, shown.filters.changed(measure=Measure.BENEFIT))
    if not ranking.frame.is_empty():
        yield "unions", titles["units"], draw_ranking(ranking, look)


def _people(shown: PageContent) -> Iterator[Chart]:
    people_here, look = fetch_people(shown.records, shown.filters), shown.look
    if not people_here.known:
        return
    titles = view_people(people_here, shown.language).titles

    def of_authors(parameter: str, name: str, draw: Callable[..., go.Figure]) -> Iterator[Chart]:
        codes = picked(shown.filters, parameter)
        wide = fetch_people(shown.records, around(shown.filters, parameter)) if codes else people_here
        title = view_people(wide, shown.language).titles.get(name)
        if title is not None:
            yield name, title, draw(wide, look, codes)

    yield from of_authors("position", "positions", draw_positions)
    if "rewards" in titles:
        yield "rewards", titles["rewards"], draw_rewards(people_here, look)
    yield from of_authors("ownership", "ownerships", draw_ownerships)
    if "sexes" in titles:
        yield "sexes", titles["sexes"], draw_sexes(people_here, look)


def _compare(shown: PageContent) -> Iterator[Chart]:
    """The charts of the compared sides, in the mode chosen on the page."""
    texts, look = shown.language.compare, shown.look
    comparison = fetch_compare(shown.records, shown.filters, compared_sides(shown.switches.get("compare", "")))
    view = view_compare(comparison, shown.language)
    if comparison.what is not Compared.MOMENTS:
        yield (
            f"courses-{comparison.what}",
            f"{texts.kinds[comparison.what]}: {view.titles['courses']}",
            draw_courses(comparison, view.names, look),
        )
    elif comparison.changes:
        money = is_money(shown.filters.measure)
        yield "growth", view.titles["growth"], draw_growth(comparison.changes, look, money=money)
        if comparison.changes.ranking.frame["rank_before"].count():
            yield "slope", view.titles["ranks"], draw_rank_slope(comparison.changes.ranking, look)


def _published(shown: PageContent) -> Iterator[Chart]:
    figures, look, texts = shown.figures.published, shown.look, shown.language.published
    for name, title, figure in (
        ("milestones", texts.milestones_title, draw_milestones(figures, look)),
        ("levels", texts.levels_title, draw_levels(figures, look)),
    ):
        if figure is not None:
            yield name, title, figure


OF_RECORDS: Final[Mapping[str, Draw]] = {
    "map": _map,
    "unit": _unit,
    "recognition": _of_page("recognition", _recognition),
    "grading": _of_page("grading", _grading),
    "readiness": _of_page("readiness", _readiness),
    "value": _of_page("value", _value),
    "people": _of_page("people", _people),
    "compare": _of_page("compare", _compare),
    "published": _published,
}
