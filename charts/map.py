"""The map as plain values, which interface/atlas.js turns into SVG tiles or outlines."""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Any, Final, TypeAlias

from charts.kit.bands import band_colours
from charts.kit.lettering import text_width
from charts.kit.palette import text_on
from charts.kit.theme import Look
from charts.kit.tiles import Tile, tiles
from model import settings
from model.atlas import Atlas
from model.codes import Boundary, Measure
from model.edges import Json, Row
from model.exactness import with_sign
from model.measures import unit_of

Drawing: TypeAlias = Json

TILES: Final = "tiles"
OUTLINE: Final = "outline"
SHAPES: Final = (TILES, OUTLINE)
_SIDE: Final = 100
_TEXT: Final = 23
_TEXT_NARROW: Final = 27
# Long names in the words that maps use for them.
_SHORT: Final = {"Bà Rịa - Vũng Tàu": "BR–VT", "TP. Hồ Chí Minh": "TP. HCM", "Thừa Thiên Huế": "TT. Huế"}
# Where the words of the archipelagos stand on the outline map (its 810 x 980 units).
ISLAND_WORDS: Final = (("48", "Hoàng Sa", 585, 490), ("56", "Trường Sa", 640, 925))


def draw_map(atlas: Atlas, shape: str, selected: Collection[str], look: Look) -> Drawing:
    """Everything the component draws: places with colour, label and sentence; legend; labels of islands."""
    rows = {row["place_code"]: row for row in atlas.on_map.iter_rows(named=True)}
    vintage = "34" if atlas.boundary is Boundary.NEW else "63"
    grid = tiles(vintage)
    if shape == OUTLINE:
        places = [_place(row, atlas, look, selected) for row in rows.values()]
        box, url = "0 0 810 980", f"{settings.base_path()}/app/static/maps/vn_provinces_{vintage}.geojson"
    else:
        places = [
            _tile(tile, _place(rows[tile.code], atlas, look, selected), rows[tile.code], atlas, look)
            for tile in grid
            if tile.code in rows
        ]
        last = max(_column(tile, look) for tile in grid) + 1
        box, url = f"0 0 {last * _SIDE + 4} {(max(tile.row for tile in grid) + 1) * _SIDE}", ""
    return {
        "places": places,
        "viewBox": box,
        "url": url,
        "label": look.language.map.map_label,
        "legend": legend(atlas, look),
        "notes": _notes(rows, look) if shape == OUTLINE else [],
        "ink": look.palette.ink,
        "line": look.palette.page,
    }


def legend(atlas: Atlas, look: Look) -> list[list[str]]:
    """Colour and label of every band, then of places without a number or outside the filters."""
    words, texts = band_words(atlas, look), look.language.map
    bands = [list(pair) for pair in zip(band_colours(len(words), atlas.measure, look), words, strict=True)]
    if atlas.has_unknown:
        bands.append(["none", texts.no_number])
    if atlas.has_outside:
        bands.append([_outside(look), texts.outside])
    return bands


def band_words(atlas: Atlas, look: Look) -> list[str]:
    """“dưới 50%”, “50% – dưới 80%”, …, “từ 120%”."""
    texts = look.language.map
    limits = [write_value(limit, atlas.measure, look) for limit in atlas.limits]
    if not limits:
        return [texts.any_value]
    between = [texts.band_between.format(low=low, high=high) for low, high in pairwise(limits)]
    return [texts.band_under.format(high=limits[0]), *between, texts.band_from.format(low=limits[-1])]


def write_value(value: float | None, measure: Measure, look: Look, word: str | None = None) -> str:
    """A value short enough for a tile, with the sign of its qualifier."""
    numbers, unit = look.language.numbers, unit_of(measure)
    if value is None:
        return "–"
    if unit in ("percent", "rate"):
        return with_sign(numbers.percent(value, 0) if unit == "percent" else numbers.decimal(value, 1), word)
    return with_sign(numbers.short(value) if unit == "vnd" or value >= 10**6 else numbers.count(value), word)


def sentence(row: Row, atlas: Atlas, look: Look) -> str:
    """The hover text of a place: name, value, rank, uploads and target, predecessors."""
    texts, names = look.language.map, look.language.names
    if not row["in_scope"]:
        return f"{names.word(row['unit_name'])}: {texts.outside}"
    value = names.qualified(_long(row["value"], atlas.measure, look), row["qualifier"])
    parts = [f"{names.word(row['unit_name'])} · {names.measure(str(atlas.measure))}: {value}"]
    if row["at_most"] is not None:
        parts.append(texts.at_most.format(value=_long(row["at_most"], atlas.measure, look)))
    parts += [texts.rank.format(rank=row["rank"])] if row["rank"] is not None else []
    if row["uploads"] is not None and row["target"] is not None:
        count, target = (_count(row, name, look) for name in ("uploads", "target"))
        parts.append(texts.of_target.format(count=count, target=target))
    parts += [texts.percent.format(percent=_reached(row, look))] if row["reached_pct"] is not None else []
    parts += [texts.merged.format(names=", ".join(row["predecessors"]))] if row["predecessors"] else []
    return " · ".join(parts)


def _count(row: Row, name: str, look: Look) -> str:
    return look.language.names.qualified(look.language.numbers.count(row[name]), row[f"{name}_qualifier"])


def _reached(row: Row, look: Look) -> str:
    return look.language.names.qualified(look.language.numbers.percent(row["reached_pct"]), row["reached_qualifier"])


def _long(value: float | None, measure: Measure, look: Look) -> str:
    return look.language.facts.unknown if value is None else look.language.numbers.measured(value, unit_of(measure))


def _place(row: Row, atlas: Atlas, look: Look, selected: Collection[str]) -> Drawing:
    fill = fill_of(row, atlas, look)
    return {
        "code": row["unit_code"],
        "place": row["place_code"],
        "fill": fill,
        "ink": text_on(fill, look.palette) if row["in_scope"] and fill != "none" else look.palette.ink,
        "tip": sentence(row, atlas, look),
        "on": row["unit_code"] in selected,
        "off": not row["in_scope"],
    }


def fill_of(row: Row, atlas: Atlas, look: Look) -> str:
    """The colour of a place; “none” without a number."""
    if not row["in_scope"]:
        return _outside(look)
    return "none" if row["band"] is None else band_colours(len(atlas.limits) + 1, atlas.measure, look)[row["band"]]


def _outside(look: Look) -> str:
    """A lighter grey: places outside the filters, archipelagos included, stay visible as part of the country."""
    return f"{look.palette.rest}80"


def _tile(tile: Tile, place: Drawing, row: Row, atlas: Atlas, look: Look) -> Drawing:
    name = look.language.names.word(str(_SHORT.get(row["short_name"], row["short_name"])))
    wide = 126 if tile.island else _SIDE - 8
    lines = _archipelago(tile.island, look) if tile.island else _lines(name)
    here = row["value"] if row["in_scope"] else None
    value = "" if tile.island else write_value(here, atlas.measure, look, row["qualifier"])
    texts = [*lines, *([value] if value else [])]
    largest = _TEXT if look.wide else _TEXT_NARROW
    sizes = [min(largest, largest * (wide - 6) / text_width(text, largest, bold=True)) for text in texts]
    tip = (
        f"{look.language.map.archipelago_of.format(name=tile.island)} – {place['tip']}" if tile.island else place["tip"]
    )
    return place | {
        "x": _column(tile, look) * _SIDE + 4 - (30 if tile.island else 0),
        "y": tile.row * _SIDE + 4,
        "w": wide,
        "h": _SIDE - 8,
        "text": texts,
        "size": [round(size, 1) for size in sizes],
        "bold": bool(value),
        "island": bool(tile.island),
        "tip": tip,
    }


def _column(tile: Tile, look: Look) -> int:
    """The tile column; on phones the archipelagos move one column closer, so that text can be larger."""
    return tile.column - (1 if tile.island and not look.wide else 0)


def _lines(name: str) -> list[str]:
    words = name.split(" ")
    if len(words) < 2 or len(name) <= 6:
        return [name]
    return [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]


def _archipelago(name: str, look: Look) -> list[str]:
    """The name and the word for what it is, a line each, in the order of the language."""
    before, after = (part.strip() for part in look.language.map.archipelago_of.split("{name}"))
    return [part for part in (before, name, after) if part]


def _notes(rows: Mapping[str, Row], look: Look) -> list[list[Any]]:
    return [
        [
            x,
            y,
            look.language.map.archipelago_of.format(name=name),
            f"({look.language.names.word(rows[code]['short_name'])})",
        ]
        for code, name, x, y in ISLAND_WORDS
        if code in rows
    ]
