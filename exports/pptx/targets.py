"""The slide of targets: how many units stand where, and who is furthest from the target."""

from typing import Any, Final

import polars as pl

from charts.kit.palette import LIGHT
from exports.colours import status_colour
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.drawing import Bar, count_form, draw_bars
from exports.pptx.lettering import Box, Line
from exports.pptx.master import LEFT
from model.codes import TargetStatus
from presentation.figures import Figures
from presentation.speaking import spoken
from presentation.stamp import stamp
from presentation.standing import judged
from presentation.wording import Wording

_MOST_BARS: Final = 10


def add_targets(deck: Deck, figures: Figures, wording: Wording) -> None:
    """How many units stand where, and who is furthest from the target."""
    texts, names = wording.texts.slides, wording.language.names
    kind = names.target_kind(figures.filters.target.value).lower()
    frame = figures.targets
    wanted = frame.filter(pl.col("target").is_not_null() | pl.col("reached_pct").is_not_null())
    done = frame.filter(pl.col("status").is_in([TargetStatus.EXCEEDED.value, TargetStatus.MET.value])).height
    title = texts.standing_title.format(count=done, total=wanted.height, kind=kind)
    said = title if wanted.height else texts.standing_nothing.format(kind=kind)
    slide = deck.add(said, stamp("targets", figures, wording), notes=spoken("targets", figures, wording))
    counted = dict(frame["status"].value_counts().iter_rows())
    states = [
        Bar(names.target_status(s.value), counted[s.value], status_colour(s)) for s in TargetStatus if s in counted
    ]
    if states:
        deck.text(slide, Box(LEFT, TOP, 5.4, 0.4), [Line(wording.texts.report.by_status, 18, bold=True)])
        form = count_form(wording.language.numbers)
        draw_bars(
            deck,
            slide,
            Box(LEFT, TOP + 0.4, 5.4, BOTTOM - TOP - 0.4),
            states,
            form=form,
            meaning=wording.texts.report.by_status,
        )
    _furthest(deck, slide, figures, wording, kind)


def _furthest(deck: Deck, slide: Any, figures: Figures, wording: Wording, kind: str) -> None:
    texts, numbers = wording.texts.slides, wording.language.numbers
    known = judged(figures.targets)
    box = Box(6.3, TOP, 6.5, 0.4)
    if known.is_empty():
        deck.text(slide, box, [Line(texts.standing_none, 18, colour=LIGHT.quiet)])
        return
    part = known.height > _MOST_BARS
    shown = known.tail(_MOST_BARS).to_dicts()
    title = texts.standing_chart_part if part else texts.standing_chart
    title = title.format(count=len(shown), kind=kind)
    deck.text(slide, box, [Line(title, 18, bold=True)])
    bars = [
        Bar(
            wording.short_unit(row["unit_code"], row["short_name"]),
            round(row["reached_pct"], 2),
            status_colour(row["status"]),
            numbers.percent(row["reached_pct"]),
        )
        for row in shown
    ]
    draw_bars(deck, slide, Box(6.3, TOP + 0.4, 6.5, BOTTOM - TOP - 0.4), bars, form="0", meaning=title)
