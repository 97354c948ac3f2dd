"""Random questions, and their answers written as plain SQL over the rows."""

from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from model.codes import KINDS, LEVELS, OWNERSHIPS, POSITIONS, REGIONS, SOLUTIONS, STATUSES
from model.filters import Filters, end_of_day
from model.frames import COUNTS
from tests.data_access.invented_rows import DAYS, FIRST

EXAMPLES = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
SECTORS = ("none", "hcsn", "giao-duc", "y-te", "sxkd", "nong-nghiep", "khac")
UNIT_CODES = ("LD-01", "LD-15", "LD-30", "LD-31", "LD-42", "LD-56", "CD-XD", "CD-HH")  # some of UNITS
CLUSTERS = {"dong-bang-song-hong": "Đồng bằng sông Hồng", "khoi-cong-doan-tong-cong-ty": "Khối công đoàn tổng công ty"}
PHASE_1 = (date(2022, 1, 8), date(2022, 5, 31))

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
    question = Filters(
        as_of=draw(moments),
        since=since,
        until=until,
        phase=draw(st.sampled_from((None, None, 1, 2))),
        units=draw(some(UNIT_CODES, 3)),
        kinds=draw(some(KINDS)),
        regions=draw(some(REGIONS)),
        clusters=draw(some(tuple(CLUSTERS), 1)),
        sectors=draw(some(SECTORS)),
        ownerships=draw(some(OWNERSHIPS)),
        positions=draw(some(POSITIONS)),
        levels=draw(some(LEVELS)),
        statuses=draw(some(STATUSES, 3)),
        solutions=draw(some(SOLUTIONS, 1)),
    )
    # A level is given by a decision: what is not valid has none (tests/data_access/rows/test_then.py).
    return question.changed(statuses=("valid",)) if is_levelled(question) else question


def is_levelled(question: Filters) -> bool:
    """Whether the question filters by recognition level."""
    return bool(question.levels) and "none" not in question.levels


SUMMED = ("uploads", "benefit_vnd", "benefit_count")
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
    """The same counts from the rows, with every condition written out: {group: values of COUNTS}."""
    request = [part for status in question.statuses for part in OF_STATUS[status]] or [(UPLOADED, 1, False)]
    wanted = [(part, SUMMED) for part in request]
    wanted += [
        ((VALID, 1, False), ("valid",)),
        ((INVALID, 1, False), ("invalid",)),
        ((REWARDED, 1, False), ("rewarded",)),
    ]
    wanted += [] if is_levelled(question) else [(part, ("review",)) for part in OF_STATUS["review"]]
    nothing = dict.fromkeys(COUNTS, 0)
    counts: dict[tuple, dict[str, int]] = {} if dimensions else {(): dict(nothing)}
    for ((happened, at), sign, ever), columns in wanted:
        sums = [SUMS.get(name, "count(*)") for name in columns]
        names = [level_then(question) if name == "level" else f"i.{name}" for name in dimensions]
        query = f"SELECT {', '.join([*sums, *names])} FROM initiative i WHERE {happened}"
        query += f" AND {conditions(question, at, ever=ever)}" + (f" GROUP BY {', '.join(names)}" if names else "")
        for one in connection.execute(text(query)):
            into = counts.setdefault(tuple(one[len(sums) :]), dict(nothing))
            for column, value in zip(columns, one, strict=False):
                into[column] += sign * int(value or 0)
    return {group: tuple(one.values()) for group, one in counts.items() if one != nothing or not dimensions}


def conditions(question: Filters, at: str, *, ever: bool) -> str:
    """The scope of a question for the event that happened `at`; `ever` ignores the beginning of the period."""
    where = ["i.programme_id = 1"]
    starts = [question.since] + ([PHASE_1[0]] if question.phase == 1 else [date(2022, 6, 1)] if question.phase else [])
    where += [f"{at} >= '{day} 00:00:00'" for day in starts if day and not ever]
    where += until(question, at)
    where += place_conditions(question)
    if question.sectors:
        where.append(f"i.sector_id IN (SELECT s.id FROM sector s WHERE s.code IN ({quoted(question.sectors)}))")
    for column, chosen, codes in (
        ("ownership", question.ownerships, OWNERSHIPS),
        ("position", question.positions, POSITIONS),
        ("level", question.levels, LEVELS),
        ("solution", question.solutions, SOLUTIONS),
    ):
        if chosen:
            message = level_then(question) if column == "level" and "none" in chosen else f"i.{column}"
            where.append(f"{message} IN ({', '.join(str(codes.index(code)) for code in chosen)})")
    return " AND ".join(where)


def until(question: Filters, at: str) -> list[str]:
    """The condition that the end of a question puts on the event that happened `at`."""
    ends = [question.until] + (
        [date(2022, 6, 1)] if question.phase == 1 else [date(2023, 9, 2)] if question.phase else []
    )
    limits = [f"{at} < '{day} 00:00:00'" for day in ends if day]
    if question.as_of:
        limits.append(f"{at} <= '{question.as_of.isoformat(sep=' ', timespec='microseconds')}'")
    return limits


def level_then(question: Filters) -> str:
    """The level at the end of a question; none where it was given later."""
    known = until(question, "i.settled_at")
    return f"(CASE WHEN {' AND '.join(known)} THEN i.level ELSE 0 END)" if known else "i.level"


def place_conditions(question: Filters) -> list[str]:
    where = []
    of_unit = (
        "i.unit_id IN (SELECT u.id FROM unit u LEFT JOIN province p ON p.code_2022 = u.province_code_2022 WHERE {})"
    )
    if question.units:
        where.append(of_unit.format(f"u.code IN ({quoted(question.units)})"))
    if question.regions:
        where.append(of_unit.format(f"p.region IN ({quoted(question.regions)})"))
    if question.clusters:
        where.append(of_unit.format(f"u.cluster IN ({quoted(CLUSTERS[code] for code in question.clusters)})"))
    if question.kinds:
        city = " OR p.is_city" if "city" in question.kinds else ""
        rest = " OR (u.kind = 'provincial' AND NOT p.is_city)" if "province" in question.kinds else ""
        where.append(of_unit.format(f"(u.kind IN ({quoted(question.kinds)}){city}{rest})"))
    return where


def quoted(codes) -> str:
    return ", ".join(f"'{code}'" for code in codes)
