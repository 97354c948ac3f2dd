"""Rankings and targets by every measure and boundary equal plain SQL over the rows."""

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from data_access.database.transactions import writing
from data_access.queries.ranking import fetch_ranking
from data_access.queries.targets import fetch_targets
from model.codes import Boundary, Measure
from model.filters import Filters
from model.frames import COUNTS
from tests.data_access.invented_rows import invent, records_over_invented
from tests.data_access.plain_sql import conditions, plain_sql, questions

EXAMPLES = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
PLACE = {
    Boundary.OLD: "u.code",
    Boundary.NEW: "CASE WHEN p.code_2025 IS NULL THEN u.code ELSE '34:' || p.code_2025 END",
}
MERGED = ("LD-30", "LD-31")  # Hải Dương and Hải Phòng, one province since 2025


@pytest.fixture
def records(prepared_url: str):
    with writing(prepared_url) as connection:
        connection.execute(text("UPDATE unit SET members = 50 + id WHERE code IN ('LD-30', 'LD-31', 'LD-01')"))
    with records_over_invented(prepared_url, *invent(1500, seed=3)) as records:
        yield records


@st.composite
def measured(draw):
    return draw(questions()).changed(boundary=draw(st.sampled_from(Boundary)), top=100)


COLUMN = {Measure.VALID: "valid", Measure.BENEFIT: "benefit_vnd", Measure.PEOPLE: "people"}


def values(connection, question, measure):
    """The measure by place, summed over its units; benefit only where one was computed."""
    by_unit = {unit: dict(zip(COUNTS, row, strict=True)) for (unit,), row in by_units(connection, question).items()}
    if measure is Measure.PEOPLE:
        where = conditions(question, "i.uploaded_at", ever=False)
        people = f"SELECT i.unit_id, count(DISTINCT i.author) FROM initiative i WHERE {where} GROUP BY i.unit_id"
        by_unit = {unit: {"people": number} for unit, number in connection.execute(text(people))}
    places = f"SELECT {PLACE[question.boundary]}, u.id, u.members FROM unit u"
    places += " LEFT JOIN province p ON p.code_2022 = u.province_code_2022 WHERE u.level = 'direct'"
    units: dict[str, list] = {}
    for place, unit, members in connection.execute(text(places)):
        units.setdefault(place, []).append((by_unit.get(unit, {}), members))
    return {place: value_of(inside, measure) for place, inside in units.items()}


def by_units(connection, question):
    return plain_sql(connection, question, ("unit_id",))


def value_of(units, measure):
    if measure is Measure.BENEFIT and not any(one.get("benefit_count") for one, _ in units):
        return None
    return sum(one.get(COLUMN.get(measure, "uploads"), 0) for one, _ in units)


@pytest.mark.parametrize("measure", [Measure.UPLOADS, Measure.VALID, Measure.BENEFIT, Measure.PEOPLE])
def test_rankings_equal_plain_sql(records, measure):
    @EXAMPLES
    @given(measured().filter(lambda question: measure is not Measure.PEOPLE or not question.statuses))
    def check(question):
        question = question.changed(measure=measure)
        frame = fetch_ranking(records, question).frame.filter(pl.col("unit_code").is_not_null())
        results = {code: value for code, value in frame.select("unit_code", "value").iter_rows() if value}
        expected = records.ask(lambda connection: values(connection, question, measure), key=(question, measure))
        assert results == pytest.approx({code: value for code, value in expected.items() if value})

    check()


def test_targets_count_like_plain_sql(records):
    @EXAMPLES
    @given(measured(), st.sampled_from((Measure.UPLOADS, Measure.VALID)))
    def check(question, measure):
        frame = fetch_targets(records, question.changed(measure=measure))
        results = {code: uploads for code, uploads in frame.select("unit_code", "uploads").iter_rows() if uploads}
        expected = records.ask(lambda connection: values(connection, question, measure), key=(question, measure))
        assert results == {code: value for code, value in expected.items() if value}

    check()


def test_a_rate_of_merged_provinces_is_of_both_together(records):
    merged = Filters(units=MERGED, boundary=Boundary.NEW, measure=Measure.PER100)

    counted = records.slice(Filters(units=MERGED)).counts()["uploads"].item()

    (rate,) = fetch_ranking(records, merged).frame["value"]
    assert rate == pytest.approx(100 * counted / (50 + 19 + 50 + 20))
