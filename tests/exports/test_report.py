"""The printed reports, opened with pypdf, have the numbers of `answer`."""

import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from data_access.store.records import Records
from exports.pdf import Form, blocks, write_report
from exports.unit_table import unit_table
from language.languages import VIETNAMESE
from model.address import parse_query
from presentation.figures import Figures, gather_worded
from presentation.wording import Wording
from tests.exports.reading import golden_text
from tests.exports.small_programme import QUERY, RISKY, UPLOADS
from tests.exports.test_workbook import QUERIES

Make = Callable[..., bytes]
Answers = Callable[..., list[dict[str, str]]]
GOLDEN = Path(__file__).parents[1] / "golden"
UNITS = 82


def pages(made: Make, query: str = QUERY, language: str = "vi", form: Form = Form.FULL) -> list[str]:
    """The text of every page, with white space normalised."""
    reader = PdfReader(io.BytesIO(made(write_report, query, language, form=form)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def written(number: str) -> str:
    return f"{int(number):,}".replace(",", ".")


@pytest.mark.parametrize("form", Form)
def test_every_page_says_that_it_is_simulated_its_as_of_and_its_place(made: Make, form: Form):
    lines = pages(made, form=form)
    for number, page in enumerate(lines, start=1):
        assert "DỮ LIỆU MÔ PHỎNG" in page
        assert "20/04/2022 08:00" in page
        place = (str(number) if number > 1 else "") if form is Form.FORMAL else f"Trang {number}/{len(lines)}"
        assert place in page


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("query", [QUERY, "unit=LD-38", "basis=published"])
def test_screen_readers_find_headings_pictures_in_words_a_title_and_bookmarks(made: Make, form: Form, query: str):
    """Typst itself enforces PDF/UA-1; this checks what it cannot know."""
    reader = PdfReader(io.BytesIO(made(write_report, query, form=form)))
    root = reader.trailer["/Root"]
    tags = list(tags_of(root["/StructTreeRoot"]))
    assert reader.xmp_metadata is not None and "pdfuaid" in root["/Metadata"].get_data().decode()
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "vi" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata and reader.metadata.title and reader.metadata.author == "Nguyễn Thị Bé"
    assert reader.outline
    assert {"/H1", "/H2"} <= {str(tag["/S"]) for tag in tags}
    assert all(tag.get("/Alt") for tag in tags if tag["/S"] == "/Figure")


def tags_of(node: Any) -> Iterator[Any]:
    kids = node["/K"] if isinstance(node.get("/K"), list) else [node.get("/K")]
    for kid in (one.get_object() if hasattr(one, "get_object") else one for one in kids):
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from tags_of(kid)


def test_a_meeting_gets_one_page(made: Make):
    (page,) = pages(made, form=Form.ONE_PAGE)
    total = written(str(sum(UPLOADS.values())))
    assert total in page
    assert "Nguồn: Bản ghi trong cơ sở dữ liệu (dữ liệu mô phỏng)" in page
    assert "https://sangkien.example/?programme=1tr&as_of=2022-04-20T08%3A00&phase=1&lang=vi" in page.replace("- ", "-")


@pytest.mark.parametrize("more", ["", "Khu công nghiệp Nam", "Khu công nghiệp Nam và các vùng lân cận phía Tây"])
def test_a_meeting_gets_one_page_whatever_units_are_called(
    records: Records, monkeypatch: pytest.MonkeyPatch, more: str
):
    """Names take one to four lines: those of grassroots unions are long."""
    real = blocks._bar
    monkeypatch.setattr(blocks, "_bar", lambda name, *expected: real(f"{name} {more}", *expected))
    content = write_report(records, parse_query(QUERY, records.catalogue)[0], VIETNAMESE, form=Form.ONE_PAGE)
    (page,) = PdfReader(io.BytesIO(content)).pages
    assert " ".join(page.extract_text().split()).count(more) >= 20


@pytest.mark.parametrize("form", [Form.FULL, Form.FORMAL])
def test_every_unit_of_the_answer_has_its_row_and_the_footer_counts_them(made: Make, answers: Answers, form: Form):
    lines = pages(made, form=form)
    whole = " ".join(lines)
    rows = answers("targets")
    assert len(rows) == UNITS
    assert all(f"{UNITS} đơn vị" in page for page in lines)
    for row in rows:
        target = written(row["registered"]) if row["registered"] else "–"
        uploads = "–" if row["status"] == "not_reported" else written(row["uploads"])  # docs/decisions/0021
        numbers = rf"{re.escape(uploads)} (?:khoảng |trên |ít nhất )?{re.escape(target)}"
        assert re.search(rf"{re.escape(row['unit_name'])} {numbers}(?!\S)", whole), row["unit_code"]


def test_the_header_stands_on_every_page_of_the_table(made: Make):
    texts = [page for page in pages(made) if "LĐLĐ tỉnh" in page and "Thực hiện Chỉ tiêu" in page]
    assert len(texts) >= 2


def test_the_formal_report_has_the_form_of_the_decree(made: Make):
    first = pages(made, form=Form.FORMAL)[0]
    for line in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "BÁO CÁO",
        "Số: ",
        "I. Tình hình chung",
    ):
        assert line in first
    assert "ngày 20 tháng 4 năm 2022" in first
    reader = PdfReader(io.BytesIO(made(write_report, form=Form.FORMAL)))
    fonts = {str(font["/BaseFont"]) for page in reader.pages for font in fonts_of(page)}
    assert all("Tinos" in font for font in fonts)
    assert [round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]] == [210, 297]


@pytest.mark.parametrize("query", [QUERY, "unit=LD-38"])
def test_the_chart_of_a_formal_report_stands_between_two_paragraphs(made: Make, query: str):
    """It stood in the middle of a list of unions that went on behind it."""
    whole = " ".join(pages(made, query, form=Form.FORMAL))
    before = whole.partition(VIETNAMESE.exports.charts["daily"])[0]
    assert re.search(r"\.(?: \d+ DỮ LIỆU MÔ PHỎNG[^.]*)?$", before.rstrip()), before[-200:]


def test_no_row_of_an_annex_stands_alone_on_a_page(records: Records, monkeypatch: pytest.MonkeyPatch):
    filters, _ = parse_query(QUERY, records.catalogue)
    counts = set()
    for count in range(35, 41):
        monkeypatch.setattr(import_module("exports.pdf.contents"), "unit_table", partial(first_units, count))
        reader = PdfReader(io.BytesIO(write_report(records, filters, VIETNAMESE, form=Form.FORMAL)))
        texts = [" ".join(page.extract_text().split()) for page in reader.pages]
        tables = [text for text in texts if "Thực hiện Chỉ tiêu" in text]
        last = re.findall(r"(?:Vượt|Đủ nhịp|Chưa đủ nhịp|Chưa có chỉ tiêu|Chưa báo cáo)(?= |$)", tables[-1])
        counts.add((len(tables), len(last) if len(tables) > 1 else 3))
    assert {number for number, _ in counts} == {1, 2}
    assert min(rows for _, rows in counts) == 3


def test_a_track_ends_at_the_whole_or_is_none(records: Records):
    """The longest bar of sectors filled its track at 37 %, beside tracks that meant 100 %."""
    figures, wording = gather_worded(records, parse_query(QUERY, records.catalogue)[0], VIETNAMESE)
    leaders, last = blocks.ranking(figures, wording)["bars"], blocks.furthest(figures, wording)["bars"]
    sectors = [bar for one in figures.sectors for bar in blocks.sectors(one, wording)["bars"]]

    assert {bar["has_track"] for bar in (*leaders, *sectors)} == {False}
    assert {bar["has_track"] for bar in last} == {True}


def first_units(count: int, figures: Figures, wording: Wording) -> dict[str, Any]:
    table = unit_table(figures, wording)
    return {**table, "rows": table["rows"][:count]}


def fonts_of(page: object) -> list[dict[str, object]]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]


def test_no_banner_of_records_over_printed_figures_but_the_systems_own_are_marked(made: Make):
    whole = " ".join(" ".join(pages(made, "basis=published")).split())
    assert "DỮ LIỆU MÔ PHỎNG" not in whole
    assert "Hệ thống (dữ liệu mô phỏng)" in whole


def test_markup_of_strangers_is_printed_and_never_obeyed(made: Make):
    whole = " ".join(pages(made, "basis=published"))
    assert "root:" not in whole
    assert RISKY not in whole or "HYPERLINK" in whole
    assert not [
        note
        for page in PdfReader(io.BytesIO(made(write_report))).pages
        for note in page.get("/Annots", [])
        if "javascript" in str(note.get_object())
    ]


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_reports_read_as_they_were_read_once(made: Make, form: Form, language: str):
    """A golden text: after an intended change delete the file, run the test once, and read the diff."""
    file = GOLDEN / f"report-{form.value}-{language}.txt"
    lines = "\n\n".join(pages(made, language=language, form=form)) + "\n"
    assert lines == golden_text(file, lines)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("form", Form)
def test_every_scope_gives_a_report(made: Make, query: str, form: Form):
    assert all(page for page in pages(made, query, "en", form))


def test_it_takes_under_a_second(cpu_seconds: Callable[..., float]):
    assert cpu_seconds(write_report) < 1
