"""The slide of targets."""

from typing import Any

from charts.kit.palette import LIGHT
from exports.colours import status_colour
from exports.pptx.bars import Bar, count_form
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.drawing import draw_bars
from exports.pptx.lettering import Box, Line
from exports.pptx.master import LEFT
from model.rounding import half_up
from presentation.figures import Figures
from presentation.speaking import speaker_notes
from presentation.targets import TargetsView, view_targets
from presentation.wording import Wording


def add_targets(deck: Deck, figures: Figures, wording: Wording) -> None:
    """Add how many units have each status, and the units furthest from their targets."""
    view = view_targets(figures, wording)
    slide = deck.add(view.verdict, view.stamp, notes=speaker_notes("targets", figures, wording))
    states = [Bar(state.name, state.count, status_colour(state.status)) for state in view.states]
    if states:
        deck.text(slide, Box(LEFT, TOP, 5.4, 0.4), [Line(view.states_title, 18, bold=True)])
        box = Box(LEFT, TOP + 0.4, 5.4, BOTTOM - TOP - 0.4)
        form = count_form(wording.language.numbers)
        draw_bars(deck, slide, box, states, form=form, meaning=view.states_title)
    _furthest(deck, slide, view)


def _furthest(deck: Deck, slide: Any, view: TargetsView) -> None:
    box = Box(6.3, TOP, 6.5, 0.4)
    if not view.last:
        deck.text(slide, box, [Line(view.no_rate, 18, colour=LIGHT.quiet)])
        return
    deck.text(slide, box, [Line(view.last_title, 18, bold=True)])
    bars = [
        Bar(unit.short_name, float(half_up(unit.reached_pct or 0, 2)), status_colour(unit.status), unit.reached)
        for unit in view.last
    ]
    draw_bars(deck, slide, Box(6.3, TOP + 0.4, 6.5, BOTTOM - TOP - 0.4), bars, form="0", meaning=view.last_title)
