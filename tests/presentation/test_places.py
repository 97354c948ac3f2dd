"""A leader is named only where nobody else can stand above it, on every surface or on none."""

import re

import pytest

from data_access.store.records import Records
from exports.kinds import KINDS, make_file
from language.languages import LANGUAGES
from model.address import parse_query
from tests.exports.conftest import OCCASION
from tests.exports.reading import words_of

THREE_OF_82 = {"vi": "3 đơn vị có số công bố trong 82", "en": "Published figures for 3 of 82 unions"}
# The workbook has a line for the share of the ten leaders, empty where there are none.
LEADS = {
    "vi": r"dẫn đầu: [\d(]|(?<!của )\b\d+ đơn vị dẫn đầu|\b[123]\. (?:Thanh Hóa|Lâm Đồng)",
    "en": r"(?<!Share of )the \d+ leading unions|leads:|\b[123]\. Thanh",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_three_printed_units_of_82_are_no_leaders_in_any_file(records: Records, kind: str, language: str):
    filters, _ = parse_query("basis=published", records.catalogue)

    text = words_of(kind, make_file(kind, records, filters, LANGUAGES[language], OCCASION, "ranking"))

    assert not re.findall(LEADS[language], text)
    if kind not in ("csv", "text", "formal"):  # tables have no title, sentences their own words
        assert THREE_OF_82[language] in text


@pytest.mark.parametrize("kind", ["slides", "report", "pack", "pictures"])
def test_ten_units_that_a_source_calls_the_leaders_are(records: Records, kind: str):
    filters, _ = parse_query("basis=published&as_of=2022-04-20T08:00", records.catalogue)

    text = words_of(kind, make_file(kind, records, filters, LANGUAGES["vi"], OCCASION, "ranking"))

    assert "dẫn đầu" in text
    assert "số công bố trong 82: " not in text
