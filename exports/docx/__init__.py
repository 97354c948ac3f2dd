"""The report as text, ready to edit, number and sign: a DOCX file in the form of Decree 30/2020/NĐ-CP."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from docx.shared import Pt

from data_access.store.records import Records
from exports.docx.paper import Paper
from language.languages import Language
from model.filters import Filters
from presentation.figures import Figures, gather
from presentation.occasion import Occasion
from presentation.prose import Report, write_report_text
from presentation.stamp import stamp
from presentation.targets import count_units
from presentation.wording import Wording, printable

_ROMAN: Final = ("I", "II", "III")


def write_text(records: Records, filters: Filters, language: Language, occasion: Occasion | None = None) -> bytes:
    """A DOCX file. Raises what data_access raises."""
    figures = gather(records, filters)
    wording, occasion = Wording(language, figures.catalogue), occasion or Occasion()
    paper = Paper(language.tag, occasion.made_at)
    _heading(paper, figures, wording, occasion)
    report = write_report_text(figures, wording)
    _body(paper, report, figures, wording)
    _closing(paper, figures, wording, occasion)
    target = BytesIO()
    paper.file.save(target)
    return target.getvalue()


def _heading(paper: Paper, figures: Figures, wording: Wording, occasion: Occasion) -> None:
    texts = wording.texts.report
    told = stamp("overview", figures, wording)
    count = count_units(figures.targets.height, wording)
    paper.frame(told.banner, f"{told.as_of} · {count}", wording.texts.page)
    left, right = paper.columns(0.39, 0.61)  # the name of the state stands on one line
    paper.line(left, texts.parent, 12)
    paper.line(left, printable(occasion.issuer) or texts.issuer, 12, bold=True, rule=True)
    paper.line(left, texts.number, 13)
    paper.line(right, texts.state, 12, bold=True)
    paper.line(right, texts.motto, 13, bold=True, rule=True)
    place = texts.place_and_day.format(**occasion.day)
    paper.line(right, place, 13, italic=True)
    paper.centred(texts.kind_of_document, 14, above=14)
    subject = texts.formal_subject.format(programme=wording.short_programme(figures.programme))
    paper.centred(subject, 14)
    scope = " · ".join(part for part in (told.scope, told.as_of, told.counted) if part)
    paper.centred(scope, 13, bold=False, italic=True)


def _body(paper: Paper, report: Report, figures: Figures, wording: Wording) -> None:
    prose = wording.texts.prose
    parts: list[tuple[str, Sequence[str]]] = [
        (prose.national, report.national),
        (prose.by_unit, report.units),
        (prose.published, report.disagreements),
    ]
    for number, (title, lines) in zip(_ROMAN, [part for part in parts if part[1]], strict=False):
        paper.title(f"{number}. {title}")
        for line in lines:
            paper.paragraph(line)
    overview = figures.overview
    target = wording.texts.info_rows["target_source"], wording.source(overview.facts["target"].source)
    paper.paragraph(f"{stamp('overview', figures, wording).full_source}. {target[0]}: {target[1]} ./.", align="left")


def _closing(paper: Paper, figures: Figures, wording: Wording, occasion: Occasion) -> None:
    texts = wording.texts.report
    paper.paragraph("", indent=False)
    left, right = paper.columns(0.5, 0.5)
    paper.line(left, texts.receivers, 12, bold=True, italic=True, align="left")
    for line in texts.receiver_lines.split("|"):
        paper.line(left, line, 11, align="left")
    paper.line(right, texts.signed_by, 13, bold=True)
    for _ in range(3):
        paper.line(right, "", 14)
    paper.line(right, texts.signature, 14, bold=True)
    numbers = wording.language.numbers
    by = wording.texts.made_by if occasion.who else wording.texts.made
    made = by.format(moment=numbers.moment(occasion.made_at), who=printable(occasion.who))
    link = wording.texts.link.format(link=occasion.link(figures.filters, wording.language))
    small: Any = paper.paragraph(f"{made}. {link}", indent=False, align="left")
    for run in small.runs:
        run.font.size, run.italic = Pt(11), True
