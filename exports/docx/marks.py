"""Word features that python-docx has no API for: paragraph formats, fields, table properties."""

from typing import Any, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

FONT: Final = "Times New Roman"
_ALIGNED: Final = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def set_margins(table: Any, twips: int) -> None:
    """Set the left and right cell margins of a table, in twips."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        part = OxmlElement(f"w:{side}")
        part.set(qn("w:w"), str(twips))
        part.set(qn("w:type"), "dxa")
        margins.append(part)
    table._tbl.tblPr.append(margins)  # noqa: SLF001 (the library has no public name for it)


def mark_row(row: Any, name: str) -> None:
    """Set a row property: do not split across pages, or repeat as header row."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 (the library has no public name for it)


def set_form(paragraph: Any, align: str, above: float) -> None:
    """Set alignment, space above in points, and single line spacing."""
    form = paragraph.paragraph_format
    form.alignment = _ALIGNED[align]
    form.space_before, form.space_after = Pt(above), Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE


def add_field(paragraph: Any, name: str, size: float) -> None:
    """Add a field that Word computes. Each part is a run of its own, so that the result gets our font."""
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
