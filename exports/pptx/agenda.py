"""The agenda of a deck: chapters, linked to their first slides."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from charts.kit.lettering import shortened, text_width
from charts.kit.palette import LIGHT
from exports.pptx.deck import TOP, Deck
from exports.pptx.lettering import MARGINS, POINTS, SMALLEST, Box, Line, room_in
from exports.pptx.master import INSIDE, LEFT
from presentation.counted import counted_each
from presentation.figures import Figures
from presentation.stamp import stamp
from presentation.wording import Wording

PLACE: Final = "agenda "  # names of boxes whose number is a place of this deck
_ROOMY: Final = 11  # chapters of an agenda in large letters
_CLOSE: Final = 18  # points of more chapters, at most
_CHAPTER: Final = 4.2  # inches of a chapter's name, at most
_GAP: Final = 0.1  # inches between it and the title


def add_agenda(deck: Deck, figures: Figures, wording: Wording) -> Any:
    """Add an empty agenda; `fill_agenda` fills it once its slides are known."""
    stamped = replace(stamp("overview", figures, wording), counted=counted_each(wording))
    return deck.add(wording.texts.slides.agenda, stamped)


def fill_agenda(deck: Deck, agenda: Any, chapters: Sequence[tuple[str, Any]]) -> None:
    """Write each chapter with the title of its first slide, linked to it; no title needs a second line."""
    step = min(0.82, 4.95 / max(1, len(chapters)))
    names = [f"{number}.  {name}" for number, (name, _) in enumerate(chapters, start=1)]
    whole = [target.shapes.title.text_frame.text.partition(" (1/")[0] for _, target in chapters]
    size, small, width = _layout(names, whole)
    titles = [shortened(title, small, room_in(width)) for title in whole]
    for number, ((name, target), title) in enumerate(zip(chapters, titles, strict=True)):
        box = Box(LEFT, TOP + number * step, INSIDE - width - _GAP, step)
        shapes = [
            deck.text(agenda, box, [Line(names[number], size, bold=True)], name=f"{PLACE}{number + 1}", anchor="middle")
        ]
        if title != name:
            box = Box(LEFT + INSIDE - width, TOP + number * step, width, step)
            line = Line(title, small, colour=LIGHT.quiet)
            shapes.append(deck.text(agenda, box, [line], name=f"{name}: …", anchor="middle"))
        for shape in shapes:
            shape.click_action.target_slide = target


def _layout(names: Sequence[str], titles: Sequence[str]) -> tuple[int, int, float]:
    """Points of chapters and of titles, and the inches of titles: what shorter names leave is for a long title."""
    usual, roomy = INSIDE - _CHAPTER - _GAP, len(names) <= _ROOMY
    for small in (20, 18, 16, SMALLEST):
        for size in (24, 20, 18, 16):
            longest = max((text_width(name, size, bold=True) for name in names), default=0) / POINTS + MARGINS
            if longest > _CHAPTER or small >= size or (not roomy and size > _CLOSE):
                continue
            for width in (usual, INSIDE - longest - _GAP):
                if all(_on_one_line(title, small, width) for title in titles):
                    return size, small, width
    return 16, SMALLEST, usual


def _on_one_line(words: str, size: int, inches: float) -> bool:
    """Whether words leave room beside them in a column that is so many inches wide."""
    return text_width(words, size) <= room_in(inches)
