"""Rows as a file: as many as there are, in words, without formulas, without people where they may not be seen."""

import csv
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from data_access.database import Database
from data_access.keeper import Keeper
from data_access.tables import initiative
from exports.rows import COLUMNS, write_rows
from language.languages import ENGLISH, VIETNAMESE
from model.filters import Filters
from tests.data_access.invented_rows import invent, write

TITLE = '=HYPERLINK("http://x") “dấu ngoặc”,\nhai dòng'


@pytest.fixture
def keeper(prepared_url: str) -> Iterator[Keeper]:
    rows = [row | {"applied": None} for row in (*invent(300, seed=5), *invent(20, seed=6, programme_id=2))]
    rows[0] |= {"title": TITLE, "title_folded": "x", "author": "@SUM(A1)", "applied": True, "benefit_vnd": None}
    rows[0] |= {"benefit_band": 0}
    write(prepared_url, *rows)
    with closing(Keeper(Database(prepared_url))) as keeper:
        yield keeper


def read(file: Path) -> list[dict[str, str]]:
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True)))


@pytest.mark.parametrize("filters", [Filters(), Filters(sectors=("y-te",)), Filters(units=("LD-01", "LD-30"))])
def test_every_row_in_scope_is_in_the_file_once(keeper, tmp_path, filters):
    seen = []
    told = write_rows(tmp_path / "rows.csv", keeper, filters, VIETNAMESE, with_people=True, progress=seen.append)
    rows = read(tmp_path / "rows.csv")

    assert len(rows) == told == sum(seen) == keeper.slice(filters).counts()["uploads"].item()
    assert len({row["Mã"] for row in rows}) == len(rows)


def test_cells_are_those_of_the_record_and_harmless(keeper, tmp_path):
    write_rows(tmp_path / "rows.csv", keeper, Filters(), VIETNAMESE, with_people=True)
    (row,) = [row for row in read(tmp_path / "rows.csv") if "HYPERLINK" in row["Tên sáng kiến"]]

    assert row["Tên sáng kiến"] == "'" + TITLE
    assert row["Tác giả"] == "'@SUM(A1)"
    assert (row["Đã áp dụng"], row["Giá trị làm lợi (đồng)"]) == ("Có", "")
    stored = keeper.ask_now(
        lambda c: c.execute(select(initiative).where(initiative.c.code == row["Mã"])).mappings().one()
    )
    assert row["Ngày cập nhật"] == str(stored["uploaded_at"])
    assert row["Đơn vị"] == keeper.catalogue.unit_by_id[stored["unit_id"]].short_name


def test_headings_and_words_in_english(keeper, tmp_path):
    write_rows(tmp_path / "rows.csv", keeper, Filters(), ENGLISH, with_people=True)
    rows = read(tmp_path / "rows.csv")

    assert list(rows[0]) == [ENGLISH.explore.columns[name] for name in COLUMNS]
    assert {row[ENGLISH.explore.columns["status"]] for row in rows} <= set(ENGLISH.names.statuses.values())


def test_nobody_is_named_where_people_may_not_be_seen(keeper, tmp_path):
    write_rows(tmp_path / "rows.csv", keeper, Filters(), VIETNAMESE, with_people=False)

    assert not {"Tác giả", "Giới tính"} & set(read(tmp_path / "rows.csv")[0])


def test_words_and_the_order_by_benefit_narrow_the_file(keeper, tmp_path):
    computed = select(func.count()).where(initiative.c.programme_id == 1, initiative.c.benefit_vnd.is_not(None))
    expected = keeper.ask_now(lambda connection: connection.scalar(computed))
    of_one = write_rows(tmp_path / "words.csv", keeper, Filters(), VIETNAMESE, "khong ai viet", with_people=True)

    assert of_one == 0
    assert (
        write_rows(tmp_path / "b.csv", keeper, Filters(), VIETNAMESE, with_people=True, computed_only=True) == expected
    )


def test_a_limit_is_kept(keeper, tmp_path):
    assert write_rows(tmp_path / "few.csv", keeper, Filters(), VIETNAMESE, with_people=True, most=7) == 7
    assert len(read(tmp_path / "few.csv")) == 7
