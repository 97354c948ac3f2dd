"""The slides of the map and of the days."""

from typing import Any

from charts.kit.bands import band_steps
from charts.kit.outlines import HEIGHT, WIDTH, outlines
from charts.kit.theme import Look
from charts.map import ISLAND_WORDS, band_words
from data_access.queries.map import fetch_map
from exports.html.stage.sheet import Row, Slide, SlideScope, bar, empty_body, new_slide
from exports.timeline import timeline
from model.atlas import Atlas
from model.edges import Json
from model.measures import is_judged, is_money
from presentation.map import MapPlace, place_in_words, place_names, view_map
from presentation.trend import view_trend
from presentation.wording import Wording

_UNKNOWN, _OUTSIDE = "unknown", "outside"  # in place of a band


def map_slide(scope: SlideScope) -> Slide:
    """Outlines in five bands, with the highest and the lowest by name, so that nothing depends on colour alone."""
    atlas = fetch_map(scope.records, scope.figures.filters)
    view = view_map(atlas, scope.figures, scope.wording)
    if not view.highest:
        return new_slide(scope, "map", view.title, empty_body(scope), view.stamp)
    look = Look(scope.wording.language)
    body = {
        "type": "map",
        "scale": "band" if is_judged(atlas.measure) else "heat",
        "viewBox": f"0 0 {WIDTH} {HEIGHT}",
        "places": _places(atlas, scope.wording),
        "legend": _legend(atlas, look),
        "groups": [
            {"head": head, "rows": [_row(scope, atlas, place, view.highest[0].value) for place in places]}
            for head, places in view.lists
        ],
        "notes": _islands(atlas, scope.wording),
        "licence": view.licence,
    }
    return new_slide(scope, "map", view.title, body, view.stamp)


def _places(atlas: Atlas, wording: Wording) -> list[Json]:
    paths, steps = outlines(str(atlas.boundary)), band_steps(len(atlas.limits) + 1)
    return [
        {
            "d": paths[row["place_code"]],
            "band": _OUTSIDE if not row["in_scope"] else _UNKNOWN if row["band"] is None else steps[row["band"]],
            "tip": place_in_words(row, atlas, wording),
        }
        for row in atlas.on_map.to_dicts()
        if row["place_code"] in paths
    ]


def _islands(atlas: Atlas, wording: Wording) -> list[list[Any]]:
    """The labels of the archipelagos and the provinces they belong to."""
    names = place_names(atlas, wording)
    return [
        [x, y, wording.language.map.archipelago_of.format(name=name), f"({names[code]})"]
        for code, name, x, y in ISLAND_WORDS
        if code in names
    ]


def _legend(atlas: Atlas, look: Look) -> list[list[Any]]:
    """Index and label of each band, highest first; then what stands for places without a band."""
    bands = band_words(atlas, look)
    words: list[list[Any]] = [[step, word] for step, word in zip(band_steps(len(bands)), bands, strict=True)][::-1]
    words += [[_UNKNOWN, look.language.map.no_number]] if atlas.has_unknown else []
    return [*words, [_OUTSIDE, look.language.map.outside]] if atlas.has_outside else words


def _row(scope: SlideScope, atlas: Atlas, place: MapPlace, most: float) -> Row:
    text = scope.wording.language.numbers.short(place.value) if is_money(atlas.measure) else place.text
    return bar(place.code, place.name, place.value, text, most)


def trend_slide(scope: SlideScope) -> Slide:
    """The cumulative count and the even pace to the target."""
    view = view_trend(scope.figures, scope.wording)
    line = timeline(scope.figures, scope.wording)
    body = empty_body(scope) if view.nothing else {**line, "type": "trend", "end": view.last}
    return new_slide(scope, "trend", view.title, body, view.stamp)
