"""The printed report as PDF: one page for a meeting, the full report, and the formal one for signature."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Final

import orjson

from data_access.snapshots.frozen import at_snapshot
from data_access.store.records import Records
from exports.pdf.contents import contents
from exports.properties import without_producer
from exports.typesetting import typeset
from language.languages import Language
from language.words.unbroken import divisible, spaced
from model.clock import in_utc
from model.filters import Filters
from presentation.briefs import make_briefs
from presentation.figures import gather_worded
from presentation.occasion import Occasion

_TEMPLATES: Final = Path(__file__).parent / "templates"
_LABEL: Final = re.compile(r'(?<="label":")(?:[^"\\]|\\.)+')  # of a card, which is narrow
_PREVIEW_DOTS: Final = 110  # an inch: sharp at the width of a page on screen


class Form(StrEnum):
    """The template of a report."""

    ONE_PAGE = "one-page"
    FULL = "full"
    FORMAL = "formal"


def write_report(
    records: Records, filters: Filters, language: Language, occasion: Occasion | None = None, form: Form = Form.FULL
) -> bytes:
    """A PDF file as bytes. Raises what data_access raises."""
    occasion = occasion or Occasion()
    template, inputs = _input(records, filters, language, occasion, form)
    return compile_pdf(template, inputs, occasion)


def compile_pdf(template: str, inputs: dict[str, str], occasion: Occasion) -> bytes:
    """A template filled with JSON values, as a tagged (accessible) PDF."""
    timestamp = int(in_utc(occasion.made_at).timestamp())
    file = _TEMPLATES / f"{template}.typ"
    [page] = typeset(file, _unbroken(inputs), format="pdf", timestamp=timestamp, pdf_standards=["ua-1"])
    return without_producer(page)


def preview_report(
    records: Records, filters: Filters, language: Language, occasion: Occasion, form: Form
) -> list[bytes]:
    """The pages as PNG images. Raises what data_access raises."""
    template, inputs = _input(records, filters, language, occasion, form)
    file = _TEMPLATES / f"{template}.typ"
    return typeset(file, _unbroken(inputs), format="png", ppi=_PREVIEW_DOTS)


def _unbroken(inputs: dict[str, str]) -> dict[str, str]:
    """JSON whose words have fixed spaces where no line may end (docs/decisions/0028)."""
    return {name: _LABEL.sub(lambda label: spaced(label[0]), divisible(text)) for name, text in inputs.items()}


def _input(
    records: Records, filters: Filters, language: Language, occasion: Occasion, form: Form
) -> tuple[str, dict[str, str]]:
    records, filters = at_snapshot(records, filters)
    figures, wording = gather_worded(records, filters, language)
    data = orjson.dumps(contents(figures, wording, occasion, make_briefs(records, figures, wording))).decode()
    return Form(form).value.replace("-", "_"), {"data": data}
