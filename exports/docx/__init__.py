"""The formal report as an editable DOCX file with the same text as the PDF."""

from typing import Final

from data_access.store.records import Records
from exports.docx.paper import Paper
from exports.official_table import column_shares
from exports.timeline import timeline
from exports.timeline_picture import draw_timeline
from exports.unit_table import unit_table
from language.languages import Language
from model.filters import Filters
from presentation.briefs import make_briefs
from presentation.figures import Figures, gather_worded
from presentation.formal import FormalReport, formal_report
from presentation.occasion import Occasion
from presentation.stamp import stamp
from presentation.wording import Wording, printable

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMBERS: Final = (1, 2, 3, 4)


def write_text(records: Records, filters: Filters, language: Language, occasion: Occasion | None = None) -> bytes:
    """A DOCX file as bytes. Raises what data_access raises."""
    figures, wording = gather_worded(records, filters, language)
    occasion = occasion or Occasion()
    report = formal_report(figures, wording, occasion, make_briefs(records, figures, wording))
    title = f"{report.kind} – {report.subject}"
    paper = Paper(language.tag, occasion.made_at, title, printable(occasion.who))
    _heading(paper, report, figures, wording)
    _body(paper, report, figures, wording)
    _closing(paper, report)
    _annexes(paper, report, figures, wording)
    return paper.saved()


def _heading(paper: Paper, report: FormalReport, figures: Figures, wording: Wording) -> None:
    stamped = stamp("overview", figures, wording)
    note = unit_table(figures, wording)["counted"]
    paper.frame(stamped.banner, " · ".join(part for part in (stamped.as_of, note) if part))
    left, right = paper.columns(0.42, 0.58)  # the name of the state stands on one line
    paper.line(left, report.parent, 12)
    paper.line(left, report.issuer, 12, bold=True, rule=0.4)
    paper.line(left, report.number, 13)
    paper.line(right, report.state, 12, bold=True)
    paper.line(right, report.motto, 13, bold=True, rule=1.0)
    paper.line(right, report.place, 13, italic=True)
    paper.centred(report.kind, 14, above=14, level=1)
    paper.centred(report.subject, 14, rule=0.4)
    paper.centred(report.scope, 13, bold=False, italic=True)


def _body(paper: Paper, report: FormalReport, figures: Figures, wording: Wording) -> None:
    for number, section in enumerate(report.sections):
        paper.title(f"{_ROMAN[number]}. {section.title}")
        for line in section.lines:
            paper.paragraph(line)
        if number == 0:
            _chart(paper, figures, wording)
    if report.enclosed:
        paper.paragraph(report.enclosed)
    closing = paper.paragraph(report.closing, align="left")
    closing.paragraph_format.keep_with_next = True  # the signature is never alone on a page


def _chart(paper: Paper, figures: Figures, wording: Wording) -> None:
    line = timeline(figures, wording)
    picture = draw_timeline(line, wording.language.code)
    if picture:
        paper.caption(line["title"])
        paper.picture(picture, line["meaning"])


def _closing(paper: Paper, report: FormalReport) -> None:
    paper.paragraph("", indent=False).paragraph_format.keep_with_next = True
    left, right = paper.columns(0.5, 0.5)
    paper.line(left, report.receivers, 12, bold=True, italic=True, align="left")
    for line in report.receiver_lines:
        paper.line(left, line, 11, align="left")
    paper.line(right, report.signed_by, 13, bold=True)
    for _ in range(3):
        paper.line(right, "", 14)
    paper.line(right, report.signature, 14, bold=True)


def _annexes(paper: Paper, report: FormalReport, figures: Figures, wording: Wording) -> None:
    """A table of all units, then one sentence each; nothing where there is only one unit."""
    if report.table_title:
        units = unit_table(figures, wording)
        _annex(paper, report.annexes[0], report.table_title, report)
        paper.note(report.table_note)
        rows = [row["cells"] for row in units["rows"]]
        paper.table(units["header"], rows, column_shares(units["header"], rows), _NUMBERS[: len(units["header"]) - 1])
    if report.by_unit.lines:
        _annex(paper, report.annexes[-1], report.by_unit.title, report)
        for line in report.by_unit.lines:
            paper.paragraph(line)


def _annex(paper: Paper, heading: str, title: str, report: FormalReport) -> None:
    paper.new_page()
    paper.centred(heading, 14, level=1)
    paper.centred(title, 14)
    paper.centred(report.appended, 13, bold=False, italic=True)
