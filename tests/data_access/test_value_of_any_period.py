"""The middle and who holds how much, whatever is filtered: what the values of plain SQL say, sorted."""

from contextlib import closing
from math import ceil

import pytest
from hypothesis import given, settings
from sqlalchemy import text

from data_access.database import Database
from data_access.keeper import Keeper
from data_access.value import fetch_value
from model.filters import Filters
from tests.data_access.invented_rows import invent, write
from tests.data_access.plain_sql import conditions, questions
from tests.data_access.test_searching import EXAMPLES


@pytest.fixture
def keeper(prepared_url: str):
    write(prepared_url, *invent(300, seed=5), *invent(50, seed=6, programme_id=2))
    with closing(Keeper(Database(prepared_url))) as keeper:
        yield keeper


def test_the_spread_equals_plain_sql(keeper):
    @settings(EXAMPLES)
    @given(questions().filter(lambda question: not question.statuses))
    def check(question: Filters):
        where = f"{conditions(question, 'i.uploaded_at', ever=False)} AND i.benefit_vnd IS NOT NULL"
        query = text(f"SELECT i.benefit_vnd FROM initiative i WHERE {where} ORDER BY 1")
        values = keeper.ask_now(lambda connection: list(connection.scalars(query)))

        found = fetch_value(keeper, question)

        assert found.median == (values[(len(values) - 1) // 2] if values else None)
        assert found.total == sum(values)
        for held in found.concentration:
            assert held.count == ceil(len(values) * held.percent / 100)
            assert held.benefit_vnd == sum(values[len(values) - held.count :])

    check()
