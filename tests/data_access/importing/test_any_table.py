"""Any valid table reads back the same in every format, encoding and delimiter."""

import csv
import datetime as dt
import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.importing.choices import Choices
from data_access.importing.files.plain_blocks import read_block
from data_access.importing.remarks import Severity
from data_access.importing.understanding import understand
from tests.data_access.importing.good_rows import HEADINGS, PLACES, as_csv, as_ods, as_xls, as_xlsx, good_rows
from tests.data_access.importing.old_letters import tcvn3, vni, windows_1258

NOW = dt.datetime(2026, 1, 1)
WORDS = st.sampled_from(
    [
        "Cải tiến",
        "quy trình",
        "đồ gá",
        "Tự động hoá",
        "“kẹp”",
        "lò hơi, nồi hơi",
        "A&B <c>",
        "50%",
        "số 7; số 8",
        "🚀",
        "O'Kê",
    ]
)
TITLES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
DAYS = st.dates(dt.date(2022, 1, 10), dt.date(2023, 8, 31))
BENEFITS = st.none() | st.integers(0, 400_000_000_000)
ROWS = st.lists(st.tuples(TITLES, st.sampled_from(PLACES), DAYS, BENEFITS), min_size=1, max_size=12)
Writer = Callable[[list[list[Any]]], bytes]
WRITERS: dict[str, tuple[str, Writer]] = {
    "utf-8": ("csv", lambda rows: as_csv(rows).encode()),
    "utf-8 with mark": ("csv", lambda rows: as_csv(rows).encode("utf-8-sig")),
    "utf-16": ("csv", lambda rows: as_csv(rows).encode("utf-16")),
    "semicolons": ("csv", lambda rows: as_csv(rows, delimiter=";", end="\n").encode()),
    "tabs": ("csv", lambda rows: as_csv(rows, delimiter="\t").encode("utf-16")),
    "bars": ("csv", lambda rows: as_csv(rows, delimiter="|", end="\r").encode()),
    "iso dates": ("csv", lambda rows: as_csv(rows, day="%Y-%m-%d").encode()),
    "xlsx": ("xlsx", as_xlsx),
    "xls": ("xls", as_xls),
    "ods": ("ods", as_ods),
}


def table(drawn: list[tuple[str, str, dt.date, int | None]]) -> list[list[Any]]:
    template = good_rows(1)[0]
    rows = []
    for number, (title, place, day, benefit) in enumerate(drawn):
        rows.append([f"SK-{number}", title, *template[2:4], place, template[5], day, None, benefit, "Đang xem xét"])
    return rows


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(drawn=ROWS)
def test_a_table_reads_back_the_same(form: str, drawn: list[Any], file_url: str, tmp_path: Path):
    ending, write = WRITERS[form]
    rows = table(drawn)
    file = tmp_path / f"any.{ending}"
    file.write_bytes(write(rows))

    understood = understand(file_url, file, Choices("1tr"), now=NOW)

    assert not understood.of(Severity.ERROR) + understood.of(Severity.REFUSED) + understood.of(Severity.QUESTION)
    read = understood.rows.select("code", "title", pl.col("uploaded_at").dt.date(), "benefit_vnd").rows()
    assert read == [(row[0], row[1], row[6], row[8]) for row in rows]


OLD_TITLES = (
    "cải tiến quy trình kiểm vải",
    "tự động hoá khâu đóng gói",
    "giảm tiêu hao điện lò hơi",
    "đồ gá hàn khung xe",
)


@pytest.mark.parametrize(("encoding", "write"), [("vni", vni), ("tcvn3", tcvn3), ("windows-1258", windows_1258)])
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(titles=st.lists(st.sampled_from(OLD_TITLES), min_size=4, max_size=12))
def test_old_letters_read_back_the_same_once_confirmed(
    encoding: str, write: Callable[[str], bytes], titles: list[str], file_url: str, tmp_path: Path
):
    text = as_csv(table([(title, "Hà Nội", dt.date(2022, 3, 1 + number), None) for number, title in enumerate(titles)]))
    file = tmp_path / "old.csv"
    # Capitals with tones are a matter of the font in TCVN3.
    file.write_bytes(write(text.lower() if encoding == "tcvn3" else text))

    first = understand(file_url, file, Choices("1tr"), now=NOW)
    read = understand(file_url, file, Choices("1tr", encoding=encoding), now=NOW)

    assert encoding == "windows-1258" or [remark.code for remark in first.of(Severity.QUESTION)] == ["legacy_encoding"]
    assert not read.of(Severity.ERROR)
    assert read.rows["title"].to_list() == titles


CELLS = st.text(st.sampled_from('aB1 ,;"\tđếê'), max_size=8)


@settings(max_examples=300)
@given(
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6), delimiter=st.sampled_from(",;\t|")
)
def test_a_plain_block_reads_what_row_by_row_would(rows: list[list[str]], delimiter: str):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    lines = text.getvalue().removesuffix("\n").split("\n")

    frame = read_block(lines, 1, delimiter)

    slow = [(place, row) for place, row in enumerate(csv.reader(lines, delimiter=delimiter), 1) if row]
    if frame is not None:  # None: left to the other reader, which is always right
        cells = [name for name in frame.columns if name.startswith("c")]
        read = [(one["line"], [one[name] for name in cells][: one["width"]]) for one in frame.iter_rows(named=True)]
        assert read == slow


def test_a_large_file_is_read_in_blocks_up_to_the_row_that_is_not_plain(file_url: str, tmp_path: Path):
    rows = good_rows(30_000)
    rows[29_000][1] = "Tên sáng kiến\ntrên hai dòng"
    file = tmp_path / "large.csv"
    file.write_text(as_csv(rows, end="\n"), encoding="utf-8", newline="")

    understood = understand(file_url, file, Choices("1tr"))

    assert understood.good == 30_000
    assert understood.rows["title"][29_000] == "Tên sáng kiến trên hai dòng"
    assert understood.rows["line"][29_999] == 30_002


@pytest.mark.parametrize("seed", range(3))
def test_columns_may_come_in_any_order(seed: int, file_url: str, tmp_path: Path):
    order = random.Random(seed).sample(range(len(HEADINGS)), len(HEADINGS))
    rows = [[row[place] for place in order] for row in good_rows()]
    file = tmp_path / "order.csv"
    file.write_text(as_csv(rows, headings=[HEADINGS[place] for place in order]), encoding="utf-8")

    assert understand(file_url, file, Choices("1tr")).rows["title"].to_list() == [row[1] for row in good_rows()]
