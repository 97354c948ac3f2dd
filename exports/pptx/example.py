"""One example as one slide: picture, what was done, its benefit, who uses it, and a link."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from charts.kit.lettering import wrapped
from charts.kit.palette import LIGHT
from data_access.store.records import Records
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.lettering import Box, Line
from exports.pptx.master import INSIDE, LEFT
from exports.pptx.refreshing import name_slide
from exports.pptx.scan_image import scan_image
from exports.pptx.seals import seal_deck
from language.languages import Language
from model.examples import Example
from model.filters import Filters
from model.settings import slides_template
from presentation.figures import gather_worded
from presentation.occasion import Occasion
from presentation.one_example import ExampleView, ShownPicture, link_of_example, view_example
from presentation.stamp import stamp
from presentation.wording import Wording, shortened

_PICTURE: Final = Box(LEFT, TOP + 0.05, 5.6, 4.2)
_CODE: Final = 1.3  # inches of the side
_BODY, _SMALL = 18, 16  # points
_LINE: Final = 1.2  # of the size of letters
_NAMED: Final = 6  # units that took it over


def write_example_slide(
    records: Records, filters: Filters, language: Language, occasion: Occasion, example: Example
) -> bytes:
    """A PPTX file of one slide as bytes. Raises what data_access raises."""
    figures, wording = gather_worded(records, filters, language)
    view = view_example(records, example, figures.catalogue, language)
    template = occasion.template or slides_template()
    deck = Deck(language.tag, view.title, occasion.who, occasion.made_at, template)
    notes = tuple(line for _, lines in view.parts for line in lines)
    stamped = replace(stamp("overview", figures, wording), counted="")
    slide = deck.add(shortened(view.title, 110), stamped, notes=(*notes, *view.lines))
    beside = _add_picture(deck, slide, view.pictures[0]) if view.pictures else 0
    text = Box(LEFT + beside, TOP, INSIDE - beside, BOTTOM - TOP - _CODE - 0.1)
    deck.text(slide, text, _fitting(_story(view), text), name="story")
    _add_foot(deck, slide, text, view, wording)
    _add_code(deck, slide, link_of_example(example, occasion, filters, language), occasion)
    name_slide(slide, "example 1")
    seal_deck(deck.file)
    return deck.saved()


def _add_picture(deck: Deck, slide: Any, picture: ShownPicture) -> float:
    """Add the picture as large as its box allows; returns how far the text moves to the right."""
    scale = min(_PICTURE.width / picture.width, _PICTURE.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    deck.picture(slide, picture.content, Box(_PICTURE.x, _PICTURE.y, width, height), picture.caption)
    below = Box(LEFT, _PICTURE.y + height + 0.05, _PICTURE.width, 0.6)
    deck.text(slide, below, [Line(shortened(picture.caption, 90), 14, colour=LIGHT.quiet)], name="caption")
    return _PICTURE.width + 0.3


def _story(view: ExampleView) -> list[Line]:
    lines = [Line(view.summary, _SMALL, colour=LIGHT.data, bold=True)]
    lines += [Line(view.author, _SMALL, space=3)] if view.author else []
    for head, paragraphs in view.parts:
        lines.append(Line(head, _SMALL, bold=True, colour=LIGHT.quiet, space=6))
        lines += [Line(text, _BODY, space=2) for text in paragraphs]
    return lines


def _fitting(lines: Sequence[Line], box: Box) -> list[Line]:
    """The first lines that fit; the last is cut between words. Speaker notes have the whole text."""
    fitting: list[Line] = []
    room, width = box.height * 72, (box.width - 0.2) * 72
    for line in lines:
        high = line.size * _LINE
        rows = int((room - line.space) / high)
        if rows < 1:
            break
        broken = wrapped(line.text, line.size, width)
        if len(broken) > rows:
            fitting.append(replace(line, text=shortened(line.text, max(1, sum(map(len, broken[:rows])) - 2))))
            break
        fitting.append(line)
        room -= line.space + len(broken) * high
    return fitting


def _add_foot(deck: Deck, slide: Any, above: Box, view: ExampleView, wording: Wording) -> None:
    """Who uses it and whom to contact, beside the QR code."""
    names = [*view.units[:_NAMED], *(["…"] if len(view.units) > _NAMED else [])]
    sentence = f"{view.adopted_title} ({wording.language.numbers.count(len(view.units))}): {', '.join(names)}"
    lines = [Line(sentence if names else view.adopted_none, _SMALL, bold=True)]
    lines.append(Line(view.contact, _SMALL, space=3))
    box = Box(above.x, BOTTOM - _CODE, above.width - _CODE - 0.2, _CODE)
    deck.text(slide, box, _fitting(lines, box), name="used by")


def _add_code(deck: Deck, slide: Any, link: str, occasion: Occasion) -> None:
    box = Box(LEFT + INSIDE - _CODE, BOTTOM - _CODE, _CODE, _CODE)
    if occasion.can_be_scanned:
        deck.picture(slide, scan_image(link), box, link)
