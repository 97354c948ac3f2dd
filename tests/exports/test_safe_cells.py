"""No data becomes a formula, whatever the spreadsheet and however it is disguised."""

import csv
import io

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.csv.files import stream_csv
from exports.safe_cells import disarmed, is_misread, is_risky, kept

RISKY = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1＋1", "＋1-x", "－x", "＠x",
         " =1", "\ufeff=1", "\u200b@x", "|x", "%x", "\tx", "-", "=")  # fmt: skip
MISREAD = ("63:38", "8:00 PM", "08:00:00", "4/2022", "1/2", "12-05", "2022-04", "20.4.2022", "20/04/2022", "3-12-22",
           "Apr 2022", "march-22", "12 May 22", "007", "0912345678", "123456789012", "1E5", "2.5e-3")  # fmt: skip
READ_AS_MEANT = ("2022-04-20", "2022-04-20 08:00", "2022", "12.5", "E02", "0", "May bơm", "Tháng 4/2022", "38 (of 63)",
                 "Month: Apr 2022", "phase 1", "1TR-0052353", "5S", "Mark 12")  # fmt: skip
HARMLESS = ("Thanh Hóa", "-5", "+3,5%", "-1.234", "1=1", "a@b", "", "LD-38", "“=1”", "'=1")


@pytest.mark.parametrize("text", RISKY)
def test_what_starts_a_formula_is_disarmed(text: str):
    assert is_risky(text)
    assert disarmed(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_what_starts_none_stays_as_it_is(text: str):
    assert not is_risky(text)
    assert disarmed(text) == text


@given(st.text(max_size=12))
def test_disarmed_text_is_never_risky_and_never_loses_a_letter(text: str):
    assert not is_risky(disarmed(text))
    assert disarmed(text).endswith(text)


@pytest.mark.parametrize("text", MISREAD)
def test_no_spreadsheet_reads_text_as_a_day_a_time_or_a_number(text: str):
    assert is_misread(text)
    assert kept(text) == f"'{text}"
    assert disarmed(text) == text  # an import reads it as it was written


@pytest.mark.parametrize("text", READ_AS_MEANT)
def test_numbers_moments_and_words_stay_as_they_are(text: str):
    assert not is_misread(text)
    assert kept(text) == text


@given(st.lists(st.sampled_from([*RISKY, *HARMLESS, *MISREAD, *READ_AS_MEANT]), min_size=1, max_size=8))
def test_whole_columns_are_disarmed_like_single_cells(texts: list[str]):
    pieces = list(stream_csv(["tên"], [pl.DataFrame({"tên": texts})]))
    read = csv.reader(io.StringIO(b"".join(pieces).decode("utf-8-sig"), newline=""))
    assert list(read) == [["tên"], *([disarmed(text)] for text in texts)]
