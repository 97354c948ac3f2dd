"""No data becomes a formula, whatever the spreadsheet and however it is disguised."""

import csv
import io

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.csv.files import stream_csv
from exports.safe_cells import disarmed, is_risky

RISKY = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1＋1", "＋1-x", "－x", "＠x",
         " =1", "\ufeff=1", "\u200b@x", "|x", "%x", "\tx", "-", "=")  # fmt: skip
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


@given(st.lists(st.sampled_from([*RISKY, *HARMLESS]), min_size=1, max_size=8))
def test_whole_columns_are_disarmed_like_single_cells(texts: list[str]):
    pieces = list(stream_csv(["tên"], [pl.DataFrame({"tên": texts})]))
    read = csv.reader(io.StringIO(b"".join(pieces).decode("utf-8-sig"), newline=""))
    assert list(read) == [["tên"], *([disarmed(text)] for text in texts)]
