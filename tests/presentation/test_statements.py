"""Statements of sources about units without a number stand in reports as on the page."""

import polars as pl
import pytest

from data_access.store.records import Records
from exports.kinds import make_file
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.statements import unit_statements
from tests.exports.conftest import OCCASION
from tests.exports.reading import words_of

TARGETS = pl.DataFrame(
    {
        "short_name": ["Hòa Bình", "Lạng Sơn", "Phú Thọ", "Hà Nội"],
        "over_guided": [3927, 828, None, 5],
        "guided": [None, None, None, 100],
        "said": [None, None, "registered_below_guide", None],
    }
)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_everybody_it_applies_to_stands_in_one_sentence(language):
    above, *others = unit_statements(TARGETS, language)
    count = language.numbers.count
    assert above == language.targets.statements_above.format(units=f"Hòa Bình {count(3927)}; Lạng Sơn {count(828)}")
    assert [line.rpartition(": ")[2] for line in others] == ["Phú Thọ"]


def test_records_say_nothing_beside_their_numbers():
    assert not list(unit_statements(TARGETS.drop("said"), LANGUAGES["vi"]))


@pytest.mark.parametrize("kind", ["slides", "report", "formal", "text", "workbook"])
def test_every_file_of_a_published_moment_says_it_and_marks_counts_of_older_days(records: Records, kind: str):
    """Hậu Giang was printed on 26/03/2022 only; Hòa Bình, Tuyên Quang and Lạng Sơn without a count."""
    filters, _ = parse_query("basis=published&as_of=2022-04-20T08:00", records.catalogue)

    text = words_of(kind, make_file(kind, records, filters, LANGUAGES["vi"], OCCASION))

    assert "3.927" in text and "828" in text
    assert "hấp hơn định hướng 10% (nguồn không nêu số)" in text
    assert kind in ("formal", "workbook") or "Hậu Giang (26/03/2022)" in text
    assert kind != "workbook" or "Tổng quan: Đơn vị có số công bố" in text


def test_numbers_older_than_the_moment_of_a_text_carry_their_day(records: Records):
    """The newest count of the nation is of 08/10/2023, the newest list of unions of 31/05/2022."""
    filters, _ = parse_query("basis=published", records.catalogue)

    text = words_of("text", make_file("text", records, filters, LANGUAGES["vi"], OCCASION))

    assert "chiếm 34,00% của 696.948. (Tính đến 31/05/2022.)" in text


def test_who_is_not_printed_is_not_called_silent_where_there_are_no_records(records: Records):
    filters, _ = parse_query("programme=75n", records.catalogue)

    text = words_of("text", make_file("text", records, filters, LANGUAGES["vi"], OCCASION))

    assert "241.802" in text and "chưa cập nhật" not in text
