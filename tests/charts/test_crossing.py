"""Marks that cross bars stand out from everything they lie on, on light and dark pages."""

import re
from dataclasses import astuple
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from charts.kit.palette import DARK, LIGHT
from charts.kit.sheet import CASING
from charts.kit.statuses import status_colour
from charts.kit.theme import Look
from charts.targets import draw_targets
from exports.html.stage.palettes import PALETTES
from language.languages import VIETNAMESE
from model.codes import TargetKind, TargetStatus
from tests.charts.samples import CHARTS, targets
from tests.charts.test_theme import contrast

ENOUGH = 3.0  # WCAG 2.2, 1.4.11, of what is no text
ROOT = Path(__file__).parents[2]
both_lights = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def surfaces(dark: bool) -> set[str]:
    """What a mark of the target chart may lie on: every fill, the track, the ground."""
    palette = DARK if dark else LIGHT
    return {*(status_colour(status, dark) for status in TargetStatus), palette.track, palette.page}


def seen(core: str, casing: str | None, surface: str) -> float:
    """The contrast of a mark with what it touches there: its casing, where it has one."""
    return contrast(core, casing or surface)


@both_lights
def test_every_mark_on_a_bar_stands_out_from_fill_track_and_ground(dark: bool):
    look = Look(VIETNAMESE, dark)
    (figure,) = draw_targets(targets(), look, beside=[TargetKind.ASSIGNED, TargetKind.GUIDED])
    (trace,) = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"]
    marker, count = trace.marker, len(trace.x)
    columns = (trace.x, trace.y, marker.symbol, marker.color, marker.line.color, marker.line.width)
    drawn = list(zip(*(np.broadcast_to(values, count).tolist() for values in columns), strict=True))
    lines = [(x, y, edge, width) for x, y, symbol, _, edge, width in drawn if symbol == "line-ns-open"]
    places = {(x, y) for x, y, *_ in lines}
    pairs = [[(edge, width) for *at, edge, width in lines if tuple(at) == place] for place in places]

    assert marker.opacity == 1  # else plotly lets the bars through, as red on blue showed
    assert {core for _, (core, _), *_ in pairs} == {look.palette.target, look.palette.quiet}
    assert CASING >= 2 and min(width for _, (_, width), *_ in pairs) >= 2  # a pixel of each is wholly covered
    for (casing, wide), (core, width), *again in pairs:  # none without a casing, which is painted first
        assert again in ([], [(core, width)])  # the line once more, over a mark that would hide it
        assert wide >= width + 2 * CASING
        assert min(seen(core, casing, surface) for surface in surfaces(dark)) >= ENOUGH
    others = {(inside, edge) for _, _, symbol, inside, edge, _ in drawn if symbol in ("diamond", "circle")}
    assert others == {(look.palette.page, look.palette.ink)}
    for pair in others:  # of two colours: one of them stands out
        assert min(max(contrast(colour, surface) for colour in pair) for surface in surfaces(dark)) >= ENOUGH


@both_lights
def test_without_a_casing_it_would_not(dark: bool):
    """Red on the bars was 1.1:1: no single colour stands out from all of them."""
    colours = [colour for colour in astuple(DARK if dark else LIGHT) if isinstance(colour, str) and colour[0] == "#"]

    assert len(colours) > 10
    assert all(min(seen(colour, None, surface) for surface in surfaces(dark)) < ENOUGH for colour in colours)


@both_lights
def test_the_line_over_the_bars_of_steps_stands_out_from_them(dark: bool):
    look = Look(VIETNAMESE, dark)
    shapes = CHARTS["steps"](look).layout.shapes
    casing, core = [shape.line for shape in shapes if shape.layer == "above"]

    assert (core.color, casing.color) == (look.palette.target, look.palette.page)
    assert casing.width >= core.width + 2 * CASING
    assert contrast(core.color, casing.color) >= ENOUGH


@both_lights
def test_the_bars_of_pages_and_of_the_stage_have_the_same_casing(dark: bool):
    """The colours of `light-dark(…, …)` in the page's style, and the variables of the stage."""
    palette, page = DARK if dark else LIGHT, (ROOT / "interface/shell/style.css").read_text(encoding="utf-8")
    (shadow,) = re.findall(r"\.bar > :is\(\.tick, \.time\) \{.*?box-shadow: 0 0 0 2px light-dark\((.*?)\)", page)
    casing = shadow.split(", ")[dark]
    assert casing == palette.page.lower()
    for name in ("tick", "time"):
        (colours,) = re.findall(rf"\.bar > \.{name} \{{ background: light-dark\((.*?)\)", page)
        assert contrast(colours.split(", ")[dark], casing) >= ENOUGH

    stage = (ROOT / "exports/html/stage/stage.css").read_text(encoding="utf-8")
    (mark, around) = re.findall(
        r"\.row \.mark \{.*?background: var\(--(\w+)\);\s*box-shadow: .*? var\(--(\w+)\)", stage, re.S
    )[0]
    colours = PALETTES["dark" if dark else "light"]
    assert contrast(colours[mark], colours[around]) >= ENOUGH


def drawn_marks(row: dict[str, int | None], look: Look) -> dict[str, list[tuple[float, float]]]:
    """Where the marks of one unit with these targets lie, by their symbol: share of the target and px."""
    (unit,) = targets().filter(pl.col("unit_code") == "LD-01").with_columns(target=pl.lit(130_000)).to_dicts()
    rows = pl.DataFrame([{**unit, **row}], schema=targets().schema)
    (figure,) = draw_targets(rows, look, beside=[TargetKind.ASSIGNED, TargetKind.GUIDED])
    places: dict[str, list[tuple[float, float]]] = {}
    for trace in figure.data:
        if trace.type == "scatter" and trace.mode == "markers":
            for symbol, x, y in zip(trace.marker.symbol, trace.x, trace.y, strict=True):
                places.setdefault(symbol, []).append((x, y))
    return places


@pytest.mark.parametrize("look", [Look(VIETNAMESE), Look(VIETNAMESE, wide=False), Look(VIETNAMESE, broad=True)])
def test_two_marks_of_one_place_lie_above_each_other_and_the_target_runs_on_over_them(look: Look):
    apart = drawn_marks({"assigned": 60_000, "guided": 10_000}, look)
    alike = drawn_marks({"assigned": 129_000, "guided": 130_000}, look)

    (one,), (other,) = apart["diamond"], apart["circle"]
    assert one[1] == other[1]
    (one,), (other,) = alike["diamond"], alike["circle"]
    assert one[1] + 8 < other[1]  # the size of a mark
    lines = [[x for x, _ in places["line-ns-open"]].count(100.0) for places in (apart, alike)]
    assert lines == [2, 3]  # its casing, the line, and the line over the marks
