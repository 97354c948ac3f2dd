"""Files of one example in a programme of printed figures alone name their source, and no records."""

import io
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from docx import Document
from pptx import Presentation
from sqlalchemy import insert

from data_access.database.schema import exemplar, programme, unit
from data_access.database.transactions import writing
from data_access.reference.seed import ids_by_code
from data_access.store.records import Records
from exports.kinds import EXAMPLE_KINDS, make_example_file
from language.languages import LANGUAGES
from model.codes import Basis
from model.filters import Filters
from presentation.figures import gather
from presentation.occasion import Occasion
from presentation.stamp import stamp
from presentation.wording import Wording
from tests.copies import Copies
from tests.exports.reading import words_of_pdf
from tests.live_records import live_records

PRINTED = "son-tay-2024"


@pytest.fixture(scope="module")
def records(copies: Copies) -> Iterator[Records]:
    with copies.of("sqlite") as url:
        with writing(url) as connection:
            number, units = ids_by_code(connection, programme)[PRINTED], ids_by_code(connection, unit)
            values = {"title": "Đồ gá xoay", "reason": "Dễ làm theo", "story": "Làm thử", "contact": "Tổ kỹ thuật"}
            same = {"programme_id": number, "code": "ST-1", "unit_id": units["LD-01"], "who": "a@b.vn", "author": ""}
            day = {"day": date(2025, 1, 2), "chosen_at": datetime(2025, 1, 2)}
            connection.execute(insert(exemplar).values(**same, **values, **day, is_public=True, token="known"))
        with live_records(url) as records:
            yield records


def read(kind: str, content: bytes) -> str:
    if kind == "report":
        return words_of_pdf(content)
    if kind == "text":
        file = Document(io.BytesIO(content))
        feet = [
            line.text for section in file.sections for line in (*section.footer.paragraphs, *section.header.paragraphs)
        ]
        return "\n".join([*(line.text for line in file.paragraphs), *feet])
    shapes = [shape for slide in Presentation(io.BytesIO(content)).slides for shape in slide.shapes]
    return "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


@pytest.mark.parametrize("kind", EXAMPLE_KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_source_is_what_was_printed(records: Records, kind: str, language: str):
    words = LANGUAGES[language]
    made = make_example_file(kind, records, Filters(programme=PRINTED), words, Occasion("Lan"), "ST-1")
    text = read(kind, made)

    printed = gather(records, Filters(programme=PRINTED, basis=Basis.PUBLISHED))
    scope = stamp("overview", printed, Wording(words, printed.catalogue)).scope

    assert "Đồ gá xoay" in text
    assert scope in text or kind != "slides"  # page and text name programme and moment
    assert {"vi": "Bản ghi", "en": "Records in"}[language] not in text
    assert words.pages.simulated_banner.partition(" — ")[0] not in text
