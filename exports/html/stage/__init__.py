"""The slides of the stage as plain values: texts are formatted, lengths are fractions. stage.js only places them."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from data_access.snapshots.frozen import at_snapshot
from data_access.store.records import Records
from exports.html import DRAWING
from exports.html.stage.briefs import slide_of
from exports.html.stage.leaders import changed_slide, race_slide, ranking_slide
from exports.html.stage.parts import sectors_slide
from exports.html.stage.places import map_slide, trend_slide
from exports.html.stage.sheet import Slide, SlideScope, is_usual
from exports.html.stage.standing import headline_slide, targets_slide, unit_slide
from language.languages import Language
from model.catalogue import Catalogue
from model.filters import Filters
from model.places import has_places
from presentation.figures import gather_worded

_DRAWN: Final[Mapping[str, Callable[[SlideScope], Slide]]] = {
    "headline": headline_slide,
    "targets": targets_slide,
    "ranking": ranking_slide,
    "race": race_slide,
    "sectors": sectors_slide,
    "map": map_slide,
    "trend": trend_slide,
    "funnel": slide_of("recognition", "funnel"),
    "value": slide_of("value", "value"),
    "unit": unit_slide,
    "changed": changed_slide,
    "people": slide_of("people", "people"),
    "grading": slide_of("grading", "grading"),
    "potential": slide_of("potential", "potential"),
    "readiness": slide_of("readiness", "readiness"),
    "rewards": slide_of("rewards", "rewards"),
    "examples": slide_of("examples", "examples"),
}
VIEWS: Final = tuple(_DRAWN)
USUAL: Final = ("headline", "targets", "ranking", "race", "sectors", "map", "trend")
_HERE: Final = Path(__file__).parent
SCRIPT: Final = DRAWING + "".join((_HERE / name).read_text(encoding="utf-8") for name in ("presenter.js", "stage.js"))
STYLE: Final = (_HERE / "stage.css").read_text(encoding="utf-8")


def make_slides(records: Records, filters: Filters, language: Language, views: Sequence[str]) -> list[Slide]:
    """The slides of `views`, in order and all as of one moment.

    Without a choice: the default slides that have something to show, topped up with further ones. Raises what
    data_access raises.
    """
    records, filters = at_snapshot(records, filters)
    figures, wording = gather_worded(records, filters, language)
    scope = SlideScope(records, figures, wording)
    offered = available_views(figures.catalogue, filters)
    if views:
        return [_DRAWN[view](scope) for view in views if view in offered]
    return _speaking(scope, [view for view in (*USUAL, *VIEWS) if view in offered])


def _speaking(scope: SlideScope, views: Sequence[str]) -> list[Slide]:
    """The first slides that have something to show, as many as the default set; just the first where none has."""
    slides = (_DRAWN[view](scope) for view in dict.fromkeys(views))
    speaking = list(islice((slide for slide in slides if is_usual(slide)), len(USUAL)))
    return speaking or [_DRAWN[views[0]](scope)]


def available_views(catalogue: Catalogue, filters: Filters) -> tuple[str, ...]:
    """The views available for a scope: a map only where it covers several places."""
    with_map = has_places(catalogue, filters)
    return tuple(view for view in VIEWS if with_map or view != "map")
