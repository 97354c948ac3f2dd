"""Rows show their state at the requested moment in lists, newest rows, files and filters, on both engines."""

import csv
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from data_access.cli.answer_rows import list_rows
from data_access.cube.cells import rebuild_days
from data_access.cube.columns import Columns
from data_access.cube.partial_day import PartOfDay, count_levelled_later
from data_access.cube.scope import Scope
from data_access.database.connections import open_engine
from data_access.database.schema import initiative
from data_access.database.versions import raise_version
from data_access.queries.pivot import fetch_pivot
from data_access.rows.explore import fetch_row, fetch_rows, rows_in_scope
from data_access.rows.newest import newest_rows
from data_access.store import live
from data_access.store.records import Records
from exports.csv.rows import write_rows
from language.languages import ENGLISH, VIETNAMESE
from model.codes import LEVELS
from model.filters import Filters, end_of_day
from model.rows import RowSearch
from tests.data_access.drawn_programme import records_over
from tests.data_access.rows.test_explore import write
from tests.text_tables import drawn

ROWS = """
code | unit  | title                | author
R1   | LD-38 | decided soon         | A
R2   | LD-38 | decided late         | B
R3   | LD-38 | never decided        | C
R4   | LD-38 | turned down late     | D
"""
DECIDED = {"R1": (1, datetime(2022, 2, 3, 9)), "R2": (1, datetime(2022, 5, 20, 9)), "R4": (2, datetime(2022, 5, 21, 9))}
THEN, ON_THE_DAY = end_of_day(date(2022, 5, 10)), datetime(2022, 5, 20, 9)


@pytest.fixture
def records(prepared_url: str) -> Iterator[Records]:
    write(prepared_url, drawn(ROWS))
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        for code, (status, moment) in DECIDED.items():
            day = int(moment.strftime("%Y%m%d"))
            level = LEVELS.index("province") if status == 1 else 0
            values = {"status": status, "level": level, "decided_at": moment, "settled_at": moment, "settled_day": day}
            if code == "R1":
                values |= {"rewarded_at": datetime(2022, 6, 1), "rewarded_day": 20220601, "applied": True}
                values |= {"applied_at": datetime(2022, 5, 9), "applied_day": 20220509, "replicated": 3}
                values |= {"replicated_at": datetime(2022, 6, 2), "replicated_day": 20220602}
            if code == "R2":
                values |= {"applied": True, "replicated": 2}  # nobody noted since when
            connection.execute(update(initiative).where(initiative.c.code == code).values(**values))
        days = {20220201, 20220203, 20220520, 20220521, 20220601, 20220509, 20220602}
        rebuild_days(connection, 1, days)
        raise_version(connection, 1, days)
    engine.dispose()
    with closing(records_over(prepared_url)) as records:
        yield records


def states_of(rows) -> dict[str, tuple[int, str]]:
    return {row["code"]: (row["status"], LEVELS[row["level"]]) for row in rows}


def test_a_row_shows_its_state_at_that_moment(records: Records):
    then, undecided = Filters(as_of=THEN), (0, "none")
    expected = {"R1": (1, "province"), "R2": undecided, "R3": undecided, "R4": undecided}
    rows = fetch_rows(records, then, RowSearch()).rows
    assert states_of(rows) == states_of(newest_rows(records, then, 9)) == expected
    assert {row["code"]: row["status_now"] for row in rows} == {"R1": 1, "R2": 1, "R3": 0, "R4": 2}
    assert [row["rewarded_at"] for row in rows if row["code"] == "R1"] == [None]
    assert fetch_row(records, "1tr", "R2", THEN)["decided_at"] is None
    assert states_of([fetch_row(records, "1tr", "R2", ON_THE_DAY)]) == {"R2": (1, "province")}
    assert states_of(fetch_rows(records, Filters(), RowSearch()).rows)["R4"] == (2, "none")
    assert states_of(fetch_rows(records, Filters(until=date(2022, 5, 11)), RowSearch()).rows) == expected


@pytest.mark.parametrize("moment", [THEN, ON_THE_DAY, None])
@pytest.mark.parametrize(
    "query",
    [{"statuses": (code,)} for code in ("review", "valid", "invalid")]
    + [{"levels": (code,)} for code in ("grassroots", "province", "none")]
    + [{"levels": ("none", "province")}, {"levels": ("none",), "statuses": ("review",)}]
    + [{"levels": ("none",), "statuses": ("valid", "invalid")}]
    + [{"levels": ("province",), "statuses": ("review",)}],
)
def test_filters_agree_with_what_is_shown(records: Records, moment: datetime | None, query: dict):
    every = states_of(fetch_rows(records, Filters(as_of=moment), RowSearch()).rows)
    statuses, levels = query.get("statuses"), query.get("levels")
    names = ("review", "valid", "invalid")
    wanted = {
        code: one
        for code, one in every.items()
        if (not statuses or names[one[0]] in statuses) and (not levels or one[1] in levels)
    }
    filters = Filters(as_of=moment, **query)
    assert states_of(fetch_rows(records, filters, RowSearch()).rows) == wanted
    assert rows_in_scope(records, filters) == len(wanted)


@pytest.mark.parametrize(("moment", "levels"), [(THEN, (3, 1)), (ON_THE_DAY, (2, 2)), (None, (2, 2))])
def test_cross_tables_count_the_level_of_then(records: Records, moment: datetime | None, levels: tuple[int, int]):
    for across in ("month", "unit"):
        pivot = fetch_pivot(records, Filters(as_of=moment), "level", across, "uploads")
        assert (pivot.value(("none",), None), pivot.value(("province",), None)) == levels


@pytest.mark.parametrize(
    ("language", "then", "now"), [(VIETNAMESE, "Trạng thái", "Trạng thái hôm nay"), (ENGLISH, "Status", "Status today")]
)
def test_files_say_it_too_with_today_beside(records: Records, tmp_path: Path, language, then: str, now: str):
    file = tmp_path / "rows.csv"
    write_rows(file, records, Filters(as_of=THEN), language, with_people=False)
    text = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    words = language.names.statuses
    assert [row[then] for row in text] == [words[code] for code in ("valid", "review", "review", "review")]
    assert [row[now] for row in text] == [words[code] for code in ("valid", "valid", "review", "invalid")]
    write_rows(file, records, Filters(), language, with_people=False)
    assert now not in file.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("moment", "first", "second"),
    [
        (THEN, ("Có", "2022-05-09 00:00:00", "", ""), ("Có", "", "2", "")),
        (end_of_day(date(2022, 5, 8)), ("", "", "", ""), ("Có", "", "2", "")),
        (None, ("Có", "2022-05-09 00:00:00", "3", "2022-06-02 00:00:00"), ("Có", "", "2", "")),
    ],
)
def test_lists_files_and_answers_know_use_as_of_then(records: Records, tmp_path: Path, moment, first, second):
    file, filters = tmp_path / "rows.csv", Filters(as_of=moment)
    write_rows(file, records, filters, VIETNAMESE, with_people=False)
    text = {row["Mã"]: row for row in csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())}
    heads = ("Đã áp dụng", "Ngày áp dụng", "Số nơi nhân rộng", "Ngày nhân rộng")
    assert [tuple(text[code][head] for head in heads) for code in ("R1", "R2")] == [first, second]
    answered = {row["code"]: row for row in list_rows(records, filters, RowSearch()).rows}
    listed = {row["code"]: row for row in fetch_rows(records, filters, RowSearch()).rows}
    for code, expected in (("R1", first), ("R2", second)):
        for row in (answered[code], listed[code]):
            message = (row["applied"] and "Có", row["applied_at"], row["replicated"], row["replicated_at"])
            assert tuple("" if value is None else str(value) for value in message) == expected


def test_levels_of_rows_are_queried_once_a_moment_and_only_before_the_last_one_was_given(
    records: Records, prepared_url: str, monkeypatch: pytest.MonkeyPatch
):
    calls = []

    def counted(connection: Connection, part: PartOfDay, scope: Scope) -> Columns:
        calls.append(scope.known_until)
        return count_levelled_later(connection, part, scope)

    def none_at(moment: datetime, **narrowed: object) -> int:
        levels = records.slice(Filters(as_of=moment, **narrowed)).counts("level")
        return int(levels.filter(level=0)["uploads"].sum())

    monkeypatch.setattr(live, "count_levelled_later", counted)
    day_before, last = end_of_day(date(2022, 5, 19)), end_of_day(date(2022, 5, 20))
    assert (none_at(day_before), none_at(day_before, units=("LD-38",)), none_at(day_before)) == (3, 3, 3)
    assert calls == [day_before]
    assert (none_at(last), none_at(end_of_day(date(2023, 1, 1)))) == (2, 2)
    assert calls == [day_before]

    with open_engine(prepared_url).begin() as connection:  # R3 has a level that nobody decided on
        connection.execute(update(initiative).where(initiative.c.code == "R3").values(level=LEVELS.index("province")))
        rebuild_days(connection, 1, {20220201})
        raise_version(connection, 1, {20220201})
    records.catch_up()
    assert none_at(last) == 2
    assert calls == [day_before, last]
