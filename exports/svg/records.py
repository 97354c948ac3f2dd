"""The charts of map, unit, recognition, value, people and comparison, as their pages draw them."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
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
from exports.svg.page_content import Chart, Draw, PageContent, sector_parts
from exports.svg.sheet import INSIDE
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
    """The picture's title with its page in front: “Con người: Sáng kiến theo giới tính”."""

    def drawn(content: PageContent) -> Iterator[Chart]:
        page = content.language.pages.titles[subject]
        for name, title, figure in draw(content):
            yield name, f"{page}: {title}", figure

    return drawn


def _map(content: PageContent) -> Iterator[Chart]:
    """Tiles and outlines; the one shown on the page comes first."""
    language, filters, atlas = content.language, content.filters, fetch_map(content.records, content.filters)
    if atlas.on_map["value"].is_null().all():
        return
    measure, units = language.names.measure(str(atlas.measure)), set(filters.units)
    title = language.map.title.format(measure=measure, count=atlas.boundary)
    codes = atlas.frame["unit_code"].to_list() if units else []
    selected = {code for code in codes if set(content.records.catalogue.find_units(code)) <= units}
    look, width = content.look, content.look.room if content.afar else INSIDE
    for shape in sorted(SHAPES, key=lambda shape: shape != content.switches.get("shape", TILES)):
        yield f"map-{shape}", title, draw_atlas(atlas, shape, selected, look, width)


def _unit(content: PageContent) -> Iterator[Chart]:
    figures, texts = content.figures, content.language.unit
    if not content.filters.units:
        raise NobodyTakesPart("Nobody takes part in this programme yet.")
    unit = figures.catalogue.unit_by_code[content.filters.units[0]]
    name = content.wording.unit(unit.code, unit.name)
    if not figures.overview.course.is_empty():
        yield (
            "progress",
            f"{name}: {texts.progress_title}",
            draw_progress(figures.overview, figures.programme, content.look),
        )
    for scheme, title, figure in sector_parts(content, 1):
        yield scheme, f"{name}: {title}", figure


def _readiness(content: PageContent) -> Iterator[Chart]:
    readiness = fetch_readiness(content.records, content.filters)
    if not readiness.is_empty:
        yield "shares", content.language.readiness.shares_title, draw_shares(readiness, content.look)


def _grading(content: PageContent) -> Iterator[Chart]:
    grading = fetch_grading(content.records, content.filters)
    course = fetch_course(content.records, content.filters, grading.period) if grading.period else ()
    if len(course) > 1:
        moment = content.filters.as_of or content.records.last_moment(content.filters.programme)
        view = view_course(grading, course, content.language, alone=len(content.filters.units) == 1)
        yield "course", view.title, draw_course(view.steps, content.look, head=view.head, most=view.most, moment=moment)


def _recognition(content: PageContent) -> Iterator[Chart]:
    recognition, look = fetch_recognition(content.records, content.filters), content.look
    waits = partial(draw_waits, look=look, moment=recognition.moment)
    view = view_recognition(recognition, content.language)
    titles = view.titles
    if recognition.steps:
        yield "funnel", titles["funnel"], draw_funnel(recognition, look)
    if recognition.counts:
        yield "states", titles["states"], draw_states(recognition, look)
        yield "decided", titles["decided"], waits(recognition.decided)
        yield "waiting", titles["waiting"], waits(recognition.waiting, colour=look.palette.on_track)
        unrewarded = fetch_unrewarded(content.records, content.filters)
        if unrewarded and unrewarded.waits.total:
            title = content.language.recognition.unrewarded_title
            yield "unrewarded", title, waits(unrewarded.waits, colour=look.palette.gold)
        yield "rewarded", titles["rewarded"], waits(recognition.rewarded, colour=look.palette.gold)
    if view.notes["use"]:
        yield "use", titles["use"], draw_use(recognition, look)
    for breakdown in recognition.printed:
        yield breakdown.scheme, content.wording.scheme(breakdown), draw_sectors(breakdown, look)
    awards = None if recognition.printed else draw_awards(content.figures.published, look)
    if awards is not None:
        yield "awards", content.language.recognition.awards_title, awards


def _value(content: PageContent) -> Iterator[Chart]:
    value, look = fetch_value(content.records, content.filters), content.look
    if not value.known:
        return
    titles = view_value(value, content.language).titles
    yield "bands", titles["bands"], draw_bands(value, look)
    yield "concentration", titles["concentration"], draw_concentration(value, look)
    sectors = picked(content.filters, "sector")
    wide = fetch_value(content.records, around(content.filters, "sector")) if sectors else value
    yield "sectors", titles["sectors"], draw_sector_values(wide, look, sectors)
    ranking = fetch_ranking(content.records, content.filters.of_measure.changed(measure=Measure.BENEFIT))
    if not ranking.frame.is_empty():
        yield "unions", titles["units"], draw_ranking(ranking, look)


def _people(content: PageContent) -> Iterator[Chart]:
    people_here, look = fetch_people(content.records, content.filters), content.look
    if not people_here.known:
        return
    titles = view_people(people_here, content.language).titles

    def of_authors(parameter: str, name: str, draw: Callable[..., go.Figure]) -> Iterator[Chart]:
        codes = picked(content.filters, parameter)
        wide = fetch_people(content.records, around(content.filters, parameter)) if codes else people_here
        title = view_people(wide, content.language).titles.get(name)
        if title is not None:
            yield name, title, draw(wide, look, codes)

    yield from of_authors("position", "positions", draw_positions)
    if "rewards" in titles:
        yield "rewards", titles["rewards"], draw_rewards(people_here, look)
    yield from of_authors("ownership", "ownerships", draw_ownerships)
    if "sexes" in titles:
        yield "sexes", titles["sexes"], draw_sexes(people_here, look)


def _compare(content: PageContent) -> Iterator[Chart]:
    """The charts of the compared sides, in the mode chosen on the page."""
    texts, look = content.language.compare, content.look
    comparison = fetch_compare(content.records, content.filters, compared_sides(content.switches.get("compare", "")))
    view = view_compare(comparison, content.language)
    if comparison.what is not Compared.MOMENTS:
        yield (
            f"courses-{comparison.what}",
            f"{texts.kinds[comparison.what]}: {view.titles['courses']}",
            draw_courses(comparison, view.names, look),
        )
    elif comparison.changes:
        money = is_money(content.filters.measure)
        yield "growth", view.titles["growth"], draw_growth(comparison.changes, look, money=money)
        if comparison.changes.ranking.frame["rank_before"].count():
            yield "slope", view.titles["ranks"], draw_rank_slope(comparison.changes.ranking, look)


def _published(content: PageContent) -> Iterator[Chart]:
    figures, look, texts = content.figures.published, content.look, content.language.published
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
