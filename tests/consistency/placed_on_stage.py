"""What the stage, on the page and in the hall pack, has to show of the views that only it has."""

from collections.abc import Iterator

from data_access.database.errors import NobodyTakesPart
from data_access.queries.map import fetch_map
from data_access.store.records import Records
from exports.html.stage.sheet import LONGEST_TITLE
from model.places import has_places
from presentation.figures import Figures
from presentation.first_union import view_first_union
from presentation.map import view_map
from presentation.race import view_race
from presentation.week import view_week
from presentation.wording import Wording, shortened

Lines = Iterator[str]


def placed_on_stage(records: Records, figures: Figures, wording: Wording) -> Lines:
    """Every sentence and number of the slides of a week, a race, one union and the map."""
    yield from _week(records, figures, wording)
    yield from _race(records, figures, wording)
    yield from _first_union(records, figures, wording)
    yield from _map(records, figures, wording) if has_places(figures.catalogue, figures.filters) else ()


def _week(records: Records, figures: Figures, wording: Wording) -> Lines:
    view = view_week(records, figures, wording)
    if view.gained:
        yield from (view.title, view.gained_title, view.climbed_title if view.climbed else "")
        yield from (text for move in (*view.gained, *view.climbed) for text in (move.name, move.text))
        yield from (view.stamp.as_of, view.stamp.full_source)


def _race(records: Records, figures: Figures, wording: Wording) -> Lines:
    view = view_race(records, figures, wording)
    for frame in view.frames:
        yield from (frame.label, shortened(frame.title, LONGEST_TITLE))
        yield from (text for runner in frame.runners for text in (runner.name, runner.text))
    yield from (view.stamp.as_of, view.stamp.full_source) if view.frames else ()


def _first_union(records: Records, figures: Figures, wording: Wording) -> Lines:
    view = view_first_union(records, figures, wording)
    if view.overview is None or view.nothing:
        return
    yield from (view.title, view.place, view.overview.gap, view.overview.passed)
    valid = view.overview.figures["valid"]
    yield from (valid.text if valid.fact.value is not None else "", view.stamp.as_of, view.stamp.full_source)


def _map(records: Records, figures: Figures, wording: Wording) -> Lines:
    try:
        view = view_map(fetch_map(records, figures.filters), figures, wording)
    except NobodyTakesPart:
        return
    if view.highest:
        yield from (view.title, view.licence, *(head for head, _ in view.lists), view.stamp.as_of)
