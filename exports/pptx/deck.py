"""A presentation whose slides carry title, scope, as-of, source and a banner where records are simulated."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER

from charts.kit.lettering import shortened as shortened_to
from charts.kit.lettering import text_width
from charts.kit.palette import LIGHT
from exports.colours import BANNER
from exports.pptx.backgrounds import needs_paper
from exports.pptx.lettering import FONT, SMALLEST, Box, Lettering, Line, colour_of
from exports.pptx.master import (
    BANNER_PLACE,
    FOOTER,
    HEIGHT,
    INSIDE,
    LEFT,
    PAGE,
    SIMULATED,
    TITLE,
    add_field,
    layout_of,
    number_itself,
    open_house,
    open_template,
)
from exports.properties import office_bytes
from model.clock import in_utc
from presentation.stamp import Stamp
from presentation.wording import shortened

TOP: Final = 1.75  # where the content of a slide begins
BOTTOM: Final = 6.75  # and where it ends

_PAPER: Final = 0.25  # inches of paper beside what is written on it
_LONGEST_FOOTER: Final = 118  # characters of one line at 14 pt
_POINTS: Final = 72  # an inch
_MARGINS: Final = 8  # points beside the words of a box


def _scope_line(scope: str, beside: float) -> Line:
    """The scope on one line: in smaller letters before anything is cut off."""
    room = (INSIDE - beside) * _POINTS - _MARGINS
    size = next((size for size in (16, SMALLEST) if text_width(scope, size) <= room), SMALLEST)
    return Line(shortened_to(scope, size, room), size, colour=LIGHT.quiet)


class Deck:
    """Slides in order. Shapes have names, shown in PowerPoint's selection pane."""

    def __init__(self, tag: str, title: str, who: str, made_at: datetime, template: Path | None = None) -> None:
        """`template` is a presentation whose master and fonts are used. Raises UnfitTemplate."""
        self.file = open_template(template) if template else open_house()
        self.letters = Lettering(tag, None if template else FONT)
        self.title_colour = "" if template else LIGHT.ink
        self._needs_paper = template is not None and needs_paper(layout_of(self.file))
        about = self.file.core_properties
        about.title, about.author, about.last_modified_by, about.language = title, who, who, self.letters.tag
        about.created = about.modified = in_utc(made_at)
        about.comments = about.keywords = about.subject = about.category = ""

    def add(
        self, title: str, stamp: Stamp, *, notes: Sequence[str] = (), small: bool = False, beside: float = 0
    ) -> Any:
        """Add a slide with everything around its content; `notes` become speaker notes, followed by the full source.

        `beside` inches at the end of the line of the scope are kept free.
        """
        slide = self.new_slide(stamp.banner)
        heading = slide.shapes.title
        heading.left, heading.top, heading.width, heading.height = TITLE.emu
        size = 30 if len(title) < 56 and not small else 26 if len(title) < 70 else 22
        self.letters.fill(heading.text_frame, [Line(title, size, bold=True, colour=self.title_colour)], anchor="middle")
        self.text(slide, Box(LEFT, 1.25, INSIDE - beside, 0.36), [_scope_line(stamp.scope, beside)], name="scope")
        self._footer(slide, stamp)
        slide.notes_slide.notes_text_frame.text = "\n".join((title, *notes, *stamp.lines))
        return slide

    def _footer(self, slide: Any, stamp: Stamp) -> None:
        first = " · ".join(part for part in (stamp.as_of, stamp.counted) if part)
        lines = [Line(shortened(text, _LONGEST_FOOTER), 14, colour=LIGHT.quiet) for text in (first, stamp.source)]
        footer = add_field(slide, PP_PLACEHOLDER.FOOTER) or slide.shapes.add_textbox(*FOOTER.emu)
        footer.left, footer.top, footer.width, footer.height = FOOTER.emu
        footer.name = "as-of, source"
        self.letters.fill(footer.text_frame, lines)
        page = add_field(slide, PP_PLACEHOLDER.SLIDE_NUMBER) or slide.shapes.add_textbox(*PAGE.emu)
        page.name = "page"
        # Light text of a dark master would be invisible on the white sheet.
        colour = LIGHT.quiet if self._needs_paper else ""
        number_itself(page, len(self.file.slides), self.letters.tag, colour)

    def new_slide(self, banner: str, below_title: float = TITLE.y + TITLE.height) -> Any:
        """A slide with a title placeholder and, if needed, the banner; a dark master gets a white sheet below the
        title.
        """
        slide = self.file.slides.add_slide(layout_of(self.file))
        place = None
        for shape in list(slide.placeholders):
            if banner and shape.placeholder_format.idx == BANNER_PLACE:
                place = shape
            elif shape is not slide.shapes.title and shape.placeholder_format.idx:
                shape._element.getparent().remove(shape._element)  # noqa: SLF001 (the library has no public name for it)
        if self._needs_paper:
            sheet = Box(LEFT - _PAPER, below_title, INSIDE + 2 * _PAPER, HEIGHT - below_title - 0.04)
            self.block(slide, sheet, LIGHT.page, name="paper")
        if banner:
            place = place or self.block(slide, SIMULATED, BANNER, name="simulated")
            place.name = "simulated"
            self.letters.fill(place.text_frame, [Line(banner, 14, bold=True, align="center")], anchor="middle")
        return slide

    def block(self, slide: Any, box: Box, colour: str, *, name: str, round_: bool = False) -> Any:
        """Add a filled rectangle without outline or shadow."""
        kind = MSO_SHAPE.ROUNDED_RECTANGLE if round_ else MSO_SHAPE.RECTANGLE
        shape = slide.shapes.add_shape(kind, *box.emu)
        shape.name = name
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour_of(colour)
        shape.line.fill.background()
        without_shadow(shape)
        return shape

    def text(self, slide: Any, box: Box, lines: Sequence[Line], *, name: str = "", anchor: str = "top") -> Any:
        """Add a text box with these lines."""
        shape = slide.shapes.add_textbox(*box.emu)
        shape.name = name or shape.name
        self.letters.fill(shape.text_frame, lines, anchor=anchor)
        return shape

    def picture(self, slide: Any, image: bytes, box: Box, meaning: str) -> None:
        """Add a PNG with its alternative text."""
        shape = slide.shapes.add_picture(BytesIO(image), *box.emu)
        describe(shape, meaning)

    def saved(self) -> bytes:
        """The presentation as the bytes of a PPTX file."""
        return office_bytes(self.file)


def without_shadow(shape: Any) -> None:
    """Remove the shadow of a shape. LibreOffice applies the theme's shadow whatever the shape says."""
    shape.shadow.inherit = False
    for effect in shape._element.xpath("./p:style/a:effectRef"):  # noqa: SLF001 (no public name for it)
        effect.set("idx", "0")


def describe(shape: Any, meaning: str) -> None:
    """Set the alternative text of a chart or a picture."""
    shape.name = meaning[:60]
    shape._element.xpath(".//p:cNvPr")[0].set("descr", meaning)  # noqa: SLF001 (no public name for it)
