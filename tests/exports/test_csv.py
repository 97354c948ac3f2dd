"""CSV files open in Excel with the right encoding and without formulas, and a million rows need little memory."""

import csv
import io
import re
import time
from collections.abc import Callable, Iterator

import polars as pl
import pytest

from data_access.cli.answer import SUBJECTS
from exports.csv.files import stream_csv, write_csv
from exports.safe_cells import is_misread
from language.languages import LANGUAGES
from model.catalogue import Catalogue
from presentation.in_units import column_heading
from presentation.overview_facts import is_listed
from presentation.wording import Wording
from tests.exports.test_workbook import QUERIES

Make = Callable[..., bytes]
Answers = Callable[..., list[dict[str, str]]]
PIECE = 50_000
AMOUNT = re.compile("[1-9][0-9]*")  # of money: a number, and meant as one
NUMBERS = ("amount", "yes", "value", "points", "uploads", "registered", "assigned", "guided", "over_guided",
           "reached_pct", "gap", "share_pct", "rank", "rank_before", "of", "low", "middle", "high", "actual", "before",
           "benefit_vnd", "system_value", "difference", "band", "target")  # fmt: skip


def opened(made: Make, subject: str, query: str = "phase=1", language: str = "vi") -> list[list[str]]:
    content = made(write_csv, query, language, subject=subject)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_numbers_are_those_of_the_answer(made: Make, answers: Answers, subject: str):
    answered, (heads, *body) = answers(subject, "phase=1"), opened(made, subject)
    expected = [row for row in answered if subject != "overview" or is_listed(row["metric"], row["value"] or None)]
    if subject == "targets":  # a script reads the sum of no rows, a reader that nothing was reported
        silent = dict.fromkeys(("uploads", "gap"), "")
        expected = [row | silent if row["status"] == "not_reported" else row for row in expected]
    assert len(body[: body.index([])]) == len(expected)
    wording = Wording(LANGUAGES["vi"], Catalogue((), (), (), ()))
    names = {name: column_heading(name, wording) for name in LANGUAGES["vi"].exports.columns}
    words = LANGUAGES["vi"].names.target_statuses
    if subject in ("ranking", "map"):  # all values are of one measure
        names["value"] = LANGUAGES["vi"].names.measure("uploads")
    counted = [name for name in expected[0] if name in NUMBERS and any(row[name] for row in expected)]

    assert counted
    for name in counted:
        place = heads.index(names[name])
        assert [row[place] for row in body[: len(expected)]] == [words.get(row[name], row[name]) for row in expected]


@pytest.mark.parametrize("language", LANGUAGES)
def test_shares_money_and_days_say_their_unit_at_the_head_of_their_column(language: str):
    """“Share” stood above 5.85, which might have been anything."""
    wording = Wording(LANGUAGES[language], Catalogue((), (), (), ()))
    heads = {name: column_heading(name, wording) for name in wording.texts.columns}
    units = {"pct": "(%)", "share": "(%)", "vnd": "(đồng)|(VND)", "days": "ngày|days"}
    for name, head in heads.items():
        unit = next((word for ending, word in units.items() if name.endswith(f"_{ending}")), "")
        assert any(word in head for word in unit.split("|")), (name, head)
        assert head.count("%") <= 1
    assert heads["count"] == LANGUAGES[language].exports.columns["count"]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_headings_are_words_of_the_reader_and_never_codes(made: Make, subject: str, language: str):
    heads = opened(made, subject, "unit=LD-38", language)[0]

    assert not [head for head in heads if head in NUMBERS or "_" in head]
    assert len(heads) == len(set(heads))


def test_below_the_rows_it_says_what_they_are(made: Make):
    rows = opened(made, "targets", "as_of=2022-04-20T08:00&phase=1")
    texts = [row[0] for row in rows[rows.index([]) + 1 :]]
    assert rows[0][:3] == ["Mã", "Đơn vị", "Thực hiện"]
    assert texts[0].startswith("DỮ LIỆU MÔ PHỎNG")
    assert texts[1:4] == ["Phạm vi: Giai đoạn 1", "Tính đến 20/04/2022 08:00", texts[3]]
    assert any(line.startswith("Nguồn: ") for line in texts)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_filter_that_the_page_ignores_is_reported_and_not_named(made: Make, language: str):
    plain, question = (opened(made, "recognition", query, language) for query in ("phase=1", "phase=1&status=review"))
    ignored = LANGUAGES[language].recognition.statuses_ignored
    assert question[: question.index([])] == plain[: plain.index([])]
    (scope,) = [row[0] for row in question if row and ignored in row[0]]
    assert scope.removesuffix(f". {ignored}") in [row[0] for row in plain if row]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_scope_gives_a_file(made: Make, query: str, language: str):
    assert len(opened(made, "overview", query, language)) > 5


@pytest.mark.parametrize("query", [*QUERIES, "boundary=34&measure=reached"])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_nothing_we_word_is_read_as_a_day_or_a_time(made: Make, subject: str, language: str, query: str):
    """Excel and LibreOffice made 63:01:00 of the code of Hà Nội and a day of Apr 2022."""
    cells = [cell for row in opened(made, subject, query, language) for cell in row]
    assert len(cells) > 3
    assert not [cell for cell in cells if is_misread(cell.removeprefix("'")) and not AMOUNT.fullmatch(cell)]


def test_a_million_rows_leave_piece_by_piece_in_seconds():
    piece = pl.DataFrame({
        "code": [f"SK-{number}" for number in range(PIECE)], "title": ["Cải tiến quy trình, “tiết kiệm” =5%"] * PIECE,
        "uploads": range(PIECE),
    })  # fmt: skip
    calls = []

    def pieces() -> Iterator[pl.DataFrame]:
        for number in range(20):
            calls.append(number)
            yield piece

    start, lines, most = time.process_time(), 0, 0
    for content in stream_csv(["Mã", "Tên", "Số"], pieces()):
        lines += content.count(b"\r\n")
        most = max(most, len(content))
        assert len(calls) <= 1 + lines // PIECE
    assert lines == 20 * PIECE + 1
    assert most < 10_000_000
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2030-01-01", "after_data"),
        ("2020-01-01", "before_programme"),
        ("2020-01-01&basis=published", "before_programme"),
    ],
)
def test_a_moment_beyond_the_data_is_reported_below_the_rows(made: Make, moment: str, expected: str):
    sentence = getattr(LANGUAGES["vi"].problems, expected).split("{")[1].partition("}")[2].strip().rstrip(":")
    assert any(sentence in row[0] for row in opened(made, "targets", f"as_of={moment}") if row)
