"""Text on slides: every run has a language and a font, and no text is too small for a hall."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Inches, Length, Pt

from charts.kit.palette import LIGHT
from presentation.whole_lines import unbroken_line, unbroken_title

# On every PC and with every Vietnamese letter; PowerPoint replaces fonts that are not installed.
FONT: Final = "Arial"
SMALLEST: Final = 14  # points: 28 px on a screen of 1920 x 1080


@dataclass(frozen=True)
class Line:
    """One paragraph in one style."""

    text: str
    size: float = 18
    bold: bool = False
    colour: str = LIGHT.ink  # "" leaves the master's
    align: str = "left"
    space: float = 0  # points above

    def __post_init__(self) -> None:
        if self.size < SMALLEST:
            raise ValueError(f"{self.size} pt cannot be read from the back of a hall.")


MARGINS: Final = 0.2  # inches beside the words of a box or a cell
POINTS: Final = 72  # of an inch


def room_in(inches: float) -> float:
    """The points that words have in a box or a cell of this width."""
    return (inches - MARGINS) * POINTS


@dataclass(frozen=True)
class Box:
    """A position and size on a slide, in inches."""

    x: float
    y: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Length, Length, Length, Length]:
        """Left, top, width and height in EMU, PowerPoint's unit."""
        return Inches(self.x), Inches(self.y), Inches(self.width), Inches(self.height)


def colour_of(code: str) -> RGBColor:
    """A colour of the palette (“#1F77B4”) as a python-pptx colour; one with an alpha (“#1F77B480”) as on white."""
    red, green, blue, alpha = bytes.fromhex(code.removeprefix("#").ljust(8, "f"))
    mixed = (255 - round((255 - part) * alpha / 255) for part in (red, green, blue))
    return RGBColor(*mixed)  # type: ignore[no-untyped-call]


class Lettering:
    """Writes lines of one language (a tag such as vi-VN) into shapes; `font` None keeps the theme's font."""

    def __init__(self, tag: str, font: str | None = FONT) -> None:
        self.tag, self.font = tag, font

    def fill(self, frame: Any, lines: Sequence[Line], *, anchor: str = "top") -> None:
        """Replace the text of a text frame."""
        frame.word_wrap = True
        frame.vertical_anchor = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}[
            anchor
        ]
        frame.margin_left = frame.margin_right = Inches(0.05)
        frame.margin_top = frame.margin_bottom = Inches(0.02)
        if self.font is None:  # letters of a template may be wider than ours
            frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            self.write(paragraph, line)

    def write(self, paragraph: Any, line: Line) -> None:
        """Set text and style of a paragraph; a bold one is a title or a head, whose compounds stay whole."""
        paragraph.alignment = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}[line.align]
        paragraph.space_before = Pt(line.space)
        run = paragraph.add_run()
        run.text = unbroken_title(line.text) if line.bold else unbroken_line(line.text)
        font = run.font
        font.name, font.size, font.bold = self.font, Pt(line.size), line.bold
        if line.colour:
            font.color.rgb = colour_of(line.colour)
        # Without it the spelling checker of an English PC underlines every word.
        font._element.set("lang", self.tag)  # noqa: SLF001 (the library has no public name for it)

    def chart_font(self, font: Any, size: float = SMALLEST, *, bold: bool = False) -> None:
        """Set the font of a native chart."""
        font.name, font.size, font.bold = self.font, Pt(size), bold
        font.color.rgb = colour_of(LIGHT.ink)
        font._element.set("lang", self.tag)  # noqa: SLF001 (as above)
