"""Under any filters, answers for arbitrary periods equal plain SQL over the rows, on both engines."""

from math import ceil

import pytest
from hypothesis import given, settings
from sqlalchemy import text

from data_access.queries.value import fetch_value
from data_access.rows.grassroots_below import fetch_below
from model.codes import SEXES
from model.filters import Filters
from tests.data_access.invented_rows import invent, records_over_invented
from tests.data_access.plain_sql import EXAMPLES, conditions, questions

QUESTIONS = questions().filter(lambda question: not question.statuses)


@pytest.fixture
def records(prepared_url: str):
    with records_over_invented(prepared_url, *invent(400, seed=3), *invent(50, seed=4, programme_id=2)) as records:
        yield records


def test_unions_and_sexes_equal_plain_sql(records):
    @settings(EXAMPLES, max_examples=80)
    @given(QUESTIONS)
    def check(question: Filters):
        where = conditions(question, "i.uploaded_at", ever=False)
        below = "count(DISTINCT nullif(grassroots_id, unit_id))"
        unions = f"SELECT unit_id, {below} FROM initiative i WHERE {where} GROUP BY unit_id"
        sexes = f"SELECT sex, count(*) FROM initiative i WHERE {where} GROUP BY sex"

        def plain(connection):
            return [dict(tuple(row) for row in connection.execute(text(query))) for query in (unions, sexes)]

        expected, by_sex = records.ask_now(plain)
        grassroots = fetch_below(records, question)

        assert grassroots.participating == {unit: number for unit, number in expected.items() if number}
        values = {code: by_sex.get(number, 0) for number, code in enumerate(SEXES) if number or by_sex.get(0)}
        assert dict(grassroots.sexes) == values

    check()


def test_the_spread_equals_plain_sql(records):
    @settings(EXAMPLES, max_examples=80)
    @given(QUESTIONS)
    def check(question: Filters):
        where = f"{conditions(question, 'i.uploaded_at', ever=False)} AND i.benefit_vnd IS NOT NULL"
        query = text(f"SELECT i.benefit_vnd FROM initiative i WHERE {where} ORDER BY 1")
        values = records.ask_now(lambda connection: list(connection.scalars(query)))

        value = fetch_value(records, question)

        assert value.median == (values[(len(values) - 1) // 2] if values else None)
        assert value.total == sum(values)
        for held in value.concentration:
            assert held.count == ceil(len(values) * held.percent / 100)
            assert held.benefit_vnd == sum(values[len(values) - held.count :])

    check()
