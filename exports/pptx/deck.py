"""A presentation being made: slides with title, scope, as-of, source and the banner where records are simulated."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from charts.kit.palette import LIGHT
from exports.colours import BANNER
from exports.pptx.lettering import FONT, Box, Lettering, Line, colour_of
from presentation.stamp import Stamp
from presentation.wording import shortened

WIDTH: Final = 13.333
HEIGHT: Final = 7.5
LEFT: Final = 0.6
INSIDE: Final = WIDTH - 2 * LEFT
TOP: Final = 1.75  # where the content of a slide begins
BOTTOM: Final = 6.75  # and where it ends

_TITLE_ONLY: Final = 5
_LONGEST_FOOTER: Final = 118  # characters of one line at 14 pt


class Deck:
    """Slides in order. Shapes are named, so that a presenter finds them in the selection pane."""

    def __init__(self, tag: str, title: str, who: str, made_at: datetime) -> None:
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Inches(WIDTH), Inches(HEIGHT)
        self.letters = Lettering(tag)
        about = self.file.core_properties
        about.title, about.author, about.language = title, who, self.letters.tag
        about.created = about.modified = made_at
        _set_theme_font(self.file, FONT)

    def add(self, title: str, stamp: Stamp, *, notes: Sequence[str] = (), small: bool = False) -> Any:
        """A slide with everything around its content; `notes` go to the presenter's view with the whole source."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[_TITLE_ONLY])
        heading = slide.shapes.title
        heading.left, heading.top, heading.width, heading.height = Box(LEFT, 0.5, INSIDE, 0.75).emu
        size = 30 if len(title) < 56 and not small else 26 if len(title) < 70 else 22
        self.letters.fill(heading.text_frame, [Line(title, size, bold=True)], anchor="middle")
        self.strip(slide)
        if stamp.banner:
            self.banner(slide, stamp.banner)
        scope = shortened(stamp.scope, 100)
        self.text(slide, Box(LEFT, 1.25, INSIDE, 0.36), [Line(scope, 16, colour=LIGHT.quiet)], name="scope")
        self._footer(slide, stamp)
        slide.notes_slide.notes_text_frame.text = "\n".join((title, *notes, *stamp.lines))
        return slide

    def _footer(self, slide: Any, stamp: Stamp) -> None:
        first = " · ".join(part for part in (stamp.as_of, stamp.counted) if part)
        lines = [Line(shortened(text, _LONGEST_FOOTER), 14, colour=LIGHT.quiet) for text in (first, stamp.source)]
        self.text(slide, Box(LEFT, 6.86, INSIDE - 1.2, 0.56), lines, name="as-of, source")
        page = Line(str(len(self.file.slides)), 14, colour=LIGHT.quiet, align="right")
        self.text(slide, Box(WIDTH - LEFT - 1.1, 6.86, 1.1, 0.3), [page], name="page")

    def strip(self, slide: Any) -> None:
        """The red edge of the house."""
        self.block(slide, Box(0, 0, 0.16, HEIGHT), LIGHT.target, name="edge")

    def banner(self, slide: Any, text: str) -> None:
        shape = self.block(slide, Box(0.16, 0, WIDTH - 0.16, 0.42), BANNER, name="simulated")
        self.letters.fill(shape.text_frame, [Line(text, 14, bold=True, align="center")], anchor="middle")

    def block(self, slide: Any, box: Box, colour: str, *, name: str, round_: bool = False) -> Any:
        """A filled rectangle without outline or shadow."""
        kind = MSO_SHAPE.ROUNDED_RECTANGLE if round_ else MSO_SHAPE.RECTANGLE
        shape = slide.shapes.add_shape(kind, *box.emu)
        shape.name = name
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour_of(colour)
        shape.line.fill.background()
        shape.shadow.inherit = False
        return shape

    def text(self, slide: Any, box: Box, lines: Sequence[Line], *, name: str = "", anchor: str = "top") -> Any:
        shape = slide.shapes.add_textbox(*box.emu)
        shape.name = name or shape.name
        self.letters.fill(shape.text_frame, lines, anchor=anchor)
        return shape

    def picture(self, slide: Any, image: bytes, box: Box, meaning: str) -> None:
        shape = slide.shapes.add_picture(BytesIO(image), *box.emu)
        describe(shape, meaning)

    def saved(self) -> bytes:
        target = BytesIO()
        self.file.save(target)
        return target.getvalue()


def describe(shape: Any, meaning: str) -> None:
    """What a screen reader says of a chart or a picture."""
    shape.name = meaning[:60]
    shape._element.xpath(".//p:cNvPr")[0].set("descr", meaning)  # noqa: SLF001 (no public name for it)


def _set_theme_font(file: Any, font: str) -> None:
    """Text that somebody adds later looks like ours."""
    theme = file.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{font}"'.encode())  # noqa: SLF001 (as above)
