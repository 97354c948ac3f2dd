"""The slides of the map and of the days."""

from typing import Any

from charts.kit.bands import band_steps
from charts.kit.outlines import HEIGHT, WIDTH, outlines
from charts.kit.theme import Look
from charts.map import ISLAND_WORDS, band_words, write_value
from data_access.queries.map import fetch_map
from exports.html.stage.sheet import HALF, Asked, Row, Slide, bar, new_slide, nothing
from exports.pdf.timeline import timeline
from model.atlas import Atlas
from model.edges import Json
from model.measures import is_judged, is_money
from presentation.stamp import map_stamp, stamp


def map_slide(asked: Asked) -> Slide:
    """The outlines in five bands, and the highest and the lowest by name: nothing is told by colour alone."""
    atlas = fetch_map(asked.records, asked.figures.filters)
    language, titles = asked.wording.language, asked.texts.titles
    told = map_stamp(asked.figures, asked.wording)
    placed = atlas.on_map.filter("in_scope").drop_nulls("value").to_dicts()
    if not placed:
        title = titles["map_unknown"].format(measure=language.names.measure(str(atlas.measure)).lower())
        return new_slide(asked, "map", title, nothing(asked), told)
    look = Look(language)
    value = asked.wording.measure(placed[0]["value"], atlas.measure)
    measured = asked.wording.texts.slides.measured[atlas.measure.value].format(value=value)
    title = titles["map"].format(place=placed[0]["short_name"], value=measured)
    body = {
        "type": "map",
        "scale": "band" if is_judged(atlas.measure) else "heat",
        "viewBox": f"0 0 {WIDTH} {HEIGHT}",
        "places": _places(atlas, look),
        "legend": _legend(atlas, look),
        "groups": _ends(asked, atlas, placed),
        "notes": _islands(atlas, look),
        "licence": language.map.licence.partition(";")[0],
    }
    return new_slide(asked, "map", title, body, told)


def _places(atlas: Atlas, look: Look) -> list[Json]:
    paths, steps = outlines(str(atlas.boundary)), band_steps(len(atlas.limits) + 1)
    return [
        {
            "d": paths[row["place_code"]],
            "band": steps[row["band"]] if row["in_scope"] and row["band"] is not None else None,
            "tip": f"{row['short_name']}: {write_value(row['value'], atlas.measure, look)}",
        }
        for row in atlas.on_map.to_dicts()
        if row["place_code"] in paths
    ]


def _islands(atlas: Atlas, look: Look) -> list[list[Any]]:
    """Where the archipelagos are named, and whose they are."""
    names = {row["place_code"]: row["short_name"] for row in atlas.on_map.to_dicts()}
    return [
        [x, y, look.language.map.archipelago_of.format(name=name), f"({names[code]})"]
        for code, name, x, y in ISLAND_WORDS
        if code in names
    ]


def _legend(atlas: Atlas, look: Look) -> list[list[Any]]:
    """Number of the band and its words, highest first; then what has no number."""
    told = band_words(atlas, look)
    words: list[list[Any]] = [[step, word] for step, word in zip(band_steps(len(told)), told, strict=True)][::-1]
    silent = atlas.on_map.filter(atlas.on_map["band"].is_null() & atlas.on_map["in_scope"]).height
    return [*words, [None, look.language.map.no_number]] if silent else words


def _ends(asked: Asked, atlas: Atlas, placed: list[Json]) -> list[Json]:
    heads, most = asked.texts.heads, placed[0]["value"]
    few = len(placed) <= 2 * HALF
    lists = [(heads["highest"], placed if few else placed[:HALF]), (heads["lowest"], [] if few else placed[-HALF:])]
    return [{"head": head, "rows": [_row(asked, atlas, row, most) for row in rows]} for head, rows in lists if rows]


def _row(asked: Asked, atlas: Atlas, row: Json, most: float) -> Row:
    text = asked.wording.measure(row["value"], atlas.measure)
    if is_money(atlas.measure):
        text = asked.wording.language.numbers.short(row["value"])
    return bar(row["unit_code"], row["short_name"], row["value"], text, most)


def trend_slide(asked: Asked) -> Slide:
    """The running count and the even pace to the target."""
    drawn, titles = timeline(asked.figures, asked.wording), asked.texts.titles
    told = stamp("overview", asked.figures, asked.wording)
    week = asked.figures.overview.facts["last_7_days"].value
    title = (
        titles["trend"].format(count=asked.wording.language.numbers.count(week)) if week else titles["trend_unknown"]
    )
    if not drawn["points"]:
        return new_slide(asked, "trend", title, nothing(asked), told)
    facts = asked.figures.overview.facts
    return new_slide(
        asked, "trend", title, {**drawn, "type": "trend", "end": asked.wording.fact(facts["uploads"])}, told
    )
