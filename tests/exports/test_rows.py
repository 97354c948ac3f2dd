"""Files of rows are complete, worded, without formulas, and without people where a reader may not see them."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from data_access.database.schema import initiative
from data_access.store.records import Records
from exports.csv.rows import write_rows
from language.languages import ENGLISH, VIETNAMESE
from model.filters import Filters
from presentation.row_words import COLUMNS
from tests.data_access.invented_rows import invent, records_over_invented

TITLE = '=HYPERLINK("http://x") “dấu ngoặc”,\nhai dòng'


@pytest.fixture
def records(prepared_url: str) -> Iterator[Records]:
    rows = [row | {"applied": None} for row in (*invent(300, seed=5), *invent(20, seed=6, programme_id=2))]
    rows[0] |= {"title": TITLE, "title_folded": "x", "author": "@SUM(A1)", "applied": True, "benefit_vnd": None}
    rows[0] |= {"benefit_band": 0}
    with records_over_invented(prepared_url, *rows) as records:
        yield records


def read(file: Path) -> list[dict[str, str]]:
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True)))


@pytest.mark.parametrize("filters", [Filters(), Filters(sectors=("y-te",)), Filters(units=("LD-01", "LD-30"))])
def test_every_row_in_scope_is_in_the_file_once(records, tmp_path, filters):
    seen = []
    text = write_rows(tmp_path / "rows.csv", records, filters, VIETNAMESE, with_people=True, progress=seen.append)
    rows = read(tmp_path / "rows.csv")

    assert len(rows) == text == sum(seen) == records.slice(filters).counts()["uploads"].item()
    assert len({row["Mã"] for row in rows}) == len(rows)


def test_cells_are_those_of_the_record_and_harmless(records, tmp_path):
    write_rows(tmp_path / "rows.csv", records, Filters(), VIETNAMESE, with_people=True)
    (row,) = [row for row in read(tmp_path / "rows.csv") if "HYPERLINK" in row["Tên sáng kiến"]]

    assert row["Tên sáng kiến"] == "'" + TITLE
    assert row["Tác giả"] == "'@SUM(A1)"
    assert (row["Đã áp dụng"], row["Giá trị làm lợi (đồng)"]) == ("Có", "")
    stored = records.ask_now(
        lambda c: c.execute(select(initiative).where(initiative.c.code == row["Mã"])).mappings().one()
    )
    assert row["Ngày cập nhật"] == str(stored["uploaded_at"])
    assert row["Đơn vị"] == records.catalogue.unit_by_id[stored["unit_id"]].short_name


def test_headings_and_words_in_english(records, tmp_path):
    write_rows(tmp_path / "rows.csv", records, Filters(), ENGLISH, with_people=True)
    rows = read(tmp_path / "rows.csv")

    assert list(rows[0]) == [ENGLISH.explore.columns[name] for name in COLUMNS]
    assert {row[ENGLISH.explore.columns["status"]] for row in rows} <= set(ENGLISH.names.statuses.values())


def test_nobody_is_named_where_people_may_not_be_seen(records, tmp_path):
    write_rows(tmp_path / "rows.csv", records, Filters(), VIETNAMESE, with_people=False)

    assert not {"Tác giả", "Giới tính"} & set(read(tmp_path / "rows.csv")[0])


def test_words_and_the_order_by_benefit_narrow_the_file(records, tmp_path):
    computed = select(func.count()).where(initiative.c.programme_id == 1, initiative.c.benefit_vnd.is_not(None))
    expected = records.ask_now(lambda connection: connection.scalar(computed))
    of_one = write_rows(tmp_path / "words.csv", records, Filters(), VIETNAMESE, "khong ai viet", with_people=True)

    assert of_one == 0
    assert (
        write_rows(tmp_path / "b.csv", records, Filters(), VIETNAMESE, with_people=True, computed_only=True) == expected
    )


def test_a_limit_is_kept(records, tmp_path):
    assert write_rows(tmp_path / "few.csv", records, Filters(), VIETNAMESE, with_people=True, most=7) == 7
    assert len(read(tmp_path / "few.csv")) == 7
