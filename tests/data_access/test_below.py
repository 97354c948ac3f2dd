"""Unions below and sexes, whatever is filtered: what plain SQL counts over the rows."""

from contextlib import closing

import pytest
from hypothesis import given, settings
from sqlalchemy import text

from data_access.below import fetch_below
from data_access.database import Database
from data_access.keeper import Keeper
from model.codes import SEXES
from model.filters import Filters
from tests.data_access.invented_rows import invent, write
from tests.data_access.plain_sql import conditions, questions
from tests.data_access.test_searching import EXAMPLES


@pytest.fixture
def keeper(prepared_url: str):
    write(prepared_url, *invent(400, seed=3), *invent(50, seed=4, programme_id=2))
    with closing(Keeper(Database(prepared_url))) as keeper:
        yield keeper


def test_unions_and_sexes_equal_plain_sql(keeper):
    @settings(EXAMPLES)
    @given(questions().filter(lambda question: not question.statuses))
    def check(question: Filters):
        where = conditions(question, "i.uploaded_at", ever=False)
        unions = f"SELECT unit_id, count(DISTINCT grassroots_id) FROM initiative i WHERE {where} GROUP BY unit_id"
        sexes = f"SELECT sex, count(*) FROM initiative i WHERE {where} GROUP BY sex"

        def plain(connection):
            return [dict(tuple(row) for row in connection.execute(text(query))) for query in (unions, sexes)]

        expected, by_sex = keeper.ask_now(plain)
        found = fetch_below(keeper, question)

        assert found.participating == {unit: number for unit, number in expected.items() if number}
        assert dict(found.sexes) == {code: by_sex.get(number, 0) for number, code in enumerate(SEXES)}

    check()
