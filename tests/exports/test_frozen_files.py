"""Files of frozen figures, opened by independent readers, have the snapshot's name, moment and numbers."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from data_access.cli.answer import SUBJECTS
from data_access.snapshots.freezing import find_snapshots, freeze
from data_access.store.records import Records
from exports.html.stage import VIEWS, make_slides
from exports.kinds import KINDS, PICTURED, make_file, name_of_file
from language.languages import LANGUAGES
from model.address import parse_query
from model.address_values import read_moment
from model.reader import Reader, Role
from presentation.occasion import Occasion
from tests.data_access.invented_rows import invent, write
from tests.exports.reading import plain, words_of_pdf
from tests.exports.small_programme import AS_OF, START, UPLOADS, write_small
from tests.live_records import live_records

NAME = "Hội nghị <20/4> & báo cáo"
THEN, LATE = sum(UPLOADS.values()), 777
OF_ROWS = ("recognition", "value", "people")  # what they tell beside totals was never frozen
SEALED = {"vi": "Bản chốt hoi-nghi", "en": "Frozen under hoi-nghi"}
FIRST_WORDS = {"vi": "Số liệu chốt đến 20/04/2022 08:00: ", "en": "Frozen as of 20 Apr 2022 08:00: "}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    """Records frozen at eight o'clock, before hundreds of older rows were imported."""
    url = f"sqlite:///{tmp_path_factory.mktemp('frozen') / 'small.db'}"
    write_small(url)
    freeze(url, "1tr", NAME, Reader("Lan", Role.ADMIN), read_moment(AS_OF), code="hoi-nghi")
    write(url, *invent(LATE, seed=3, first=START + timedelta(days=3)))
    with live_records(url) as records:
        yield records


def slides(content: bytes) -> str:
    opened = Presentation(io.BytesIO(content))
    shapes = [shape for slide in opened.slides for shape in slide.shapes]
    texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    return plain("\n".join([*texts, *(slide.notes_slide.notes_text_frame.text for slide in opened.slides)]))


def workbook(content: bytes) -> str:
    rows = (row for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet.iter_rows(values_only=True))
    cells = (cell for row in rows for cell in row if cell is not None)
    return plain("\n".join(f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in cells))


def document(content: bytes) -> str:
    opened = Document(io.BytesIO(content))
    tables = (cell.text for table in opened.tables for row in table.rows for cell in row.cells)
    return plain("\n".join([*(paragraph.text for paragraph in opened.paragraphs), *tables]))


def pictures(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        drawn = [archive.read(name) for name in archive.namelist() if name.endswith(".svg")]
    return "\n".join("".join(ET.fromstring(svg).itertext()) for svg in drawn)


def rows(content: bytes) -> str:
    return "\n".join(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)


def pack(content: bytes) -> str:
    return content.decode().replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&")


READERS: dict[str, Callable[[bytes], str]] = {
    "slides": slides, "one-page": words_of_pdf, "report": words_of_pdf, "formal": words_of_pdf, "text": document,
    "workbook": workbook,
    "pack": pack, "pictures": pictures, "csv": rows,
}  # fmt: skip


def test_every_kind_of_file_has_a_reader():
    assert READERS.keys() == KINDS.keys()


@pytest.mark.usefixtures("without_dots")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", READERS)
def test_a_file_of_frozen_figures_says_so_and_keeps_its_numbers(records: Records, kind: str, lang: str):
    filters, _ = parse_query("snapshot=hoi-nghi", records.catalogue)
    lines = READERS[kind](make_file(kind, records, filters, LANGUAGES[lang], Occasion("Lan")))

    assert f"_{AS_OF[:10]}_" in name_of_file(kind, records, filters, LANGUAGES[lang])
    assert FIRST_WORDS[lang] + NAME in lines
    assert records.ask_now(find_snapshots)[0].sha256 in "".join(lines.split())
    assert SEALED[lang] in lines
    assert number(THEN, lines)
    assert not number(THEN + LATE, lines)


@pytest.mark.parametrize("kind", ["report", "workbook", "pack"])
def test_the_same_file_of_today_has_the_rows_that_came_later(records: Records, kind: str):
    filters, _ = parse_query(f"as_of={AS_OF}", records.catalogue)
    lines = READERS[kind](make_file(kind, records, filters, LANGUAGES["vi"], Occasion("Lan")))

    assert "Số liệu chốt đến" not in lines
    assert number(THEN + LATE, lines)


@pytest.mark.usefixtures("without_dots")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "subject"), [*(("pictures", one) for one in PICTURED), *(("csv", one) for one in SUBJECTS)]
)
def test_no_page_of_frozen_figures_gives_a_file_of_today(records: Records, subject: str, kind: str, lang: str):
    filters, _ = parse_query("snapshot=hoi-nghi", records.catalogue)
    lines = READERS[kind](make_file(kind, records, filters, LANGUAGES[lang], Occasion("Lan"), subject))

    assert FIRST_WORDS[lang] + NAME in lines
    assert not number(THEN + LATE, lines)
    if subject in OF_ROWS:  # lines of a picture break anywhere
        assert "".join(LANGUAGES[lang].problems.not_frozen.split()) in "".join(lines.split())


def test_every_slide_of_frozen_figures_stands_though_rows_have_changed(records: Records):
    filters, _ = parse_query("snapshot=hoi-nghi", records.catalogue)
    shown = make_slides(records, filters, LANGUAGES["vi"], VIEWS)

    assert len(shown) == len(VIEWS)
    assert all(slide["scope"].startswith(f"Phạm vi: {FIRST_WORDS['vi']}{NAME}") for slide in shown)
    silent = {slide["view"] for slide in shown if slide["body"]["type"] == "nothing"}
    assert silent == {"people", "potential", "rewards"}  # no members are known; who and when rewarded is not frozen


def number(value: int, expected: str) -> bool:
    """Whether a number occurs in a text, as readers of either language or programs write it."""
    written = f"{value:,}"
    return any(form in expected for form in (written, written.replace(",", "."), str(value)))
