"""Slides of the other pages: bars, and for examples a table."""

from typing import Any, Final

from charts.kit.lettering import wrapped
from charts.kit.palette import LIGHT
from exports.pptx.bars import Bar, count_form
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.drawing import draw_bars, draw_table
from exports.pptx.fitting import rows_in
from exports.pptx.lettering import MARGINS, Box, Line, room_in
from exports.pptx.master import INSIDE, LEFT
from presentation.briefs.brief import BarList, Brief
from presentation.wording import Wording, join_sentences, shortened

_MOST: Final = 10  # bars
_ROWS: Final = 9  # of examples
_NOTE, _LINE = 16, 0.29  # points, and inches of a line of them
_SENTENCES: Final = 6
_WIDTHS: Final = (7.4, 3.2, 1.53)  # inches of the columns of examples
_ROW: Final = 0.45  # inches
_LONGEST: Final = 200  # letters of a title, three lines


def add_brief(deck: Deck, brief: Brief, wording: Wording) -> None:
    """Add the slide of one page."""
    slide = deck.add(brief.verdict, brief.stamp, notes=brief.for_presenters)
    note = join_sentences(brief.notes)
    height = _height(note)
    bottom = BOTTOM - height
    if not brief.lists:
        _add_words(deck, slide, brief, bottom)
    if brief.page == "examples":
        _add_table(deck, slide, brief)
    else:
        width = INSIDE if len(brief.lists) == 1 else INSIDE / 2 - 0.15
        for number, bar_list in enumerate(brief.lists):
            box = Box(LEFT + number * (INSIDE / 2 + 0.15), TOP, width, bottom - TOP)
            _add_bars(deck, slide, box, bar_list, wording)
    if note:
        deck.text(slide, Box(LEFT, bottom, INSIDE, height), [Line(note, _NOTE, colour=LIGHT.quiet)], name="note")


def _height(note: str) -> float:
    """The height in inches that a note takes above the footer."""
    return len(wrapped(note, _NOTE, room_in(INSIDE))) * _LINE + MARGINS if note else 0.0


def _add_words(deck: Deck, slide: Any, brief: Brief, bottom: float) -> None:
    """The headline figure with the sentences of the report, for briefs without anything to draw."""
    lines = [Line(brief.number, 66, bold=True, colour=LIGHT.data)] if brief.number else []
    lines += [Line(sentence, 24, space=10) for sentence in brief.more[:_SENTENCES]]
    deck.text(slide, Box(LEFT, TOP, INSIDE, bottom - TOP), lines, name="words")


def _add_bars(deck: Deck, slide: Any, box: Box, bar_list: BarList, wording: Wording) -> None:
    deck.text(slide, Box(box.x, box.y, box.width, 0.4), [Line(bar_list.head, 18, bold=True)])
    numbers = wording.language.numbers
    bars = [
        Bar(
            shortened(bar.name, 60),
            bar.value,
            LIGHT.rest if bar.is_rest else LIGHT.data,
            "" if bar.text == numbers.count(bar.value) else bar.text,  # the chart writes counts
            bar.note,
        )
        for bar in bar_list.bars[:_MOST]
    ]
    place = Box(box.x, box.y + 0.4, box.width, box.height - 0.4)
    draw_bars(deck, slide, place, bars, form=count_form(numbers), meaning=bar_list.head)


def _add_table(deck: Deck, slide: Any, brief: Brief) -> None:
    (bar_list,) = brief.lists
    rows = [[shortened(bar.note, _LONGEST), bar.name, bar.text] for bar in bar_list.bars[:_ROWS]]
    fitting = rows_in(rows, _WIDTHS, BOTTOM - TOP, row=_ROW, line=_LINE, size=_NOTE)
    box = Box(LEFT, TOP, INSIDE, 0)
    draw_table(deck, slide, box, brief.columns, fitting, _WIDTHS, right=(2,), size=_NOTE, row_height=_ROW)
