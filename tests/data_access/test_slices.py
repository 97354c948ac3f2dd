"""Whatever is asked: the cube says what plain SQL over the rows says."""

from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from data_access.columns import DIMENSIONS
from data_access.database import Database
from data_access.keeper import Keeper
from data_access.tally import Tally
from model.codes import KINDS, LEVELS, OWNERSHIPS, POSITIONS, REGIONS, SOLUTIONS, STATUSES
from model.filters import Filters, end_of_day
from model.frames import COUNTS
from tests.data_access.invented_rows import DAYS, FIRST, UNITS, invent, write
from tests.text_tables import rows

SECTORS = ("none", "hcsn", "giao-duc", "y-te", "sxkd", "nong-nghiep", "khac")
PHASE_1 = (date(2022, 1, 8), date(2022, 5, 31))
EXAMPLES = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

days = st.integers(-2, DAYS + 3).map(lambda day: FIRST.date() + timedelta(days=day))
seconds = st.sampled_from((0, 8 * 3600 - 1, 8 * 3600, 8 * 3600 + 1, 43_210, 86_399))
moments = st.one_of(
    st.none(),
    days.map(end_of_day),
    st.builds(
        lambda day, second: datetime.combine(day, datetime.min.time()) + timedelta(seconds=second), days, seconds
    ),
)


def some(codes, most=2):
    return st.lists(st.sampled_from(codes), max_size=most, unique=True).map(tuple)


@st.composite
def questions(draw):
    since, until = draw(st.none() | days), draw(st.none() | days)
    if since and until and since >= until:
        since, until = until, since + timedelta(days=1)
    return Filters(
        as_of=draw(moments),
        since=since,
        until=until,
        phase=draw(st.sampled_from((None, None, 1, 2))),
        units=draw(some(UNIT_CODES, 3)),
        kinds=draw(some(KINDS)),
        regions=draw(some(REGIONS)),
        sectors=draw(some(SECTORS)),
        ownerships=draw(some(OWNERSHIPS)),
        positions=draw(some(POSITIONS)),
        levels=draw(some(LEVELS)),
        statuses=draw(some(STATUSES, 3)),
        solutions=draw(some(SOLUTIONS, 1)),
    )


UNIT_CODES: list[str] = []


@pytest.fixture
def keeper(prepared_url: str):
    write(prepared_url, *invent(3000, seed=1), *invent(300, seed=2, programme_id=2))
    with closing(Keeper(Database(prepared_url))) as keeper:
        UNIT_CODES[:] = sorted(unit.code for unit in keeper.catalogue.units if unit.id in UNITS)
        yield keeper


ASKED = ("uploads", "benefit_vnd", "benefit_count")
SUMS = {"uploads": "count(*)", "benefit_vnd": "sum(i.benefit_vnd)", "benefit_count": "count(i.benefit_vnd)"}
UPLOADED = ("i.uploaded_at IS NOT NULL", "i.uploaded_at")
VALID = ("i.status = 1", "i.settled_at")
INVALID = ("i.status = 2", "i.settled_at")
REWARDED = ("i.rewarded_at IS NOT NULL", "i.rewarded_at")
OF_STATUS = {  # what is added up, with its sign, and whether from the beginning on
    "valid": [(VALID, 1, False)],
    "invalid": [(INVALID, 1, False)],
    "review": [(UPLOADED, 1, True), (VALID, -1, True), (INVALID, -1, True)],
}


def plain_sql(connection: Connection, question: Filters, dimensions=()):
    """The same counts from the rows, every condition written out: {group: values of COUNTS}."""
    asked = [part for status in question.statuses for part in OF_STATUS[status]] or [(UPLOADED, 1, False)]
    wanted = [(part, ASKED) for part in asked]
    wanted += [
        ((VALID, 1, False), ("valid",)),
        ((INVALID, 1, False), ("invalid",)),
        ((REWARDED, 1, False), ("rewarded",)),
    ]
    wanted += [(part, ("review",)) for part in OF_STATUS["review"]]
    nothing = dict.fromkeys(COUNTS, 0)
    counts: dict[tuple, dict[str, int]] = {} if dimensions else {(): dict(nothing)}
    for ((happened, at), sign, ever), columns in wanted:
        sums = [SUMS.get(name, "count(*)") for name in columns]
        names = [f"i.{name}" for name in dimensions]
        query = f"SELECT {', '.join([*sums, *names])} FROM initiative i WHERE {happened}"
        query += f" AND {conditions(question, at, ever=ever)}" + (f" GROUP BY {', '.join(names)}" if names else "")
        for found in connection.execute(text(query)):
            into = counts.setdefault(tuple(found[len(sums) :]), dict(nothing))
            for column, value in zip(columns, found, strict=False):
                into[column] += sign * int(value or 0)
    return {group: tuple(found.values()) for group, found in counts.items() if found != nothing or not dimensions}


def conditions(question: Filters, at: str, *, ever: bool) -> str:
    """The scope of a question for the event that happened `at`; `ever` forgets when the period began."""
    where = ["i.programme_id = 1"]
    starts = [question.since] + ([PHASE_1[0]] if question.phase == 1 else [date(2022, 6, 1)] if question.phase else [])
    ends = [question.until] + (
        [date(2022, 6, 1)] if question.phase == 1 else [date(2023, 9, 2)] if question.phase else []
    )
    limits = [(f"{at} >= '{day} 00:00:00'", not ever) for day in starts if day]
    limits += [(f"{at} < '{day} 00:00:00'", True) for day in ends if day]
    where += [limit for limit, holds in limits if holds]
    if question.as_of:
        where.append(f"{at} <= '{question.as_of.isoformat(sep=' ', timespec='microseconds')}'")
    of_unit = (
        "i.unit_id IN (SELECT u.id FROM unit u LEFT JOIN province p ON p.code_2022 = u.province_code_2022 WHERE {})"
    )
    if question.units:
        where.append(of_unit.format(f"u.code IN ({quoted(question.units)})"))
    if question.regions:
        where.append(of_unit.format(f"p.region IN ({quoted(question.regions)})"))
    if question.kinds:
        city = " OR p.is_city" if "city" in question.kinds else ""
        where.append(of_unit.format(f"(u.kind IN ({quoted(question.kinds)}){city})"))
    if question.sectors:
        where.append(f"i.sector_id IN (SELECT s.id FROM sector s WHERE s.code IN ({quoted(question.sectors)}))")
    for column, chosen, codes in (
        ("ownership", question.ownerships, OWNERSHIPS),
        ("position", question.positions, POSITIONS),
        ("level", question.levels, LEVELS),
        ("solution", question.solutions, SOLUTIONS),
    ):
        if chosen:
            where.append(f"i.{column} IN ({', '.join(str(codes.index(code)) for code in chosen)})")
    return " AND ".join(where)


def quoted(codes) -> str:
    return ", ".join(f"'{code}'" for code in codes)


def by_group(frame, dimensions):
    return {tuple(row[: len(dimensions)]): tuple(row[len(dimensions) :]) for row in rows(frame)}


def test_counts_equal_plain_sql(keeper):
    @EXAMPLES
    @given(st.data())
    def check(data):
        question = data.draw(questions())
        dimensions = data.draw(some(DIMENSIONS, 3))
        frame = keeper.slice(question).counts(*dimensions)
        expected = keeper.ask(lambda c: plain_sql(c, question, dimensions), key=(question, dimensions))
        assert frame.columns == [*dimensions, *COUNTS]
        assert by_group(frame, dimensions) == expected

    check()


def test_days_equal_plain_sql(keeper):
    @EXAMPLES
    @given(st.data())
    def check(data):
        question = data.draw(questions())
        dimensions = data.draw(some(("unit_id", "sector_id", "level"), 1))
        expected: dict[tuple, int] = {}
        for at, happened, sign in flows_of(question.statuses):
            where = conditions(question, f"i.{at}_at", ever=False)
            group = ", ".join(f"i.{name}" for name in (*dimensions, f"{at}_day"))
            query = f"SELECT {group}, count(*) FROM initiative i WHERE {happened} AND {where} GROUP BY {group}"
            for *key, n in keeper.ask(lambda c, q=query: [tuple(r) for r in c.execute(text(q))], key=query):
                expected[tuple(key)] = expected.get(tuple(key), 0) + sign * n
        frame = keeper.slice(question).daily(*dimensions)
        assert frame.columns == [*dimensions, "day", "uploads"]
        found = {(*row[:-2], int(row[-2].strftime("%Y%m%d"))): row[-1] for row in rows(frame)}
        assert found == {key: n for key, n in expected.items() if n}

    check()


def flows_of(statuses):
    """Events a day counts: column, condition, sign."""
    uploaded = ("uploaded", "uploaded_at IS NOT NULL", 1)
    if not statuses:
        return [uploaded]
    flows = {"valid": [("settled", "status = 1", 1)], "invalid": [("settled", "status = 2", 1)]}
    flows["review"] = [uploaded, ("settled", "status = 1", -1), ("settled", "status = 2", -1)]
    return [flow for status in statuses for flow in flows[status]]


def test_the_days_under_review_add_up_to_the_stock(keeper):
    question = Filters(statuses=("review",), as_of=datetime(2022, 5, 30, 8))

    assert keeper.slice(question).daily()["uploads"].sum() == keeper.slice(question).counts()["review"].item() > 0


def test_people_equal_plain_sql(keeper):
    @settings(EXAMPLES, max_examples=40)
    @given(questions().filter(lambda question: not question.statuses))
    def check(question):
        where = conditions(question, "i.uploaded_at", ever=False)
        query = f"SELECT i.unit_id, count(DISTINCT i.author) FROM initiative i WHERE {where} GROUP BY i.unit_id"
        expected = dict(keeper.ask(lambda c: [tuple(r) for r in c.execute(text(query))], key=query))
        slice_ = keeper.slice(question)
        assert dict(rows(slice_.people("unit_id"))) == {unit: people for unit, people in expected.items() if people}
        assert rows(slice_.people()) == [[sum(expected.values())]]

    check()


def test_people_of_a_status_are_those_decided_by_then(keeper):
    question = Filters(statuses=("valid",), as_of=datetime(2022, 5, 30, 8), since=date(2022, 5, 29))
    query = (
        "SELECT count(*) FROM (SELECT DISTINCT unit_id, author FROM initiative WHERE programme_id = 1 AND status = 1"
        " AND author IS NOT NULL AND settled_at >= '2022-05-29 00:00:00'"
        " AND settled_at <= '2022-05-30 08:00:00.000000') x"
    )

    assert keeper.slice(question).people().item() == keeper.ask(
        lambda c: c.execute(text(query)).scalar_one(), key=query
    )


def test_rows_under_review_are_people_too(keeper):
    question = Filters(statuses=("review",), as_of=datetime(2022, 5, 30, 8))
    query = (
        "SELECT count(*) FROM (SELECT DISTINCT unit_id, author FROM initiative WHERE programme_id = 1"
        " AND author IS NOT NULL AND uploaded_at <= '2022-05-30 08:00:00.000000'"
        " AND (settled_at IS NULL OR settled_at > '2022-05-30 08:00:00.000000')) x"
    )

    assert keeper.slice(question).people().item() == keeper.ask(
        lambda c: c.execute(text(query)).scalar_one(), key=query
    )


def test_more_groups_than_fit_are_counted_the_same(keeper, monkeypatch):
    question = Filters(as_of=datetime(2022, 5, 30, 8))
    expected = by_group(keeper.slice(question).counts(*DIMENSIONS), DIMENSIONS)
    daily = rows(keeper.slice(question).daily("unit_id"))

    monkeypatch.setattr("data_access.tally.MOST_GROUPS", 10)

    assert by_group(keeper.slice(question).counts(*DIMENSIONS), DIMENSIONS) == expected
    assert rows(keeper.slice(question).daily("unit_id")) == daily
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
def test_the_period_is_the_one_asked_for(keeper, question, start, end):
    slice_ = keeper.slice(question)

    assert (slice_.start, slice_.end) == (start, end)
    assert slice_.moment == (question.as_of or keeper.last_moment("1tr"))
    assert slice_.programme.code == "1tr"


def test_days_beyond_all_calendars_are_only_empty(keeper):
    for question in (Filters(since=date(1, 1, 1)), Filters(until=date(9999, 12, 31)), Filters(as_of=datetime.max)):
        assert keeper.slice(question).counts()["uploads"].item() == 3000
    for question in (
        Filters(since=date(9999, 1, 1)),
        Filters(until=date(2, 1, 1)),
        Filters(as_of=datetime(1900, 1, 1)),
    ):
        assert keeper.slice(question).counts()["uploads"].item() == 0


def test_a_programme_without_records_counts_nothing(keeper):
    slice_ = keeper.slice(Filters(programme="son-tay-2024"))

    assert rows(slice_.counts()) == [[0] * len(COUNTS)]
    assert slice_.counts("unit_id", "sector_id").is_empty()
    assert slice_.daily("sector_id").is_empty()
    assert slice_.people().item() == 0
    assert slice_.moment is None
