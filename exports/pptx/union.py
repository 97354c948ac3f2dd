"""The slide of one union: rank, neighbours, what it must add, and its own upper unions."""

from charts.kit.palette import LIGHT
from exports.colours import PALE
from exports.pptx.bars import Bar, count_form
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.drawing import draw_bars
from exports.pptx.fitting import size_in
from exports.pptx.lettering import Box, Line
from exports.pptx.master import INSIDE, LEFT
from model.measures import unit_of
from presentation.figures import Figures
from presentation.one_union import sentences_of_one_union, view_one_union
from presentation.stamp import stamp
from presentation.wording import Wording, cut_middle

_CARD_HEIGHT, _CARD_STEP = 1.06, 1.2
_HALF, _GAP = 5.7, 0.2
_SPACE = 6  # points above a neighbour
_LONGEST_NAME = 30  # letters on one line; of names on two lines some programs leave out every other one


def add_union(deck: Deck, figures: Figures, wording: Wording) -> None:
    """Add cards and neighbours on the left, upper unions on the right; without upper unions the cards take the full
    width.
    """
    view = view_one_union(figures, wording)
    if view is None:
        return
    notes = tuple(sentences_of_one_union(figures, wording))
    slide = deck.add(view.title, stamp("ranking", figures, wording), notes=notes)
    boxes = _boxes(len(view.cards), is_column=bool(view.upper))
    for box, (label, value) in zip(boxes, view.cards, strict=True):
        card = deck.block(slide, box, PALE, name=label, round_=True)
        card.adjustments[0] = 0.08
        lines = [Line(label, 16, colour=LIGHT.quiet), Line(value, 30, bold=True)]
        deck.letters.fill(card.text_frame, lines, anchor="middle")
    below, width = boxes[-1].y + _CARD_STEP, boxes[-1].x + boxes[-1].width - LEFT
    neighbours = [text for text in (*view.neighbours, view.bound) if text]
    if neighbours:
        place = Box(LEFT, below, width, BOTTOM - below)
        size = size_in(neighbours, place, (20, 18, 16) if view.upper else (26, 22, 18), _SPACE)
        deck.text(slide, place, [Line(text, size, space=_SPACE) for text in neighbours], name="neighbours")
    if view.upper:
        left = LEFT + _HALF + 0.3
        deck.text(slide, Box(left, TOP, INSIDE - _HALF - 0.3, 0.7), [Line(view.upper_title, 18, bold=True)])
        is_count = unit_of(figures.ranking.measure) == "count"
        bars = [
            Bar(cut_middle(unit.short_name, _LONGEST_NAME), unit.value, LIGHT.data, "" if is_count else unit.text)
            for unit in view.upper
        ]
        box = Box(left, TOP + 0.7, INSIDE - _HALF - 0.3, BOTTOM - TOP - 0.7)
        draw_bars(deck, slide, box, bars, form=count_form(wording.language.numbers), meaning=view.upper_title)


def _boxes(count: int, *, is_column: bool) -> list[Box]:
    """Positions of the cards: stacked in the left half, or side by side over the full width."""
    if is_column:
        return [Box(LEFT, TOP + number * _CARD_STEP, _HALF, _CARD_HEIGHT) for number in range(count)]
    step = (INSIDE + _GAP) / count
    return [Box(LEFT + number * step, TOP, step - _GAP, _CARD_HEIGHT) for number in range(count)]
