"""The agenda of a deck: chapters, linked to their first slides."""

from collections.abc import Sequence
from typing import Any, Final

from charts.kit.lettering import shortened, text_width
from charts.kit.palette import LIGHT
from exports.pptx.deck import TOP, Deck
from exports.pptx.lettering import Box, Line, room_in
from exports.pptx.master import INSIDE, LEFT
from presentation.figures import Figures
from presentation.stamp import stamp
from presentation.wording import Wording

PLACE: Final = "agenda "  # names of boxes whose number is a place of this deck
_ROOMY: Final = 11  # chapters of an agenda in large letters
_CHAPTER: Final = 4.2  # inches of a chapter's name
_TITLE: Final = INSIDE - _CHAPTER - 0.1  # inches of the title beside it


def add_agenda(deck: Deck, figures: Figures, wording: Wording) -> Any:
    """Add an empty agenda; `fill_agenda` fills it once its slides are known."""
    return deck.add(wording.texts.slides.agenda, stamp("overview", figures, wording))


def fill_agenda(deck: Deck, agenda: Any, chapters: Sequence[tuple[str, Any]]) -> None:
    """Write each chapter with the title of its first slide, linked to it; no title needs a second line."""
    step = min(0.82, 4.95 / max(1, len(chapters)))
    names = [f"{number}.  {name}" for number, (name, _) in enumerate(chapters, start=1)]
    sizes = [24, 20, 18] if len(chapters) <= _ROOMY else [18]
    size = next((size for size in sizes if all(_on_one_line(name, size, _CHAPTER, bold=True) for name in names)), 16)
    whole = [target.shapes.title.text_frame.text.partition(" (1/")[0] for _, target in chapters]
    smaller = [20, 18] if size > 18 else []
    small = next((size for size in smaller if all(_on_one_line(title, size, _TITLE) for title in whole)), 16)
    titles = [shortened(title, small, room_in(_TITLE)) for title in whole]
    for number, ((name, target), title) in enumerate(zip(chapters, titles, strict=True)):
        box = Box(LEFT, TOP + number * step, _CHAPTER, step)
        shapes = [
            deck.text(agenda, box, [Line(names[number], size, bold=True)], name=f"{PLACE}{number + 1}", anchor="middle")
        ]
        if title != name:
            box = Box(LEFT + _CHAPTER + 0.1, TOP + number * step, _TITLE, step)
            line = Line(title, small, colour=LIGHT.quiet)
            shapes.append(deck.text(agenda, box, [line], name=f"{name}: …", anchor="middle"))
        for shape in shapes:
            shape.click_action.target_slide = target


def _on_one_line(words: str, size: int, inches: float, *, bold: bool = False) -> bool:
    """Whether words leave room beside them in a column that is so many inches wide."""
    return text_width(words, size, bold=bold) <= room_in(inches)
