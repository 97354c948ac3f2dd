"""A4 paper with the margins, fonts and page numbers of Decree 30/2020/NĐ-CP."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from exports.docx.marks import FONT, add_field, mark_row, set_form, set_margins
from exports.official_table import width_in_points
from exports.properties import office_bytes
from model.clock import in_utc
from presentation.whole_lines import unbroken_line
from presentation.wording import printable

_TEXT_WIDTH: Final = 160.0  # mm between the margins
_POINTS_PER_MM: Final = 72 / 25.4
_LAST_TOGETHER: Final = 3  # rows of a table
_CELL_MARGIN: Final = 75  # twentieths of a point
_CLEAR_OF_LETTERS: Final = 3  # points between words and the line below them: marks hang below Vietnamese letters
_AFTER_BORDERS: Final = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")


class Paper:
    """A Word document written from top to bottom."""

    def __init__(self, tag: str, made_at: datetime, title: str, who: str) -> None:
        self.file = Document()
        self.tag = tag
        self._page_begins = False
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(30), Mm(20)
        section.top_margin, section.bottom_margin = Mm(25), Mm(20)
        about = self.file.core_properties
        about.language, about.title, about.comments = self.tag, title, ""
        about.author = about.last_modified_by = who
        about.created = about.modified = in_utc(made_at)
        self._set_letters()

    def _set_letters(self) -> None:
        normal = self.file.styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(14)
        properties = normal.element.get_or_add_rPr()
        fonts = properties.find(qn("w:rFonts"))
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
        # Without it the spelling checker of an English PC underlines every word.
        proofing_language = OxmlElement("w:lang")
        proofing_language.set(qn("w:val"), self.tag)
        proofing_language.set(qn("w:eastAsia"), self.tag)
        properties.append(proofing_language)

    def saved(self) -> bytes:
        """The document as the bytes of a DOCX file."""
        return office_bytes(self.file)

    def frame(self, banner: str, foot: str) -> None:
        """Header: the page number from page 2 on and the banner on every page. Footer: as-of and what is counted."""
        section = self.file.sections[0]
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_field(number, "PAGE", 13)
        for header in (section.header, section.first_page_header):
            if banner:
                paragraph = header.add_paragraph() if header is section.header else header.paragraphs[0]
                self._write(paragraph, banner, 9, bold=True)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for footer in (section.footer, section.first_page_footer):
            self._write(footer.paragraphs[0], foot, 10)

    def columns(self, *shares: float) -> list[Any]:
        """Cells side by side without borders; `shares` are fractions of the text width."""
        table = self.file.add_table(rows=1, cols=len(shares))
        table.autofit = False
        set_margins(table, 0)
        mark_row(table.rows[0], "w:cantSplit")
        cells = list(table.rows[0].cells)
        for number, share in enumerate(shares):
            table.columns[number].width = cells[number].width = Mm(_TEXT_WIDTH * share)
        return cells

    def line(
        self, cell: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, rule: float = 0,
        align: str = "center",
    ) -> None:  # fmt: skip
        """Add a paragraph to a cell; `rule` draws a line below it, as a fraction of the width of its words."""
        first = cell.paragraphs[0]
        paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
        self._write(paragraph, text, size, bold=bold, italic=italic)
        set_form(paragraph, align, 0)
        if rule:
            self._rule(cell.add_paragraph(), rule, width_in_points(text, size, bold=bold), float(cell.width.mm))

    def _rule(self, paragraph: Any, part: float, points: float, room: float) -> None:
        """A centred line, a fraction of a text of `points` size; `room` is the width in mm in which the text wraps."""
        wide = room * _POINTS_PER_MM
        side = Pt((wide - part * min(points, wide)) / 2)
        form = paragraph.paragraph_format
        form.left_indent = form.right_indent = side
        form.space_before, form.space_after, form.line_spacing = Pt(_CLEAR_OF_LETTERS), Pt(4), Pt(3)
        border = OxmlElement("w:pBdr")
        top = OxmlElement("w:top")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            top.set(qn(f"w:{name}"), value)
        border.append(top)
        paragraph._p.get_or_add_pPr().insert_element_before(border, *_AFTER_BORDERS)  # noqa: SLF001 (no public name)

    def centred(
        self, text: str, size: float, *, bold: bool = True, italic: bool = False, above: float = 0, level: int = 0,
        rule: float = 0,
    ) -> None:  # fmt: skip
        """Add a centred line; with a `level` it is a heading in Word's outline."""
        paragraph = self.file.add_paragraph(style=f"Heading {level}" if level else None)
        paragraph.paragraph_format.page_break_before, self._page_begins = self._page_begins, False
        self._write(paragraph, text, size, bold=bold, italic=italic)
        set_form(paragraph, "center", above)
        if rule:
            self._rule(self.file.add_paragraph(), rule, width_in_points(text, size, bold=bold), _TEXT_WIDTH)

    def new_page(self) -> None:
        """Start a new page."""
        self._page_begins = True

    def caption(self, text: str) -> None:
        """Add the title of a chart and keep it on the page of the chart."""
        paragraph = self.paragraph("", indent=False, align="center")
        self._write(paragraph, text, 13, bold=True)
        paragraph.paragraph_format.keep_with_next = True

    def note(self, text: str) -> None:
        """Add a paragraph in small italics."""
        self._write(self.paragraph("", indent=False), text, 11, italic=True)

    def picture(self, image: bytes, meaning: str) -> None:
        """Add a picture of full text width; `meaning` is its alternative text."""
        paragraph = self.file.add_paragraph()
        set_form(paragraph, "left", 6)
        place = paragraph.add_run().add_picture(BytesIO(image), width=Mm(_TEXT_WIDTH))._inline  # noqa: SLF001 (no public name)
        place.docPr.set("descr", printable(meaning))
        for side in "TBLR":  # unless they are said to be none, LibreOffice moves it by 3 mm into the margin
            place.set(f"dist{side}", "0")

    def table(
        self, header: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], right: Sequence[int]
    ) -> None:
        """Add a ruled table whose header repeats on every page; columns numbered in `right` are
        right-aligned numbers.
        """
        table = self.file.add_table(rows=0, cols=len(header), style="Table Grid")
        table.autofit = False
        set_margins(table, _CELL_MARGIN)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER  # its rules end at the margins, as its letters do not
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Mm(_TEXT_WIDTH * share)
        for place, texts in enumerate((header, *rows)):
            row = table.add_row()
            mark_row(row, "w:cantSplit")
            if place == 0:
                mark_row(row, "w:tblHeader")
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = Mm(_TEXT_WIDTH * shares[column])
                align = "center" if place == 0 else "right" if column in right else "left"
                self.line(cell, text, 11, bold=place == 0, align=align)
                # No row stands alone on a sheet: the last three stay together.
                cell.paragraphs[0].paragraph_format.keep_with_next = len(rows) - _LAST_TOGETHER < place < len(rows)

    def title(self, text: str) -> None:
        """Add a heading that appears in Word's outline but looks like body text."""
        paragraph = self.file.add_paragraph(style="Heading 2")
        self._write(paragraph, text, 14, bold=True)
        set_form(paragraph, "left", 10)
        paragraph.paragraph_format.keep_with_next = True

    def paragraph(self, text: str, *, indent: bool = True, align: str = "justify") -> Any:
        """Add justified text. Addresses are left-aligned: justified, their words would be torn apart."""
        paragraph = self.file.add_paragraph()
        self._write(paragraph, text, 14)
        set_form(paragraph, align, 6)
        if indent:
            paragraph.paragraph_format.first_line_indent = Mm(10)
        return paragraph

    def _write(self, paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False) -> None:
        run = paragraph.add_run(unbroken_line(text))
        run.font.name, run.font.size, run.bold, run.italic = FONT, Pt(size), bold, italic
        run.font.color.rgb = RGBColor(0, 0, 0)
