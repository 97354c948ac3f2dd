"""A4 paper with the margins, letters and page numbers of Decree 30/2020/NĐ-CP."""

from datetime import datetime
from typing import Any, Final

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from presentation.wording import printable

FONT: Final = "Times New Roman"
_TEXT_WIDTH: Final = 160.0  # mm between the margins
_ALIGNED: Final = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


class Paper:
    """A document being written from top to bottom."""

    def __init__(self, tag: str, made_at: datetime) -> None:
        self.file = Document()
        self.tag = tag
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(30), Mm(20)
        section.top_margin, section.bottom_margin = Mm(25), Mm(20)
        about = self.file.core_properties
        about.language, about.author, about.comments = self.tag, "", ""
        about.created = about.modified = made_at
        self._set_letters()

    def _set_letters(self) -> None:
        normal = self.file.styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(14)
        properties = normal.element.get_or_add_rPr()
        fonts = properties.find(qn("w:rFonts"))
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
        # Without it the spelling checker of an English PC underlines every word.
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), self.tag)
        spoken.set(qn("w:eastAsia"), self.tag)
        properties.append(spoken)

    def frame(self, banner: str, foot: str, page: str) -> None:
        """Header: page number from the second page on, the banner on every one. Footer: as-of, count, page."""
        section = self.file.sections[0]
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _field(number, "PAGE", 13)
        for header in (section.header, section.first_page_header):
            if banner:
                paragraph = header.add_paragraph() if header is section.header else header.paragraphs[0]
                self._write(paragraph, banner, 9, bold=True)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for footer in (section.footer, section.first_page_footer):
            paragraph = footer.paragraphs[0]
            before, _, rest = page.partition("{page}")
            between, _, after = rest.partition("{pages}")
            self._write(paragraph, f"{foot} · {before}", 10)
            _field(paragraph, "PAGE", 10)
            self._write(paragraph, between, 10)
            _field(paragraph, "NUMPAGES", 10)
            self._write(paragraph, after, 10)

    def columns(self, *shares: float) -> list[Any]:
        """Cells side by side without lines: shares of the width of the text."""
        table = self.file.add_table(rows=1, cols=len(shares))
        table.autofit = False
        cells = list(table.rows[0].cells)
        for number, share in enumerate(shares):
            table.columns[number].width = cells[number].width = Mm(_TEXT_WIDTH * share)
        return cells

    def line(
        self, cell: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, rule: bool = False,
        align: str = "center",
    ) -> None:  # fmt: skip
        """A paragraph in a cell; `rule` draws the short line that stands under names of authorities."""
        first = cell.paragraphs[0]
        paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
        self._write(paragraph, text, size, bold=bold, italic=italic)
        _set(paragraph, align, 0)
        if rule:
            line = cell.add_paragraph()
            self._write(line, "_______________", 8)
            _set(line, "center", 0)

    def centred(self, text: str, size: float, *, bold: bool = True, italic: bool = False, above: float = 0) -> None:
        paragraph = self.file.add_paragraph()
        self._write(paragraph, text, size, bold=bold, italic=italic)
        _set(paragraph, "center", above)

    def title(self, text: str) -> None:
        """A heading that Word's outline knows, in the letters of the text."""
        paragraph = self.file.add_paragraph(style="Heading 1")
        self._write(paragraph, text, 14, bold=True)
        _set(paragraph, "left", 10)
        paragraph.paragraph_format.keep_with_next = True

    def paragraph(self, text: str, *, indent: bool = True, align: str = "justify") -> Any:
        """Text; addresses of pages stand left, since justified they tear their line apart."""
        paragraph = self.file.add_paragraph()
        self._write(paragraph, text, 14)
        _set(paragraph, align, 6)
        if indent:
            paragraph.paragraph_format.first_line_indent = Mm(10)
        return paragraph

    def _write(self, paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False) -> None:
        run = paragraph.add_run(printable(text) if text.strip() == text else text)
        run.font.name, run.font.size, run.bold, run.italic = FONT, Pt(size), bold, italic
        run.font.color.rgb = RGBColor(0, 0, 0)


def _set(paragraph: Any, align: str, above: float) -> None:
    form = paragraph.paragraph_format
    form.alignment = _ALIGNED[align]
    form.space_before, form.space_after = Pt(above), Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE


def _field(paragraph: Any, name: str, size: float) -> None:
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
