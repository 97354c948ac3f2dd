"""Slide of the map, one freeform shape a province."""

from functools import cached_property
from typing import Any, Final

from pptx.enum.dml import MSO_LINE
from pptx.shapes.freeform import FreeformBuilder
from pptx.util import Inches, Length, Pt

from charts.kit.outlines import HEIGHT, rings_of
from charts.kit.palette import LIGHT
from charts.kit.theme import Look
from charts.map import ISLAND_WORDS, band_words, fill_of, legend
from exports.pptx.deck import BOTTOM, TOP, Deck, describe, without_shadow
from exports.pptx.drawing import draw_table
from exports.pptx.lettering import Box, Line, colour_of
from exports.pptx.master import LEFT
from model.atlas import Atlas
from presentation.figures import Figures
from presentation.map import place_in_words, place_names, view_map
from presentation.speaking import speaker_notes
from presentation.wording import Wording

_MAP_INCHES: Final = BOTTOM - TOP


class _Outline(FreeformBuilder):
    """A freeform builder that computes its corner once instead of once a point."""

    @cached_property
    def shape_offset_x(self) -> Length:
        return super().shape_offset_x

    @cached_property
    def shape_offset_y(self) -> Length:
        return super().shape_offset_y


def add_map(atlas: Atlas, deck: Deck, figures: Figures, wording: Wording) -> None:
    """Add outlines in bands as movable shapes, the highest and lowest by name, and the licence line."""
    view = view_map(atlas, figures, wording)
    if not view.highest:
        deck.add(view.title, view.stamp)
        return
    slide = deck.add(view.title, view.stamp, notes=speaker_notes("map", figures, wording))
    look = Look(wording.language)
    _draw_provinces(deck, slide, atlas, look, wording, view.title)
    _draw_legend(deck, slide, atlas, look, view.licence)
    for number, (head, places) in enumerate(view.lists):
        cells = [[place.name, place.text] for place in places]
        box = Box(9.0, TOP + number * 2.5, 3.75, 0)
        draw_table(deck, slide, box, [head, view.measure], cells, (2.0, 1.75), right=(1,), row_height=0.38)


def _draw_provinces(deck: Deck, slide: Any, atlas: Atlas, look: Look, wording: Wording, title: str) -> None:
    rings, scale = rings_of(str(atlas.boundary)), Inches(_MAP_INCHES) / HEIGHT
    left, top, shapes = Inches(LEFT), Inches(TOP), []
    for row in atlas.on_map.to_dicts():
        lines = [ring for ring in rings[row["place_code"]] if len(ring) > 2]
        first = lines[0][0]
        drawing = _Outline.new(slide.shapes, round(first[0] * scale), round(first[1] * scale), 1.0, 1.0)
        for number, ring in enumerate(lines):
            points = [(round(x * scale), round(y * scale)) for x, y in ring]
            if number:
                drawing.move_to(*points[0])
            drawing.add_line_segments(points[1:], close=True)
        shape = drawing.convert_to_shape(left, top)
        _colour(shape, fill_of(row, atlas, look))
        without_shadow(shape)
        describe(shape, place_in_words(row, atlas, wording))
        shapes.append(shape)
    # All at once: a group recomputes its extent for every shape added.
    describe(slide.shapes.add_group_shape(shapes), title)
    names = place_names(atlas, wording)
    for code, name, x, y in (island for island in ISLAND_WORDS if island[0] in names):
        inches = _MAP_INCHES / HEIGHT
        words = [
            Line(look.language.map.archipelago_of.format(name=name), 14, align="center"),
            Line(f"({names[code]})", 14, align="center"),
        ]
        box = Box(LEFT + x * inches - 1.3, TOP + y * inches - 0.12, 2.6, 0.55)
        deck.text(slide, box, words, name=look.language.map.archipelago_of.format(name=name))


def _colour(shape: Any, colour: str) -> None:
    """Fill a place or its sign in the legend; without a number it is an outline of dashes, as on the page."""
    if colour == "none":
        shape.fill.background()
        shape.line.color.rgb, shape.line.width = colour_of(LIGHT.quiet), Pt(0.75)
        shape.line.dash_style = MSO_LINE.DASH
        return
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour_of(colour)
    shape.line.color.rgb, shape.line.width = colour_of(LIGHT.page), Pt(0.5)


def _draw_legend(deck: Deck, slide: Any, atlas: Atlas, look: Look, licence: str) -> None:
    pairs = legend(atlas, look)
    bands = len(band_words(atlas, look))
    for number, (colour, text) in enumerate([*pairs[:bands][::-1], *pairs[bands:]]):  # the highest first
        y = TOP + 0.9 + number * 0.45
        block = deck.block(slide, Box(5.4, y, 0.34, 0.3), LIGHT.page, name=f"legend {number + 1}")
        _colour(block, colour)
        deck.text(slide, Box(5.85, y - 0.03, 2.9, 0.36), [Line(text, 16)])
    box = Box(5.4, TOP + 1.1 + len(pairs) * 0.45, 3.3, 0.8)
    deck.text(slide, box, [Line(licence, 14, colour=LIGHT.quiet)], name="licence")
