"""The map as a picture: tiles with numbers, or outlines with the highest and lowest names beside them."""

from collections.abc import Collection, Sequence
from typing import Final

from charts.kit.lettering import shortened
from charts.kit.outlines import outlines
from charts.kit.theme import TEXT_SIZE, Look
from charts.map import OUTLINE, TILES, draw_map, write_value
from exports.svg.canvas import Canvas, Drawing, width_of
from language.languages import Language
from model.atlas import Atlas
from model.edges import Json, Row

_LEGEND_SIZE: Final = 15
_OUTLINE_WIDTH: Final = 600.0
_NAMED: Final = 12  # of each end
_STEP: Final = 25
_HIGH: Final = (330, 300)  # px of a map to project, and of a square one
_APART: Final = 30  # px between two lists
_BOLD: Final = 1.05
_EMPTY: Final = {"fill_opacity": 0.0, "stroke_dasharray": "5,5", "stroke_opacity": 0.45}


def draw_atlas(atlas: Atlas, shape: str, selected: Collection[str], look: Look, width: float) -> Drawing:
    """The map, `width` pixels wide with its legend; outlines include the line their licence requires."""
    drawing = draw_map(atlas, shape, selected, look)
    canvas = Canvas()
    size = TEXT_SIZE if look.afar else _LEGEND_SIZE
    top = _legend(canvas, drawing["legend"], look, width, size)
    wide, high = (float(part) for part in drawing["viewBox"].split()[2:])
    whole = _HIGH[0 if look.wide else 1]
    scale = (whole - top) / high if look.afar else (_OUTLINE_WIDTH if shape == OUTLINE else width) / wide
    canvas.parts.append(f'<g transform="translate(0 {top:g}) scale({scale:.4f})">')
    for place in sorted(drawing["places"], key=lambda place: bool(place["on"])):  # frames over their neighbours
        (_tile if shape == TILES else _area)(canvas, place, drawing, str(atlas.boundary))
    for x, y, *words in drawing["notes"]:
        canvas.text((x, y), "<br>".join(words), size=17, colour=drawing["ink"], anchor="center")
    canvas.parts.append("</g>")
    licence = (look.language.map.licence,) if shape == OUTLINE else ()
    ranked = _ranked_among(atlas, look.language)
    if look.afar:
        _names_from_afar(canvas, atlas, look, (wide * scale + 20, width), (top, whole))
        return Drawing(canvas, whole, (*ranked, *licence), width)
    if shape == TILES:
        return Drawing(canvas, top + high * scale, width=width)
    _ends(canvas, atlas, look, (_OUTLINE_WIDTH + 8, width), top)
    return Drawing(canvas, top + high * scale, (*ranked, *licence), width)


def _ranked_among(atlas: Atlas, language: Language) -> tuple[str, ...]:
    """Of whom the ranks in the lists are, where not all of them are on the map: the 79th of 63 provinces is none."""
    if not atlas.elsewhere["rank"].count():
        return ()
    return (language.map.ranked_among.format(count=language.numbers.count(atlas.frame["rank"].count())),)


def _legend(canvas: Canvas, entries: Sequence[Sequence[str]], look: Look, width: float, size: float) -> float:
    """Draw the wrapped legend; returns the y at which the map begins."""
    x, y = 0.0, 12.0
    for colour, words in entries:
        length = width_of(words, size) + 44
        if x and x + length > width:
            x, y = 0.0, y + 26
        empty: Json = _EMPTY if colour == "none" else {}
        fill = look.palette.page if colour == "none" else colour
        canvas.rect(x, y - 8, 16, 16, fill, stroke=look.palette.quiet, rx=3, **empty)
        canvas.text((x + 22, y), words, size=size, colour=look.palette.ink)
        x += length
    return y + 24


def _frame(place: Json, drawing: Json, plain: Json) -> Json:
    """The stroke of a place: selected places stand out, places without a number are dashed."""
    if place["on"]:
        return {"stroke": drawing["ink"], "stroke_width": 5}
    return {"stroke": drawing["ink"], **_EMPTY} if place["fill"] == "none" else dict(plain)


def _tile(canvas: Canvas, place: Json, drawing: Json, _boundary: str) -> None:
    islands = {"stroke": drawing["ink"], "stroke_width": 1.5, "stroke_dasharray": "6,4"} if place["island"] else {}
    fill = drawing["line"] if place["fill"] == "none" else place["fill"]
    canvas.rect(place["x"], place["y"], place["w"], place["h"], fill, rx=8, **_frame(place, drawing, islands))
    middle, lines = place["y"] + place["h"] / 2, place["text"]
    for number, (line, size) in enumerate(zip(lines, place["size"], strict=True)):
        at = place["x"] + place["w"] / 2, middle + (number - (len(lines) - 1) / 2) * 25
        weight = 700 if place["bold"] and number == len(lines) - 1 else 400
        canvas.text(at, _safe(line), size=size, colour=place["ink"], anchor="center", weight=weight)


def _area(canvas: Canvas, place: Json, drawing: Json, boundary: str) -> None:
    edge = _frame(place, drawing, {"stroke": drawing["line"], "stroke_width": 0.9})
    fill = drawing["line"] if place["fill"] == "none" else place["fill"]
    canvas.add("path", d=outlines(boundary).get(place["place"], ""), fill=fill, **edge)


def _ends(canvas: Canvas, atlas: Atlas, look: Look, sides: tuple[float, float], top: float) -> None:
    """Draw the names of the highest and lowest places, because colours alone do not tell numbers."""
    y = top + 12
    for head, rows in _lists(atlas, look, _NAMED):
        canvas.text((sides[0], y), head, size=16, colour=look.palette.ink, weight=700)
        for row in rows:
            y += _STEP
            name = f"{_rank(row, look.language)}{_safe(look.language.names.word(row['short_name']))}"
            canvas.text((sides[0], y), name, size=15, colour=look.palette.ink)
            value = write_value(row["value"], atlas.measure, look, row["qualifier"])
            canvas.text((sides[1], y), value, size=15, colour=look.palette.ink, anchor="right", weight=600)
        y += 2 * _STEP


def _lists(atlas: Atlas, look: Look, most: int) -> list[tuple[str, list[Row]]]:
    """The highest and the lowest places, each with its heading; one list where these are all."""
    places: list[Row] = list(atlas.on_map.filter("in_scope").drop_nulls("value").iter_rows(named=True))
    heads = look.language.stage.heads
    if len(places) <= 2 * most:
        return [(heads["highest"], places)]
    return [(heads["highest"], places[:most]), (heads["lowest"], places[-most:])]


def _names_from_afar(
    canvas: Canvas, atlas: Atlas, look: Look, sides: tuple[float, float], ends: tuple[float, float]
) -> None:
    """Draw the same lists in large letters: side by side where a picture is wide, otherwise one below the other."""
    left, right = sides
    lines = int((ends[1] - ends[0]) // _STEP) - 1
    lists = _lists(atlas, look, lines if look.wide else lines // 2 - 1)
    wide = (right - left - _APART) / 2 if look.wide else right - left
    if len(lists) == 1 and look.wide and len(lists[0][1]) > lines:
        ((head, rows),) = lists
        lists = [(head, rows[:lines]), ("", rows[lines:])]
    y = ends[0] + _STEP / 2
    for head, rows in lists:
        canvas.text((left, y), head, size=TEXT_SIZE, colour=look.palette.ink, weight=700)
        for number, row in enumerate(rows, 1):
            value = write_value(row["value"], atlas.measure, look, row["qualifier"])
            room = wide - width_of(value, TEXT_SIZE) * _BOLD - 8
            name = shortened(
                f"{_rank(row, look.language)}{look.language.names.word(row['short_name'])}", TEXT_SIZE, room
            )
            at = y + number * _STEP
            canvas.text((left, at), _safe(name), size=TEXT_SIZE, colour=look.palette.ink)
            canvas.text((left + wide, at), value, size=TEXT_SIZE, colour=look.palette.ink, anchor="right", weight=600)
        left, y = (left + wide + _APART, y) if look.wide else (left, y + (len(rows) + 1) * _STEP)


def _rank(row: Row, language: Language) -> str:
    return f"{language.numbers.count(row['rank'])}. " if row["rank"] is not None else ""


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
