"""Slides of the ranking and of the sectors."""

from typing import Any, Final

from charts.kit.palette import LIGHT
from exports.pptx.bars import Bar, count_form
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.drawing import draw_bars
from exports.pptx.fitting import size_in
from exports.pptx.lettering import Box, Line
from exports.pptx.master import INSIDE, LEFT
from model.measures import unit_of
from presentation.figures import Figures
from presentation.ranking import view_ranking
from presentation.sectors import PartsView, view_sectors
from presentation.speaking import speaker_notes
from presentation.wording import Wording, shortened

_MOST_BARS: Final = 10
_SPACE: Final = 10  # points above a sentence


def add_ranking(deck: Deck, figures: Figures, wording: Wording) -> None:
    """Add at most ten places, the first three in gold, and the others as one number."""
    view, numbers = view_ranking(figures, wording), wording.language.numbers
    if not view.places:
        slide = deck.add(view.verdict, view.stamp)
        lines = [Line(text, 24, space=10) for text in (view.leading, view.bound) if text]
        if lines:
            deck.text(slide, Box(LEFT, TOP + 0.2, INSIDE, 2.6), lines, name="summary")
        return
    slide = deck.add(view.verdict, view.stamp, notes=speaker_notes("ranking", figures, wording))
    is_count = unit_of(figures.ranking.measure) == "count"
    bars = [
        Bar(
            place.name,
            place.value,
            LIGHT.gold if place.is_medal else LIGHT.data,
            "" if is_count and place.text == numbers.count(place.value) else place.text,  # the chart writes counts
        )
        for place in view.places
    ]
    form = count_form(numbers)
    draw_bars(deck, slide, Box(LEFT, TOP, 8.7, BOTTOM - TOP), bars, form=form, meaning=view.title, size=18)
    sentences = (view.no_order, view.share, view.rest, view.unknown, view.leading, view.legend)
    place, notes = Box(9.6, TOP + 0.2, 3.2, BOTTOM - TOP - 0.2), [text for text in sentences if text]
    size = size_in((view.title, *notes), place, (20, 18, 16, 14), _SPACE)
    beside = [Line(view.title, size, bold=True), *(Line(text, size, space=_SPACE) for text in notes)]
    deck.text(slide, place, beside, name="summary")


def add_sectors(deck: Deck, figures: Figures, wording: Wording) -> None:
    """Add the first two breakdowns side by side, each with its unexplained remainder."""
    view = view_sectors(figures, wording)
    notes = speaker_notes("sectors", figures, wording) if view.shown else ()
    slide = deck.add(view.title, view.stamp, notes=notes)
    width = INSIDE if len(view.shown) == 1 else INSIDE / 2 - 0.15
    for number, parts in enumerate(view.shown):
        x = LEFT + number * (INSIDE / 2 + 0.15)
        _breakdown(deck, slide, Box(x, TOP, width, BOTTOM - TOP), parts, count_form(wording.language.numbers))


def _breakdown(deck: Deck, slide: Any, box: Box, view: PartsView, form: str) -> None:
    deck.text(slide, Box(box.x, box.y, box.width, 0.4), [Line(shortened(view.title, 60), 18, bold=True)])
    bars = [
        Bar(
            part.name,
            part.count,
            LIGHT.rest if part.is_rest else LIGHT.data,
            part.text if part.is_inexact else "",  # the chart writes counts
            part.share,
        )
        for part in view.parts[:_MOST_BARS]
    ]
    height = box.height - 0.4 - (0.7 if view.whole else 0)
    draw_bars(deck, slide, Box(box.x, box.y + 0.4, box.width, height), bars, form=form, meaning=view.title)
    if view.whole:
        place = Box(box.x, box.y + box.height - 0.7, box.width, 0.7)
        deck.text(slide, place, [Line(view.whole, 16, colour=LIGHT.below if view.gap else LIGHT.quiet)])
