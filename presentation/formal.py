"""The text of a report in the form of Decree 30/2020/NĐ-CP, shared by the PDF and the editable file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from presentation.briefs.brief import Brief
from presentation.definitions import define_statuses
from presentation.figures import Figures
from presentation.occasion import Occasion
from presentation.prose import write_report_text
from presentation.stamp import stamp, target_source_line
from presentation.targets import view_targets
from presentation.whole_lines import FIXED_SPACE
from presentation.wording import Wording, printable

_ROMAN: Final = ("I", "II")
# What must not be torn apart at the end of a line: the country, and what kind of place with its name.
_TOGETHER: Final = re.compile(
    r"\bVIỆT NAM\b|\bVIET NAM\b|\bNGƯỜI KÝ\b"
    r"|\b(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|PHƯỜNG|XÃ) (?:\w+ ?){1,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Section:
    """A numbered part, or an annex."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class FormalReport:
    """All its sentences, from the name of the state to the annexes."""

    parent: str
    issuer: str
    number: str
    state: str
    motto: str
    place: str
    kind: str
    subject: str
    scope: str
    sections: tuple[Section, ...]
    closing: str  # sources, and the mark that ends the text
    receivers: str
    receiver_lines: tuple[str, ...]
    signed_by: str
    signature: str
    appended: str  # “(Kèm theo Báo cáo số …)”, under the title of an annex
    enclosed: str  # that there are annexes and which; empty where there are none
    annexes: tuple[str, ...]  # “Phụ lục I”, “Phụ lục II” by their order; one alone has no number
    table_title: str  # empty where there is no table
    table_note: str
    by_unit: Section


def formal_report(figures: Figures, wording: Wording, occasion: Occasion, beside: Sequence[Brief] = ()) -> FormalReport:
    """The report of one scope, with a section for each brief in `beside`."""
    texts, prose, stamped = wording.texts.report, wording.texts.prose, stamp("overview", figures, wording)
    text, issuer = write_report_text(figures, wording), printable(occasion.issuer)
    day = wording.language.numbers.official_date(occasion.made_at)
    parts = (
        (prose.national, text.national),
        (prose.by_status, (*text.statuses, define_statuses(figures, wording)) if text.statuses else ()),
        *((brief.title, tuple(brief.lines)) for brief in beside),
        (prose.published, text.disagreements),
    )
    by_unit = Section(prose.by_unit.upper(), text.units)
    table_title = _table_title(figures, wording)
    titles = [title for title, is_there in ((table_title, table_title), (prose.by_unit, text.units)) if is_there]
    annexes = _annexes(len(titles), wording)
    sources = ". ".join(part for part in (stamped.full_source, target_source_line(figures, wording)) if part)
    return FormalReport(
        parent=unbroken(texts.parent),
        issuer=unbroken(issuer or texts.issuer),
        number=texts.number,
        state=texts.state,
        motto=texts.motto,
        place=texts.place_and_day.format(date=day),
        kind=texts.kind_of_document,
        subject=_subject(figures, wording),
        scope=" · ".join(part for part in (stamped.scope, stamped.as_of, stamped.counted) if part),
        sections=tuple(Section(title, tuple(lines)) for title, lines in parts if lines),
        closing=f"{sources} ./.",
        receivers=texts.receivers,
        receiver_lines=tuple(texts.receiver_lines.split("|")),
        signed_by=unbroken(texts.signed_by),
        signature=texts.signature,
        appended=texts.appended.format(issuer=issuer or texts.issuer_in_text, date=day),
        enclosed=_enclosed(annexes, titles, wording),
        annexes=annexes,
        table_title=table_title.upper(),
        table_note=f"{stamped.scope} · {wording.texts.missing_mark}",
        by_unit=by_unit,
    )


def _table_title(figures: Figures, wording: Wording) -> str:
    """What the table of the units holds; "" where there is none."""
    texts, view = wording.texts.report, view_targets(figures, wording)
    if len(view.known) < 2:
        return ""
    return texts.table_annex if view.has_targets else texts.table_annex_no_target


def _subject(figures: Figures, wording: Wording) -> str:
    """What the report is about: the programme, and the union where it is about one alone."""
    texts, programme = wording.texts.report, wording.short_programme(figures.programme)
    if figures.one_union is None:
        return texts.formal_subject.format(programme=programme)
    unit = figures.one_union.profile.unit
    return texts.formal_subject_of.format(programme=programme, unit=wording.unit(unit.code, unit.name))


def _annexes(count: int, wording: Wording) -> tuple[str, ...]:
    """The headings of so many annexes."""
    heading = wording.texts.report.appendix
    return tuple(heading.format(number=number if count > 1 else "").strip() for number in _ROMAN[:count])


def _enclosed(annexes: Sequence[str], titles: Sequence[str], wording: Wording) -> str:
    """“Kèm theo báo cáo này: Phụ lục I (…), Phụ lục II (…).”: the decree requires every annex to be listed."""
    names = ", ".join(
        f"{annex.replace(' ', FIXED_SPACE)} ({title})" for annex, title in zip(annexes, titles, strict=True)
    )
    return wording.texts.report.enclosed.format(annexes=names) if names else ""


def unbroken(name: str) -> str:
    """A name of an authority with non-breaking parts: “TỔNG LIÊN ĐOÀN LAO ĐỘNG / VIỆT NAM”."""
    return _TOGETHER.sub(lambda match: match[0].replace(" ", FIXED_SPACE), name)
