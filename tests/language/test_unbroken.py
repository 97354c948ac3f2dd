"""No line ends inside a date, a range of numbers, between a number and its unit, in front of “·”, or, in short texts,
inside a Vietnamese word of two syllables.
"""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.languages import LANGUAGES, Language
from language.words.compounds import COMPOUNDS
from language.words.formatting import ENGLISH, VIETNAMESE, Numbers
from language.words.unbroken import divisible, spaced, unbroken, unbroken_markup

moments = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(lambda moment: moment.replace(microsecond=0))


@pytest.mark.parametrize("numbers", [VIETNAMESE, ENGLISH])
@given(moments)
def test_a_date_or_a_moment_is_one_word_in_both_languages(numbers: Numbers, moment: datetime):
    for written in (numbers.date(moment), numbers.moment(moment), numbers.month(moment), numbers.worded_month(moment)):
        assert len(unbroken(f"before {written} after").split(" ")) == 3


@pytest.mark.parametrize(
    "whole",
    [
        *("2022–2023", "01/01–20/04/2022", "1–10", "12 %", "45,2 tỷ", "33.000 tỷ đồng", "VND 33,000 billion"),
        *("12.3 thousand", "30 MB", "ngày 20", "tháng 4/2022", "5 Feb 2022", "a day", "41 ngày", "61 days"),
        *("8 Jan–20 Apr 2022", "phase 1", "quý 2/2022"),
    ],
)
def test_a_range_and_a_number_with_its_unit_are_one_word(whole: str):
    mended = unbroken(f"a {whole} b")

    assert len(mended.split(" ")) == 3
    assert mended.replace("\u00a0", " ").replace("\u2060", "") == f"a {whole} b"
    assert "–" not in whole or "–\u2060" in mended
    assert "\u2060" not in spaced(whole)


def test_a_line_may_end_with_a_separator_and_never_begins_with_one():
    assert unbroken("82 unions · to date · all") == "82 unions\u00a0· to date\u00a0· all"


def test_a_word_stays_with_its_number_and_addresses_and_codes_as_they_are():
    assert unbroken("đại dịch COVID-19") == "đại dịch COVID-\u206019"
    for text in ("https://a.vn/COVID-19.html", "LD-38", "1TR-0163532", "Số 46/HD-TLĐ"):
        assert unbroken(text) == text


def test_two_moments_part_behind_the_dash():
    moments = "13/04/2022\u00a008:00\u00a0– 20/04/2022\u00a008:00"
    assert unbroken(moments.replace("\u00a0", " ")) == moments


@pytest.mark.parametrize(
    "text",
    [*("12 unions of 83", "5 – 7", "in May it rained", "20/04/2022: 5 units", "2022-04-20 08:00"), "vị đơn, áp. dụng"],
)
def test_other_words_keep_their_spaces(text: str):
    assert unbroken(text) == text


def test_what_stands_inside_of_tags_is_for_programs():
    markup = '<td data-value="20 Apr 2022" class="a 1–2">20 Apr 2022</td>'

    assert unbroken_markup(markup) == '<td data-value="20 Apr 2022" class="a 1–2">20\u00a0Apr\u00a02022</td>'
    assert unbroken_markup("**20 Apr 2022**, <5%") == "**20\u00a0Apr\u00a02022**, <5%"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Chỉ tiêu và giá trị", "Chỉ_tiêu và giá_trị"),
        ("Xuất sắc", "Xuất_sắc"),
        ("LĐLĐ thành phố Đà Nẵng · 12", "LĐLĐ thành_phố Đà_Nẵng_· 12"),
        ("“Đơn vị” (áp dụng): **số liệu**", "“Đơn_vị” (áp_dụng): **số_liệu**"),
        ("12 tỷ đồng giá trị", "12_tỷ_đồng giá_trị"),
    ],
)
def test_a_short_text_keeps_words_of_two_syllables_whole(text: str, whole: str):
    assert unbroken(text) == spaced(text) == whole.replace("_", "\u00a0")


def test_they_may_end_lines_of_sentences_and_of_narrow_room():
    sentence = "Đơn vị nào chưa có chỉ tiêu thì đứng ngoài bảng này, và không tính vào tỷ lệ chung của cả nước."

    assert spaced(sentence) == sentence
    assert divisible("đơn vị, 12 ngày") == "đơn vị, 12\u00a0ngày"


def test_no_word_of_two_syllables_is_longer_than_words_of_one_that_columns_hold():
    assert len(COMPOUNDS) > 300
    assert all(len(pair) == 2 and len(" ".join(pair)) <= len("organisation") for pair in COMPOUNDS)


def test_they_may_end_lines_of_heads_of_columns():
    """Heads that kept them whole pushed the last column out of view."""
    markup = "<th>Giá trị</th><td>Cần <b>Thơ và</b> giá trị 12 ngày</td><h2>Giá trị</h2>"

    expected = "<th>Giá trị</th><td>Cần <b>Thơ và</b> giá\u00a0trị 12\u00a0ngày</td><h2>Giá\u00a0trị</h2>"
    assert unbroken_markup(markup) == expected


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_headings_have_no_other_letters_than_before(language: Language):
    for text in (*language.tables.columns.values(), *language.names.measures.values()):
        assert unbroken(text).replace("\u00a0", " ").replace("\u2060", "") == text
