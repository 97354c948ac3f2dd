"""Under any filters, the rows of a page are those of plain SQL, in every order, on both engines."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text

from data_access.cube.cells import rebuild_days
from data_access.database.connections import open_engine
from data_access.database.schema import initiative
from data_access.rows import row_places
from data_access.rows.explore import fetch_rows, learn_far_places
from data_access.rows.row_pages import ids_of_page
from data_access.rows.row_places import RowPlaces
from data_access.store.row_order import ORDER_BY
from model.filters import Filters
from model.rows import RowSearch
from tests.data_access.plain_sql import EXAMPLES, OF_STATUS, UPLOADED, conditions, is_levelled, questions

SORTED = {
    "newest": "i.uploaded_at DESC, i.id DESC",
    "oldest": "i.uploaded_at, i.id",
    "benefit": "i.benefit_vnd DESC, i.id DESC",
    "title": "i.title_folded, i.id",
    "title-down": "i.title_folded DESC, i.id DESC",
}


def test_every_order_is_tried():
    assert set(SORTED) == set(ORDER_BY)


def ids_in_order(records, question, order):
    """The ids by plain SQL."""
    ((happened, at), _, _), *_ = OF_STATUS["valid"] if question.statuses else [(UPLOADED, 1, False)]
    where = f"{happened} AND {conditions(question, at, ever=False)}"
    where += " AND i.benefit_vnd IS NOT NULL" if order == "benefit" else ""
    query = f"SELECT i.id FROM initiative i WHERE {where} ORDER BY {SORTED[order]}"
    return records.ask_now(lambda connection: list(connection.scalars(text(query))))


def test_pages_equal_plain_sql(invented_records):
    @EXAMPLES
    @given(questions(), st.sampled_from(((), ("valid",))), st.sampled_from(sorted(SORTED)), st.integers(0, 400))
    def check(question, statuses, order, offset):
        statuses = ("valid",) if is_levelled(question) else statuses  # only what is valid has a level
        question = replace(question, statuses=statuses)
        expected = ids_in_order(invented_records, question, order)

        for start in (offset, offset + 29, max(offset - 29, 0), offset):  # a page, the next and the one before it
            find = ids_of_page(invented_records, question, order, start, 30)
            assert invented_records.ask_now(find) == expected[start : start + 30]

    check()


def test_far_pages_are_met_from_marks_that_are_where_plain_sql_says(invented_records, monkeypatch):
    """A jump into the middle of millions of titles used to exceed the time limit of lists."""
    monkeypatch.setattr(row_places, "TOO_FAR", 60)
    monkeypatch.setattr(row_places, "_BETWEEN", 25)

    @settings(EXAMPLES, max_examples=60)
    @given(questions(), st.sampled_from(("title", "title-down", "benefit")), st.integers(0, 2000))
    def check(question, order, offset):
        question = question.changed(statuses=("valid",) if is_levelled(question) else ())
        expected = ids_in_order(invented_records, question, order)

        assert (
            invented_records.ask_now(ids_of_page(invented_records, question, order, offset, 30))
            == expected[offset : offset + 30]
        )
        known = invented_records.remember(("places", question, order), RowPlaces).known
        assert {place: keys[-1] for place, keys in known.items()} == {place: expected[place] for place in known}

    check()
    middle = invented_records.remember(("places", Filters(), "title"), RowPlaces)
    invented_records.ask_now(ids_of_page(invented_records, Filters(), "title", 900, 30))
    assert len(middle.known) > 1000 // 25
    assert not middle.is_too_far(range(500, 530), 2000)


def test_no_page_in_the_order_of_titles_is_far_once_places_were_learned_ahead(invented_records, monkeypatch):
    monkeypatch.setattr(row_places, "TOO_FAR", 150)
    monkeypatch.setattr(row_places, "_BETWEEN", 25)
    expected = ids_in_order(invented_records, Filters(), "title")

    learn_far_places(invented_records, Filters())

    places = invented_records.remember(("places", Filters(), "title"), RowPlaces)
    assert not any(places.is_too_far(range(first, first + 100), 2000) for first in range(0, 2000, 100))
    assert [row["code"] for row in fetch_rows(invented_records, Filters(), RowSearch(order="title", page=9)).rows] == [
        code_of(invented_records, number) for number in expected[800:900]
    ]


def code_of(records, number):
    query = text("SELECT code FROM initiative WHERE id = :number")
    return records.ask_now(lambda connection: connection.scalar(query, {"number": number}))


def test_few_rows_need_no_places_learned_ahead(invented_records):
    learn_far_places(invented_records, Filters())

    assert not invented_records.remember(("places", Filters(), "title"), RowPlaces).known


def test_a_page_is_full_although_rows_went_since_the_cube_was_read(invented_records, prepared_url):
    find = ids_of_page(invented_records, Filters(), "newest", 0, 30)
    before = invented_records.ask_now(find)
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        day = connection.scalar(text(f"SELECT uploaded_day FROM initiative WHERE id = {before[0]}"))
        connection.execute(delete(initiative).where(initiative.c.uploaded_day == day, initiative.c.programme_id == 1))
        rebuild_days(connection, 1, {day})
    engine.dispose()

    after = invented_records.ask_now(find)

    assert len(after) == 30
    assert before[0] not in after
