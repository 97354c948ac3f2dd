"""A report in the form of Decree 30/2020/NĐ-CP, worded once: the PDF to sign and the text to edit say the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from presentation.briefs.brief import Brief
from presentation.figures import Figures
from presentation.occasion import Occasion
from presentation.prose import write_report_text
from presentation.stamp import stamp
from presentation.wording import Wording, printable

FIXED_SPACE: Final = "\u00a0"  # a space that no line ends at
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
    table_title: str
    table_note: str
    by_unit: Section


def formal_report(figures: Figures, wording: Wording, occasion: Occasion, beside: Sequence[Brief] = ()) -> FormalReport:
    """The report of one scope; `beside`: the pages beside the count, a section each."""
    texts, prose, stamped = wording.texts.report, wording.texts.prose, stamp("overview", figures, wording)
    text, issuer = write_report_text(figures, wording), printable(occasion.issuer)
    parts = (
        (prose.national, text.national),
        (prose.by_status, text.statuses),
        *((brief.title, tuple(brief.lines)) for brief in beside),
        (prose.published, text.disagreements),
    )
    target = f"{wording.texts.info_rows['target_source']}: {wording.source(figures.overview.facts['target'].source)}"
    return FormalReport(
        parent=unbroken(texts.parent),
        issuer=unbroken(issuer or texts.issuer),
        number=texts.number,
        state=texts.state,
        motto=texts.motto,
        place=texts.place_and_day.format(**occasion.day),
        kind=texts.kind_of_document,
        subject=texts.formal_subject.format(programme=wording.short_programme(figures.programme)),
        scope=" · ".join(part for part in (stamped.scope, stamped.as_of, stamped.counted) if part),
        sections=tuple(Section(title, tuple(lines)) for title, lines in parts if lines),
        closing=f"{stamped.full_source}. {target} ./.",
        receivers=texts.receivers,
        receiver_lines=tuple(texts.receiver_lines.split("|")),
        signed_by=unbroken(texts.signed_by),
        signature=texts.signature,
        appended=texts.appended.format(issuer=issuer or texts.issuer_in_text, **occasion.day),
        table_title=wording.texts.titles["units"],
        table_note=f"{stamped.scope} · {wording.texts.missing_mark}",
        by_unit=Section(prose.by_unit, text.units),
    )


def unbroken(name: str) -> str:
    """The name of an authority whose parts stay together: “TỔNG LIÊN ĐOÀN LAO ĐỘNG / VIỆT NAM”."""
    return _TOGETHER.sub(lambda match: match[0].replace(" ", FIXED_SPACE), name)
