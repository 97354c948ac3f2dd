"""The first slide of numbers: the count, its share of the target, and the gap."""

from typing import Any, Final

from charts.kit.palette import LIGHT
from exports.colours import PALE
from exports.pptx.deck import TOP, Deck
from exports.pptx.drawing import draw_waffle
from exports.pptx.fitting import size_in
from exports.pptx.lettering import Box, Line
from exports.pptx.master import LEFT
from presentation.figures import Figures
from presentation.key_figures import counts_units
from presentation.one_union import view_one_union
from presentation.overview import OverviewView, view_overview
from presentation.speaking import speaker_notes
from presentation.wording import Wording, shortened

_NUMBER: Final = Box(LEFT, TOP, 7.0, 1.35)  # bold letters are wider than those it is measured by
_SIZES: Final = (80, 66, 54, 44, 36)  # points: “more than 163,532” stays on its line
_CARDS: Final = ("valid", "under_review", "units_reported", "benefit_vnd")


def add_headline(deck: Deck, figures: Figures, wording: Wording) -> None:
    """Add the count, its share of the target, and a waffle of 100 cells."""
    view = view_overview(figures, wording)
    slide = deck.add(view.title, view.stamp, notes=speaker_notes("headline", figures, wording))
    if not view.is_known:
        for number, (label, value) in enumerate(view.printed[:9]):
            place = Box(LEFT + (number % 3) * 4.08, TOP + 0.05 + (number // 3) * 1.65, 3.95, 1.5)
            _card(deck, slide, place, shortened(label, 62), value)
        return
    size = size_in([view.count.text], _NUMBER, _SIZES, 0)
    lines = [Line(view.count.text, size, bold=True, colour=LIGHT.data), Line(view.count.label, 24)]
    deck.text(slide, Box(LEFT, TOP, 7.6, 1.9), lines, name="uploads")
    _standing(deck, slide, view)
    key_figures = [view.figures[name] for name in view.beside(_CARDS)]
    cards = {figure.name: (figure.label, figure.text) for figure in key_figures if figure.fact.value is not None}
    union = view_one_union(figures, wording)
    if union and figures.overview.is_silent:  # it has no slide of its own
        cards |= {f"union {number}": card for number, card in enumerate(union.cards)}
        cards.pop("units_reported", None)
    elif union:  # for one union its rank says more than how many have uploaded
        cards["units_reported"] = union.cards[0]
    elif not counts_units(figures.overview):
        cards.pop("units_reported", None)
    for number, (label, value) in enumerate(cards.values()):
        place = Box(LEFT + (number % 2) * 3.9, 4.48 + (number // 2) * 1.16, 3.75, 1.06)
        _card(deck, slide, place, label, value)


def _standing(deck: Deck, slide: Any, view: OverviewView) -> None:
    """On the right the waffle, on the left the gap and the time as text."""
    if not view.cells:
        deck.text(slide, Box(8.9, TOP, 3.9, 1.0), [Line(view.no_target, 18, colour=LIGHT.quiet)])
        return
    is_below = (view.figures["gap"].fact.value or 0) < 0
    lines = [Line(view.gap, 20, bold=True, colour=LIGHT.below if is_below else LIGHT.above)]
    lines += [Line(view.passed, 20, colour=LIGHT.quiet)] if view.passed else []
    deck.text(slide, Box(LEFT, 3.62, 7.6, 0.75), lines, name="gap")
    draw_waffle(deck, slide, Box(8.6, TOP, 4.1, 4.1), view.figures["reached_pct"].fact.value or 0, view.title)
    captions = [Line(text, 14) for text in view.cells]
    deck.text(slide, Box(8.6, TOP + 4.15, 4.2, 0.6), captions, name="waffle")


def _card(deck: Deck, slide: Any, box: Box, label: str, value: str) -> None:
    shape = deck.block(slide, box, PALE, name=label, round_=True)
    shape.adjustments[0] = 0.08
    size = 30 if len(value) < 12 else 22
    deck.letters.fill(
        shape.text_frame, [Line(label, 16, colour=LIGHT.quiet), Line(value, size, bold=True)], anchor="middle"
    )
