"""Rows are searched without accents and with typos, sorted, and paged, on both engines."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, insert, select, text, update

from data_access.cli.answer import answer
from data_access.cube.cells import rebuild_days
from data_access.database.connections import open_engine
from data_access.database.schema import initiative, unit
from data_access.database.search_index import INDEX, WORDS, mark, without_search_index
from data_access.database.versions import raise_version
from data_access.reference.seed import ids_by_code
from data_access.rows.explore import count_matching, fetch_row, fetch_rows
from data_access.rows.typos import read_spelling
from data_access.store.records import Records
from model.codes import benefit_band
from model.filters import Filters
from model.folding import fold
from model.rows import PAGE_SIZE, RowSearch
from tests.data_access.drawn_programme import records_over
from tests.text_tables import drawn

# Titles are chosen so that what must not be found stands beside what must.
ROWS = """
code | unit  | title                               | author          | benefit      | grassroots
A1   | LD-38 | Cải tiến máy bơm nước               | Nguyễn Văn Đức  | 5000000      | g1
A2   | LD-38 | Máy bơm tự động                     | Trần Thị Hoa    | -            | g2
A3   | LD-40 | Quy trình đón tiếp người bệnh       | Đỗ Văn Bơm      | 900000000    | g1
A4   | LD-40 | Giảm 100% rác_thải                  | -               | 0            | -
A5   | LD-01 | =cmd(' /C calc')!A0 <b>đậm</b>       | Lê Thị An       | -            | -
"""
GRASSROOTS = """
code | above | name
g1   | LD-38 | Trường Hoa Mai
g2   | LD-38 | Nhà máy Sông Mã
"""


@pytest.fixture
def records(prepared_url: str) -> Iterator[Records]:
    with closing(records_over(prepared_url, grassroots=GRASSROOTS)) as bare:
        assert bare.catalogue
    write(prepared_url, drawn(ROWS))
    with closing(records_over(prepared_url)) as records:
        yield records


def write(url: str, rows: list[dict[str, str]]) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        units = ids_by_code(connection, unit)
        values = [row_of(row, number, units) for number, row in enumerate(rows)]
        connection.execute(insert(initiative), values)
        days = {row["uploaded_day"] for row in values}
        rebuild_days(connection, 1, days)
        raise_version(connection, 1, days)
    engine.dispose()


def row_of(row: dict[str, str], number: int, units: dict[str, int]) -> dict[str, object]:
    values = {name: None if value == "-" else value for name, value in row.items()}
    moment = datetime(2022, 2, 1, 8) + timedelta(hours=number)
    benefit = int(values["benefit"]) if values.get("benefit") else None
    return {
        "programme_id": 1,
        "code": values["code"],
        "title": values["title"],
        "title_folded": fold(str(values["title"])),
        "author": values.get("author"),
        "author_folded": fold(values["author"]) if values.get("author") else None,
        "unit_id": units[str(values["unit"])],
        "grassroots_id": units[values["grassroots"]] if values.get("grassroots") else None,
        "benefit_vnd": benefit,
        "benefit_band": benefit_band(benefit),
        "uploaded_at": moment,
        "uploaded_day": int(moment.strftime("%Y%m%d")),
    }


def codes(records: Records, scope: RowSearch, filters: Filters | None = None) -> list[str]:
    return [row["code"] for row in fetch_rows(records, filters or Filters(), scope).rows]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("máy bơm", ["A2", "A1"]),
        ("MAY BOM", ["A2", "A1"]),
        ("bơm", ["A3", "A2", "A1"]),
        ("do van", ["A3"]),
        ("hoa mai", ["A3", "A1"]),
        ("song ma", ["A2"]),
        ("100%", ["A4"]),
        ("rac_thai", ["A4"]),
        ("10%", []),
        ("!a0", ["A5"]),
        ("100!%", []),
        ("c!alc", []),
        ("<b>", ["A5"]),
        ("thi an", ["A5"]),
        ('máy "bơm"', []),
        ("' OR 1=1", []),
        ("máy | hoa", []),
    ],
)
def test_words_are_found_in_title_author_and_union(records, words, expected):
    assert codes(records, RowSearch(words)) == expected


@pytest.mark.parametrize(
    ("typed", "read"),
    [("mays bơm", "may bom"), ("quy trinf", "quy trinh"), ("nguyne van", "nguyen van"), ("Hoa Maii", "hoa mai")],
)
def test_a_typo_is_corrected_and_reported(records, typed, read):
    page = fetch_rows(records, Filters(), RowSearch(typed))

    assert page.searched == read
    assert page.rows


def test_what_is_no_likelier_than_what_was_typed_is_not_looked_for(records):
    """Both words are known, though never side by side; “nước” beside “tự” would be no likelier."""
    spelling = read_spelling(records, "1tr")

    assert spelling.resembling("bom tu") == []
    assert spelling.resembling("bomm nuoc")[0] == "bom nuoc"


def test_korean_titles_fit_into_the_index():
    """A decomposed letter takes nine bytes, and PostgreSQL indexes 2,700 bytes of a title of up to 500 letters."""
    assert fold("안전 ĐIỆN") == "안전 dien"
    assert len(fold("안" * 500).encode()) == 1500


def test_words_nobody_wrote_stay_unfound(records):
    page = fetch_rows(records, Filters(), RowSearch("tên lửa vũ trụ"))

    assert (page.rows, page.total, page.has_next) == ((), 0, False)


def test_filters_hold_for_searches(records):
    assert codes(records, RowSearch("bơm"), Filters(units=("LD-40",))) == ["A3"]
    assert codes(records, RowSearch("bơm"), Filters(as_of=datetime(2022, 2, 1, 9))) == ["A2", "A1"]
    # Found elsewhere, so it is no typo: nothing else is shown in its place.
    page = fetch_rows(records, Filters(units=("LD-01",)), RowSearch("máy bơm"))
    assert (page.rows, page.searched) == ((), "may bom")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["A5", "A4", "A3", "A2", "A1"]),
        ("oldest", ["A1", "A2", "A3", "A4", "A5"]),
        ("benefit", ["A3", "A1", "A4"]),
        ("title", ["A5", "A1", "A4", "A2", "A3"]),
        ("title-down", ["A3", "A2", "A4", "A1", "A5"]),
    ],
)
def test_all_rows_are_put_in_order(records, order, expected):
    assert codes(records, RowSearch(order=order)) == expected


def test_every_row_stands_on_one_page(prepared_url):
    drawing = [{"code": f"N{number}", "unit": "LD-38", "title": "Việc chung"} for number in range(PAGE_SIZE * 2 + 7)]
    with closing(records_over(prepared_url)):
        write(prepared_url, drawing)
    with closing(records_over(prepared_url)) as records:
        for words in ("", "viec"):
            pages = [fetch_rows(records, Filters(), RowSearch(words, page=number)) for number in (1, 2, 3, 4)]
            assert [(page.first, len(page.rows), page.has_next) for page in pages] == [
                (1, 100, True), (101, 100, True), (201, 7, False), (301, 0, False),
            ]  # fmt: skip
            assert len({row["code"] for page in pages for row in page.rows}) == 207
        assert count_matching(records, Filters(), "viec") == 207


def test_two_letters_look_at_the_first_rows_only(records, monkeypatch):
    monkeypatch.setattr("data_access.rows.searching.WALKED", 2)
    monkeypatch.setattr("data_access.rows.searching.FIRST_LOOK", 1)
    monkeypatch.setattr("data_access.rows.explore.WALKED", 2)

    page = fetch_rows(records, Filters(), RowSearch("%"))

    assert ([row["code"] for row in page.rows], page.looked_at) == (["A4"], 2)
    assert codes(records, RowSearch("ma")) == []  # in A3 and before


def test_counting_is_exact_for_text_and_unions(records):
    assert count_matching(records, Filters(), "bơm") == 3
    assert count_matching(records, Filters(), "hoa") == 3  # an author, and a union of two rows
    assert [count_matching(records, Filters(), words) for words in ("m_y b", "may%bom", "may\\")] == [0, 0, 0]


@pytest.mark.parametrize("words", ["bơm", "hoa"], ids=["text", "text-and-union"])
def test_counting_ends_at_the_largest_reported_number(records, monkeypatch, words):
    monkeypatch.setattr("data_access.rows.explore.COUNTED", 1)

    assert count_matching(records, Filters(), words) == 2


def test_a_row_with_the_names_of_its_unions(records):
    row = fetch_row(records, "1tr", "A2")

    assert (row["grassroots"], row["upper"], row["author"]) == ("Nhà máy Sông Mã", None, "Trần Thị Hoa")
    assert fetch_row(records, "75n", "A2") is None


def test_the_index_follows_every_write(prepared_url, records):
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        listed = {"sqlite": ("sqlite_master", "name", WORDS), "postgresql": ("pg_indexes", "indexname", INDEX)}
        catalogue, column, name = listed[connection.dialect.name]
        assert connection.scalar(text(f"SELECT 1 FROM {catalogue} WHERE {column} = :name"), {"name": name})
        changed = update(initiative).where(initiative.c.code == "A1")
        connection.execute(changed.values(title="Đèn năng lượng", title_folded="den nang luong"))
        elsewhere = select(unit.c.id).where(unit.c.code == "LD-01").scalar_subquery()
        moved = update(initiative).where(initiative.c.code == "A4")
        connection.execute(moved.values(unit_id=elsewhere, sector_id=3))
        connection.execute(delete(initiative).where(initiative.c.code == "A2"))
        with without_search_index(connection):
            connection.execute(delete(initiative).where(initiative.c.code == "A3"))
        rows = connection.scalars(select(initiative.c.id)).all()
        if connection.dialect.name == "sqlite":
            ids = ids_by_code(connection, unit)
            there, before = mark("unit_id", ids["LD-01"]), mark("unit_id", ids["LD-40"])
            moved_there = f'"100" AND {there} AND {mark("sector_id", 3)}'
            for trigrams, expected in (('"den" AND "nan"', 1), ('"bom"', 0), (moved_there, 1), (before, 0)):
                statement = text("SELECT count(*) FROM initiative_words WHERE initiative_words MATCH :asked")
                assert connection.scalar(statement, {"asked": trigrams}) == expected
        raise_version(connection, 1, ())
    assert len(rows) == 3
    engine.dispose()


def listed(records, query: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer(records, "explore", query))))


def test_rows_come_as_csv_with_codes_and_names_side_by_side(records):
    rows = {row["code"]: row for row in listed(records)}

    assert rows["A1"] == {
        "code": "A1",
        "title": "Cải tiến máy bơm nước",
        "author": "Nguyễn Văn Đức",
        "unit_code": "LD-38",
        "unit_name": "LĐLĐ tỉnh Thanh Hóa",
        "grassroots_name": "Trường Hoa Mai",
        "sector_code": "none",
        "sector_name": "Chưa phân loại",
        "status": "review",
        "level": "none",
        "benefit_vnd": "5000000",
        "uploaded_at": "2022-02-01T08:00",
        **dict.fromkeys(("applied", "applied_at", "replicated", "replicated_at"), ""),
    }
    assert rows["A2"]["benefit_vnd"] == ""  # not computed, which is not 0
    assert rows["A4"]["benefit_vnd"] == "0"
    assert rows["A4"]["author"] == rows["A4"]["grassroots_name"] == ""


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["A5", "A4", "A3", "A2", "A1"]),
        ("order=oldest", ["A1", "A2", "A3", "A4", "A5"]),
        ("order=benefit", ["A3", "A1", "A4"]),
        ("q=may bom", ["A2", "A1"]),
        ("q=m%C3%A1y+b%C6%A1m&unit=LD-40", []),
        ("unit=LD-40&as_of=2022-02-01T10:30", ["A3"]),
        ("http://127.0.0.1:8501/explore?unit=LD-38&order=oldest&lang=en", ["A1", "A2"]),
        ("page=2", []),
        ("basis=published", []),
        ("programme=cu-jut-5-nam", []),
    ],
)
def test_the_csv_lists_what_the_page_lists(records, query: str, codes: list[str]):
    assert [row["code"] for row in listed(records, query)] == codes


USE = "applied,applied_at,replicated,replicated_at"


def test_the_columns_stay_also_when_nothing_is_found(records):
    head = "code,title,author,unit_code,unit_name,grassroots_name,sector_code,sector_name,status,level,benefit_vnd,"
    assert answer(records, "explore", "q=khong co gi nhu the") == f"{head}uploaded_at,{USE}\n"


def test_a_second_page_continues_the_first(records, prepared_url: str):
    lines = [dict(drawn(ROWS)[1], code=f"B{number}") for number in range(PAGE_SIZE)]
    write(prepared_url, lines)
    with closing(records_over(prepared_url)) as fuller:
        first, second = listed(fuller, "order=oldest"), listed(fuller, "order=oldest&page=2")

    assert (len(first), len(second)) == (PAGE_SIZE, 5)
    assert not {row["code"] for row in first} & {row["code"] for row in second}
