"""What the library of Word files has no words for: forms of paragraphs, fields, marks of tables."""

from typing import Any, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from presentation.formal import FIXED_SPACE
from presentation.wording import printable

FONT: Final = "Times New Roman"
_ALIGNED: Final = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def set_margins(table: Any, twips: int) -> None:
    """Room at both sides of the letters of a cell; the names of authorities need all there is."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        part = OxmlElement(f"w:{side}")
        part.set(qn("w:w"), str(twips))
        part.set(qn("w:type"), "dxa")
        margins.append(part)
    table._tbl.tblPr.append(margins)  # noqa: SLF001 (the library has no public name for it)


def mark_row(row: Any, name: str) -> None:
    """Sets a property of a row: that it is never cut, or that it stands on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 (the library has no public name for it)


def kept(text: str) -> str:
    """Printable, with the spaces that no line ends at."""
    return FIXED_SPACE.join(printable(part) for part in text.split(FIXED_SPACE))


def set_form(paragraph: Any, align: str, above: float) -> None:
    """Alignment, points above, single lines."""
    form = paragraph.paragraph_format
    form.alignment = _ALIGNED[align]
    form.space_before, form.space_after = Pt(above), Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE


def add_field(paragraph: Any, name: str, size: float) -> None:
    """A number that Word counts itself. Every piece is a run of its own, so that the number has our letters."""
    for kind in ("begin", "code", "separate", "number", "end"):
        run = paragraph.add_run()
        run.font.name, run.font.size = FONT, Pt(size)
        if kind == "number":
            run.text = "1"
            continue
        mark = OxmlElement("w:instrText" if kind == "code" else "w:fldChar")
        if kind == "code":
            mark.text = name
        else:
            mark.set(qn("w:fldCharType"), kind)
        run._element.append(mark)  # noqa: SLF001 (the library has no fields)
