"""Every slice of the cube equals plain SQL over the rows."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from data_access.cube.tally import Tally
from model.dimensions import DIMENSIONS
from model.filters import Filters
from model.frames import COUNTS
from tests.data_access.invented_rows import invent, records_over_invented
from tests.data_access.plain_sql import EXAMPLES, conditions, level_then, plain_sql, questions, some
from tests.text_tables import rows


@pytest.fixture
def records(prepared_url: str, monkeypatch):
    # A large programme has these; of a small one cells are looked through, and every group is counted.
    monkeypatch.setattr("data_access.cube.cube._LONG", 0)  # whole months
    monkeypatch.setattr("data_access.cube.columns._MANY", 0)  # places of each unit
    monkeypatch.setattr("data_access.cube.tally._MANY_GROUPS", 10)  # only groups that occur
    with records_over_invented(prepared_url, *invent(3000, seed=1), *invent(300, seed=2, programme_id=2)) as records:
        yield records


def by_group(frame, dimensions):
    return {tuple(row[: len(dimensions)]): tuple(row[len(dimensions) :]) for row in rows(frame)}


def test_counts_equal_plain_sql(records):
    @EXAMPLES
    @given(st.data())
    def check(data):
        question = data.draw(questions())
        dimensions = data.draw(some(DIMENSIONS, 3))
        slice_ = records.slice(question)
        if data.draw(st.booleans()):
            slice_.counts("unit_id")  # which the whole is then added up from
        frame = slice_.counts(*dimensions)
        expected = records.ask(lambda c: plain_sql(c, question, dimensions), key=(question, dimensions))
        assert frame.columns == [*dimensions, *COUNTS]
        assert by_group(frame, dimensions) == expected

    check()


def test_days_equal_plain_sql(records):
    @EXAMPLES
    @given(st.data())
    def check(data):
        question = data.draw(questions())
        dimensions = data.draw(some(("unit_id", "sector_id", "level"), 1))
        expected: dict[tuple, int] = {}
        for at, happened, sign in flows_of(question.statuses):
            where = conditions(question, f"i.{at}_at", ever=False)
            texts = [level_then(question) if name == "level" else f"i.{name}" for name in dimensions]
            group = ", ".join((*texts, f"i.{at}_day"))
            query = f"SELECT {group}, count(*) FROM initiative i WHERE {happened} AND {where} GROUP BY {group}"
            for *key, n in records.ask(lambda c, q=query: [tuple(r) for r in c.execute(text(q))], key=query):
                expected[tuple(key)] = expected.get(tuple(key), 0) + sign * n
        frame = records.slice(question).daily(*dimensions)
        assert frame.columns == [*dimensions, "day", "uploads"]
        results = {(*row[:-2], int(row[-2].strftime("%Y%m%d"))): row[-1] for row in rows(frame)}
        assert results == {key: n for key, n in expected.items() if n}

    check()


def flows_of(statuses):
    """The events that a day counts: column, condition, sign."""
    uploaded = ("uploaded", "uploaded_at IS NOT NULL", 1)
    if not statuses:
        return [uploaded]
    flows = {"valid": [("settled", "status = 1", 1)], "invalid": [("settled", "status = 2", 1)]}
    flows["review"] = [uploaded, ("settled", "status = 1", -1), ("settled", "status = 2", -1)]
    return [flow for status in statuses for flow in flows[status]]


def test_the_days_under_review_add_up_to_the_stock(records):
    question = Filters(statuses=("review",), as_of=datetime(2022, 5, 30, 8))

    assert records.slice(question).daily()["uploads"].sum() == records.slice(question).counts()["review"].item() > 0


def test_people_equal_plain_sql(records):
    @settings(EXAMPLES, max_examples=40)
    @given(questions().filter(lambda question: not question.statuses))
    def check(question):
        where = conditions(question, "i.uploaded_at", ever=False)
        query = f"SELECT i.unit_id, count(DISTINCT i.author) FROM initiative i WHERE {where} GROUP BY i.unit_id"
        expected = dict(records.ask(lambda c: [tuple(r) for r in c.execute(text(query))], key=query))
        slice_ = records.slice(question)
        assert dict(rows(slice_.people("unit_id"))) == {unit: people for unit, people in expected.items() if people}
        assert rows(slice_.people()) == [[sum(expected.values())]]

    check()


def scalar(records, query: str) -> int:
    return records.ask(lambda c: c.execute(text(query)).scalar_one(), key=query)


def test_people_of_a_status_are_those_decided_by_then(records):
    question = Filters(statuses=("valid",), as_of=datetime(2022, 5, 30, 8), since=date(2022, 5, 29))
    query = (
        "SELECT count(*) FROM (SELECT DISTINCT unit_id, author FROM initiative WHERE programme_id = 1 AND status = 1"
        " AND author IS NOT NULL AND settled_at >= '2022-05-29 00:00:00'"
        " AND settled_at <= '2022-05-30 08:00:00.000000') x"
    )

    assert records.slice(question).people().item() == scalar(records, query)


def test_rows_under_review_are_people_too(records):
    question = Filters(statuses=("review",), as_of=datetime(2022, 5, 30, 8))
    query = (
        "SELECT count(*) FROM (SELECT DISTINCT unit_id, author FROM initiative WHERE programme_id = 1"
        " AND author IS NOT NULL AND uploaded_at <= '2022-05-30 08:00:00.000000'"
        " AND (settled_at IS NULL OR settled_at > '2022-05-30 08:00:00.000000')) x"
    )

    assert records.slice(question).people().item() == scalar(records, query)


def test_more_groups_than_fit_are_counted_the_same(records, monkeypatch):
    question = Filters(as_of=datetime(2022, 5, 30, 8))
    expected = by_group(records.slice(question).counts(*DIMENSIONS), DIMENSIONS)
    daily = rows(records.slice(question).daily("unit_id"))

    monkeypatch.setattr("data_access.cube.tally.MOST_GROUPS", 10)

    assert by_group(records.slice(question).counts(*DIMENSIONS), DIMENSIONS) == expected
    assert rows(records.slice(question).daily("unit_id")) == daily
    assert Tally({"unit_id": 1000}).sums().of("anything", "n").sum() == 0


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        (Filters(), None, None),
        (Filters(phase=1), date(2022, 1, 8), date(2022, 5, 31)),
        (Filters(phase=1, since=date(2022, 3, 1)), date(2022, 3, 1), date(2022, 5, 31)),
        (Filters(phase=1, until=date(2022, 3, 1)), date(2022, 1, 8), date(2022, 2, 28)),
        (Filters(phase=1, as_of=datetime(2022, 4, 20, 8)), date(2022, 1, 8), date(2022, 5, 31)),
    ],
)
def test_the_period_is_the_one_requested(records, question, start, end):
    slice_ = records.slice(question)

    assert (slice_.start, slice_.end) == (start, end)
    assert slice_.moment == (question.as_of or records.last_moment("1tr"))
    assert slice_.programme.code == "1tr"


def test_days_beyond_all_calendars_are_only_empty(records):
    for question in (Filters(since=date(1, 1, 1)), Filters(until=date(9999, 12, 31)), Filters(as_of=datetime.max)):
        assert records.slice(question).counts()["uploads"].item() == 3000
    for question in (
        Filters(since=date(9999, 1, 1)),
        Filters(until=date(2, 1, 1)),
        Filters(as_of=datetime(1900, 1, 1)),
    ):
        assert records.slice(question).counts()["uploads"].item() == 0


def test_a_programme_without_records_counts_nothing(records):
    slice_ = records.slice(Filters(programme="son-tay-2024"))

    assert rows(slice_.counts()) == [[0] * len(COUNTS)]
    assert slice_.counts("unit_id", "sector_id").is_empty()
    assert slice_.daily("sector_id").is_empty()
    assert slice_.people().item() == 0
    assert slice_.moment is None
