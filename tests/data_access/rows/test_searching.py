"""Under any filters, a search returns what plain SQL returns: from the first rows, further on, and from the index."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from data_access.rows.explore import count_matching, fetch_rows
from model.filters import Filters
from model.folding import fold
from model.rows import ORDERS, PAGE_SIZE, RowSearch
from tests.data_access.plain_sql import (
    EXAMPLES,
    OF_STATUS,
    SECTORS,
    UNIT_CODES,
    UPLOADED,
    conditions,
    is_levelled,
    questions,
    some,
)

WORDS = ("máy bơm", "bơm", "người bệnh", "cắt cỏ", "Sáng Kiến", "quy trình", "Dũng", "số 2 | bình", "bơm máy")
SORTED = {
    "newest": "uploaded_at DESC, i.id DESC",
    "benefit": "benefit_vnd DESC, i.id DESC",
    "title": "title_folded, i.id",
}
# Half of the questions are about unions and sectors alone, which the index itself knows.
QUESTIONS = questions() | st.builds(Filters, units=some(UNIT_CODES, 3), sectors=some(SECTORS))


def expected_codes(records, question, words, order):
    (happened, at), _, _ = OF_STATUS["valid"][0] if question.statuses else (UPLOADED, 1, False)
    where = f"{happened} AND {conditions(question, at, ever=False)}"
    where += " AND i.benefit_vnd IS NOT NULL" if order == "benefit" else ""
    where += " AND i.title_folded || ' | ' || coalesce(i.author_folded, '') LIKE :words"
    query = text(f"SELECT i.code FROM initiative i WHERE {where} ORDER BY i.{SORTED[order]}")
    return records.ask_now(lambda connection: list(connection.scalars(query, {"words": f"%{fold(words)}%"})))


@pytest.mark.parametrize("far", [(2000, 20_000), (20, 200), (1, 1)], ids=["walked", "both", "indexed"])
def test_searches_equal_plain_sql(invented_records, monkeypatch, far):
    monkeypatch.setattr("data_access.rows.searching.FIRST_LOOK", far[0])
    monkeypatch.setattr("data_access.rows.searching.WALKED", far[1])

    @settings(EXAMPLES, max_examples=80)
    @given(QUESTIONS, st.sampled_from(((), ("valid",))), st.sampled_from(sorted(SORTED)), st.sampled_from(WORDS))
    def check(question, statuses, order, words):
        statuses = ("valid",) if is_levelled(question) else statuses  # only what is valid has a level
        question = replace(question, statuses=statuses)
        expected = expected_codes(invented_records, question, words, order)

        results = [row["code"] for row in fetch_rows(invented_records, question, RowSearch(words, order)).rows]

        assert results == expected[:PAGE_SIZE]
        if order != "benefit":
            assert count_matching(invented_records, question, words) == len(expected)

    check()


@pytest.mark.parametrize(("length", "most"), [(5, 20), (5, 10_001), (3000, 150)])
def test_common_words_are_counted_here_and_there(invented_records, monkeypatch, length: int, most: int):
    monkeypatch.setattr("data_access.rows.counting.LARGE", 1)
    monkeypatch.setattr("data_access.rows.counting._LENGTH", length)
    monkeypatch.setattr("data_access.rows.explore.COUNTED", most - 1)
    for words in WORDS:
        for question in (Filters(), Filters(units=(UNIT_CODES[0],))):
            expected = expected_codes(invented_records, question, words, "newest")
            assert count_matching(invented_records, question, words) == min(len(expected), most)


def test_every_tried_order_exists():
    assert set(SORTED) < set(ORDERS)
