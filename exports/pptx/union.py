"""The slide of one union: its place, who stands beside it, what it must add, and its own upper unions."""

from charts.kit.palette import LIGHT
from exports.colours import PALE
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.drawing import Bar, count_form, draw_bars
from exports.pptx.lettering import Box, Line
from exports.pptx.master import INSIDE, LEFT
from model.measures import unit_of
from presentation.figures import Figures
from presentation.one_union import sentences_of_one_union, view_one_union
from presentation.stamp import stamp
from presentation.wording import Wording, shortened

_CARD_HEIGHT, _CARD_STEP = 1.06, 1.2
_HALF = 5.7
_LONGEST_NAME = 30  # letters on one line; of names on two lines some programs leave out every other one


def add_union(deck: Deck, figures: Figures, wording: Wording) -> None:
    """Cards and neighbours at the left, the upper unions at the right."""
    view = view_one_union(figures, wording)
    if view is None:
        return
    notes = tuple(sentences_of_one_union(figures, wording))
    slide = deck.add(view.title, stamp("ranking", figures, wording), notes=notes)
    for number, (label, value) in enumerate(view.cards):
        card = deck.block(
            slide, Box(LEFT, TOP + number * _CARD_STEP, _HALF, _CARD_HEIGHT), PALE, name=label, round_=True
        )
        card.adjustments[0] = 0.08
        lines = [Line(label, 16, colour=LIGHT.quiet), Line(value, 30, bold=True)]
        deck.letters.fill(card.text_frame, lines, anchor="middle")
    below = TOP + len(view.cards) * _CARD_STEP
    neighbours = [Line(text, 20, space=6) for text in (*view.neighbours, view.bound) if text]
    if neighbours:
        deck.text(slide, Box(LEFT, below, _HALF, BOTTOM - below), neighbours, name="neighbours")
    if view.upper:
        left = LEFT + _HALF + 0.3
        deck.text(slide, Box(left, TOP, INSIDE - _HALF - 0.3, 0.7), [Line(view.upper_title, 18, bold=True)])
        is_count = unit_of(figures.ranking.measure) == "count"
        bars = [
            Bar(shortened(one.name, _LONGEST_NAME), one.value, LIGHT.data, "" if is_count else one.text)
            for one in view.upper
        ]
        box = Box(left, TOP + 0.7, INSIDE - _HALF - 0.3, BOTTOM - TOP - 0.7)
        draw_bars(deck, slide, box, bars, form=count_form(wording.language.numbers), meaning=view.upper_title)
