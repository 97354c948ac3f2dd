"""The editable report, opened with python-docx, has the numbers of `answer` in its sentences."""

import io
import itertools
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from exports.docx import write_text
from exports.official_table import width_in_points
from exports.pdf import Form, write_report
from language.languages import LANGUAGES
from language.speaking import OwnWords, adapted_to
from tests.exports.reading import golden_text, plain
from tests.exports.small_programme import QUERY, UPLOADS
from tests.exports.test_report import GOLDEN, written
from tests.exports.test_workbook import QUERIES

Make = Callable[..., bytes]
Answers = Callable[..., list[dict[str, str]]]


def opened(made: Make, query: str = QUERY, language: str = "vi") -> Any:
    return Document(io.BytesIO(made(write_text, query, language)))


def paragraphs(document: Any) -> list[str]:
    return [plain(paragraph.text) for paragraph in document.paragraphs if paragraph.text]


@pytest.fixture
def document(made: Make) -> Any:
    return opened(made)


def test_it_opens_with_the_count_of_the_answer_and_its_moment(document: Any):
    first = next(text for text in paragraphs(document) if text.startswith("Tính đến"))
    assert first.startswith("Tính đến 20/04/2022 08:00, cả nước đã cập nhật " + written(str(sum(UPLOADS.values()))))


def test_every_unit_has_a_sentence_that_follows_its_status(document: Any, answers: Answers):
    lines = paragraphs(document)
    rows = answers("targets")
    ends = {
        "exceeded": "vượt ", "met": "đúng chỉ tiêu", "behind": "còn thiếu ", "not_reported": "chưa có",
        "no_target": "chưa có số liệu chỉ tiêu",
    }  # fmt: skip
    for row in rows:
        (sentence,) = [
            text for text in lines if text.startswith((row["unit_name"] + " đã", row["unit_name"] + " chưa"))
        ]
        if row["status"] in ends:
            assert ends[row["status"]] in sentence, sentence
        if row["uploads"] != "0":
            assert written(row["uploads"]) in sentence
        if row["gap"] and row["status"] in ("exceeded", "behind") and row["uploads"] != "0":
            assert written(row["gap"].lstrip("-")) in sentence


def test_it_is_a_document_of_the_decree_in_vietnamese(document: Any):
    section = document.sections[0]
    assert [round(side.mm) for side in (section.left_margin, section.right_margin, section.top_margin)] == [30, 20, 25]
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text.strip()]
    assert {run.font.name for run in runs} == {"Times New Roman"}
    assert 'w:lang w:val="vi-VN"' in document.styles.element.xml
    assert next(p.text for p in document.paragraphs if p.style.name == "Heading 2") == "I. Tình hình chung"


def test_it_carries_banner_source_link_and_a_page_number_word_counts(document: Any):
    section = document.sections[0]
    for header in (section.header, section.first_page_header):
        assert "DỮ LIỆU MÔ PHỎNG" in "".join(paragraph.text for paragraph in header.paragraphs)
    assert plain(section.footer.paragraphs[0].text) == "Tính đến 20/04/2022 08:00 · 82 đơn vị"
    assert "PAGE" in section.header.paragraphs[0]._p.xml and "PAGE" not in section.footer._element.xml
    lines = "\n".join(paragraphs(document))
    assert "Nguồn: Bản ghi trong cơ sở dữ liệu (dữ liệu mô phỏng)" in lines


def test_the_last_rows_of_the_table_stay_together(document: Any):
    (table,) = [table for table in document.tables if len(table.rows) > 3]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert [place for place, one in enumerate(kept) if one] == [len(kept) - 3, len(kept) - 2]


def test_it_says_what_the_formal_report_says(made: Make, document: Any):
    """The text has the same sentences, the table of units, and a chart with alternative text."""
    file = PdfReader(io.BytesIO(made(write_report, form=Form.FORMAL)))
    printed = "".join("".join(page.extract_text().split()) for page in file.pages)
    (table,) = [table for table in document.tables if len(table.rows) > 3]
    cells = [plain(cell.text) for row in table.rows for cell in row.cells]
    for text in (*paragraphs(document), *cells):
        words = "".join(text.split())
        assert words in printed or printed_with_page_breaks(words, printed), text
    assert "Phụ lục I" in paragraphs(document) and "(Kèm theo Báo cáo số" in "\n".join(paragraphs(document))
    (picture,) = document.element.body.xpath(".//wp:docPr")
    assert "sáng kiến lũy kế" in picture.get("descr")
    (place,) = document.element.body.xpath(".//wp:inline")
    assert [place.get(f"dist{side}") for side in "TBLR"] == ["0"] * 4  # it stands between the margins everywhere


def printed_with_page_breaks(words: str, printed: str) -> bool:
    """Whether a paragraph is there in two pieces, with footers and headers between pages."""
    return any(words[:cut] in printed and words[cut:] in printed for cut in range(3, len(words) - 3, 3))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_reads_as_it_was_read_once(made: Make, language: str):
    file = GOLDEN / f"text-{language}.txt"
    lines = "\n".join(paragraphs(opened(made, language=language))) + "\n"
    assert lines == golden_text(file, lines)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_scope_gives_a_text(made: Make, query: str, language: str):
    lines = "\n".join(paragraphs(opened(made, query, language)))
    assert "{" not in lines
    assert "None" not in lines


@pytest.mark.parametrize("language", ["vi", "en"])
def test_rules_are_as_long_as_the_words_above_them(made: Make, language: str):
    """Decree 30/2020/NĐ-CP: the rule below the motto is as long as the motto, the others a part of their line."""
    document = opened(made, language=language)
    cells = document.tables[0].rows[0].cells
    ruled = []
    for cell, room in ((cells[0], 67.2), (cells[1], 92.8)):
        for words, rule in itertools.pairwise(cell.paragraphs):
            if rule._p.xpath("./w:pPr/w:pBdr"):
                long = room * 72 / 25.4 - 2 * rule.paragraph_format.left_indent.pt
                run = words.runs[0]
                assert rule.paragraph_format.space_before.pt >= 2  # ự, ệ: their marks stand clear of it
                ruled.append(long / width_in_points(words.text, run.font.size.pt, bold=True))
    assert ruled == pytest.approx([0.4, 1.0], abs=0.02)


def test_letters_are_measured_as_wide_as_they_are():
    assert width_in_points("Độc lập - Tự do - Hạnh phúc", 13, bold=True) == pytest.approx(158.9, abs=0.5)


def test_an_annex_names_who_reports_as_sentences_do():
    """“của Công đoàn Công ty CP Nhựa Bình Minh Đông”; only the letterhead has capitals."""
    own = OwnWords("toàn công ty", organisation="Công đoàn Công ty CP Nhựa Bình Minh Đông")
    texts = adapted_to(LANGUAGES["vi"], own).exports.report

    assert texts.issuer == "CÔNG ĐOÀN CÔNG TY CP NHỰA BÌNH MINH ĐÔNG"
    assert texts.issuer_in_text == "Công đoàn Công ty CP Nhựa Bình Minh Đông"
