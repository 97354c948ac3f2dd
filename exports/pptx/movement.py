"""The slides of what the movement does beside counting: grading and readiness as bars, examples as a table."""

from typing import Any, Final

from charts.kit.palette import LIGHT
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.drawing import Bar, count_form, draw_bars, draw_table
from exports.pptx.lettering import Box, Line
from exports.pptx.master import INSIDE, LEFT
from presentation.movement_view import MovementView, PartList
from presentation.wording import Wording, shortened

_MOST: Final = 10  # bars
_ROWS: Final = 9  # of examples
_NOTE: Final = 0.5  # inches


def add_movement(deck: Deck, view: MovementView, wording: Wording) -> None:
    """One slide of one of them."""
    slide = deck.add(view.verdict, view.stamp, notes=(*view.notes, *view.further, *view.spoken))
    bottom = BOTTOM - (_NOTE if view.notes else 0)
    if view.view == "examples":
        _add_table(deck, slide, view)
    else:
        width = INSIDE if len(view.lists) == 1 else INSIDE / 2 - 0.15
        for number, one in enumerate(view.lists):
            box = Box(LEFT + number * (INSIDE / 2 + 0.15), TOP, width, bottom - TOP)
            _add_bars(deck, slide, box, one, wording)
    if view.notes:
        lines = [Line(" ".join(view.notes), 16, colour=LIGHT.quiet)]
        deck.text(slide, Box(LEFT, bottom + 0.05, INSIDE, _NOTE), lines, name="note")


def _add_bars(deck: Deck, slide: Any, box: Box, one: PartList, wording: Wording) -> None:
    deck.text(slide, Box(box.x, box.y, box.width, 0.4), [Line(one.head, 18, bold=True)])
    numbers = wording.language.numbers
    bars = [
        Bar(
            " · ".join(filter(None, (shortened(part.name, 60), part.note))),
            part.value,
            LIGHT.data,
            "" if part.text == numbers.count(part.value) else part.text,  # the chart writes counts
        )
        for part in one.parts[:_MOST]
    ]
    place = Box(box.x, box.y + 0.4, box.width, box.height - 0.4)
    draw_bars(deck, slide, place, bars, form=count_form(numbers), meaning=one.head)


def _add_table(deck: Deck, slide: Any, view: MovementView) -> None:
    (one,) = view.lists
    rows = [[shortened(part.note, 95), shortened(part.name, 34), part.text] for part in one.parts[:_ROWS]]
    box = Box(LEFT, TOP, INSIDE, 0)
    draw_table(deck, slide, box, view.columns, rows, (7.4, 3.2, 1.53), right=(2,), size=16, row_height=0.45)
