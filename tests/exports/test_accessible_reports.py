"""Every kind of PDF passes a PDF/UA-1 validator and has the right content for screen readers.

The validator checks the clauses a machine can decide (134 rules; docs/accessible.md says what is left to people).
"""

import io
from collections.abc import Callable

import pytest
from page import ValidationProfile, validate_pdf_bytes
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ContentStream, NameObject

from data_access.queries.examples import fetch_examples
from data_access.store.records import Records
from exports.kinds import make_example_file
from exports.pdf import Form, write_report
from language.languages import LANGUAGES
from model.address import parse_query
from tests.exports.conftest import OCCASION
from tests.exports.small_programme import QUERY

Make = Callable[..., bytes]
SCOPES = (QUERY, "unit=LD-38", "basis=published", "programme=son-tay-2024")


def unfit(content: bytes) -> list[str]:
    """The rules of PDF/UA-1 that a file breaks."""
    return [
        f"{one.rule_id}: {one.message}"
        for one in validate_pdf_bytes(content, profile=ValidationProfile.PDF_UA_1).failures
    ]


def spoken(page: PageObject) -> str:
    """The words of a page without those marked as decoration, which screen readers skip."""
    heard = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
    marks: list[bool] = []
    kept = []
    for operands, operator in heard.operations:
        if operator in (b"BDC", b"BMC"):
            marks.append(operands[0] == "/Artifact")
        elif operator == b"EMC":
            marks.pop()
        if not (any(marks) and operator in (b"Tj", b"TJ")):
            kept.append((operands, operator))
    heard.operations = kept
    page[NameObject("/Contents")] = heard
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", SCOPES)
def test_every_report_keeps_the_rules(made: Make, query: str, language: str, form: Form):
    assert unfit(made(write_report, query, language, form=form)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_an_example_keeps_them(records: Records, language: str):
    content = example(records, language)
    assert unfit(content) == []
    assert LANGUAGES[language].exports.simulated in spoken(PdfReader(io.BytesIO(content)).pages[0])


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_records_are_simulated_is_stated_once_and_not_only_drawn(made: Make, language: str, form: Form):
    reader = PdfReader(io.BytesIO(made(write_report, QUERY, language, form=form)))
    words = LANGUAGES[language].exports.simulated
    assert all(words in " ".join(page.extract_text().split()) for page in reader.pages)
    assert [words in spoken(page) for page in reader.pages] == [True, *[False] * (len(reader.pages) - 1)]


def test_an_address_can_be_called_up(made: Make):
    reader = PdfReader(io.BytesIO(made(write_report, form=Form.ONE_PAGE)))
    marks = [one.get_object() for one in reader.pages[0].get("/Annots", ())]
    assert OCCASION.address in {str(one["/A"]["/URI"])[: len(OCCASION.address)] for one in marks}
    assert all(one.get("/Contents") for one in marks)  # what a screen reader says of it


@pytest.mark.parametrize("without", ["/Lang", "/MarkInfo", "/StructTreeRoot", "/ViewerPreferences", "/Metadata"])
def test_the_validator_notices_what_is_missing(made: Make, without: str):
    writer = PdfWriter(clone_from=io.BytesIO(made(write_report, form=Form.ONE_PAGE)))
    del writer.root_object[NameObject(without)]
    file = io.BytesIO()
    writer.write(file)
    assert unfit(file.getvalue())


def example(records: Records, language: str) -> bytes:
    filters, _ = parse_query(QUERY, records.catalogue)
    (one,) = fetch_examples(records, filters).shown
    return make_example_file("report", records, filters, LANGUAGES[language], OCCASION, one.code)
