"""`verify` finds every way in which stored copies can disagree, and repairs what can be counted anew."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from data_access.cli import commands
from data_access.cli.verify import repair, verify
from data_access.cube.cells import rebuild_days
from data_access.database.connections import open_engine
from data_access.database.schema import (
    changed_day,
    data_version,
    initiative,
    initiative_cell,
    programme,
    programme_unit,
    unit,
)
from data_access.database.versions import raise_version
from model.codes import Event
from tests.data_access.invented_rows import days_of, invent

SOME_DAY = 20220530


@pytest.fixture
def connection(prepared_url: str) -> Iterator[Connection]:
    """A database in which everything agrees."""
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        rows = invent(400, 1)
        connection.execute(insert(initiative), rows)
        days = days_of(rows)
        rebuild_days(connection, 1, days)
        raise_version(connection, 1, days)
        yield connection
    engine.dispose()


def test_a_sound_database_is_clean(connection: Connection) -> None:
    assert verify(connection).is_clean


def _lose_cells(connection: Connection) -> None:
    connection.execute(delete(initiative_cell).where(initiative_cell.c.day == SOME_DAY, initiative_cell.c.event == 1))


def _count_too_many(connection: Connection) -> None:
    here = (initiative_cell.c.day == SOME_DAY) & (initiative_cell.c.event == 1)
    connection.execute(update(initiative_cell).where(here).values(n=initiative_cell.c.n + 1))


def _sum_too_much(connection: Connection) -> None:
    here = (initiative_cell.c.day == SOME_DAY) & (initiative_cell.c.event == 1)
    connection.execute(update(initiative_cell).where(here).values(sum_benefit=initiative_cell.c.sum_benefit + 1))


def _wrong_month(connection: Connection) -> None:
    here = (initiative_cell.c.day == SOME_DAY) & (initiative_cell.c.event == 1)
    connection.execute(update(initiative_cell).where(here).values(month=202204))


def _cells_of_nothing(connection: Connection) -> None:
    connection.execute(delete(initiative).where(initiative.c.uploaded_day == SOME_DAY))


def _rows_moved_to_another_unit(connection: Connection) -> None:
    connection.execute(update(initiative).where(initiative.c.uploaded_day == SOME_DAY).values(unit_id=2))


@pytest.mark.parametrize(
    "damage",
    [_lose_cells, _count_too_many, _sum_too_much, _wrong_month, _cells_of_nothing, _rows_moved_to_another_unit],
)
def test_wrong_cells_are_found_by_day_and_repaired(
    connection: Connection, damage: Callable[[Connection], None]
) -> None:
    damage(connection)
    report = verify(connection)
    uploads = [one.day for one in report.differences if one.event is Event.UPLOADED]
    assert uploads == [SOME_DAY]
    assert {one.programme for one in report.differences} == {"1tr"}
    assert repair(connection, report) == len({one.day for one in report.differences})
    assert verify(connection).is_clean


def test_a_moved_row_shows_although_all_totals_agree(connection: Connection) -> None:
    _rows_moved_to_another_unit(connection)
    (result,) = (result for result in verify(connection).differences if result.event is Event.UPLOADED)
    assert (result.rows, result.benefit_of_rows) == (result.in_cells, result.benefit_in_cells)


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("uploaded_day", 20220101, "uploaded_day is not the day of uploaded_at"),
        ("benefit_band", 4, "benefit_band is not the band of benefit_vnd"),
    ],
)
def test_wrong_columns_of_rows_are_found(connection: Connection, column: str, value: int, sentence: str) -> None:
    here = initiative.c.benefit_vnd.between(1, 1000)
    count = connection.execute(update(initiative).where(here).values({column: value})).rowcount
    assert f"{count} initiatives: {sentence}." in verify(connection).problems


def test_a_unit_that_takes_no_part_is_found(connection: Connection) -> None:
    connection.execute(update(unit).where(unit.c.id == 1).values(level="upper"))
    assert verify(connection).is_clean  # a programme may rank units below others

    connection.execute(delete(programme_unit).where(programme_unit.c.unit_id == 1))

    (problem,) = verify(connection).problems
    assert "neither a direct one nor a member of their programme" in problem


def test_bands_are_those_of_the_programme(connection: Connection) -> None:
    """A workshop's bands are 50 and 500 million VND; the nation counts in thousand millions."""
    connection.execute(update(programme).where(programme.c.id == 1).values(benefit_limits="0.05|0.5|5"))
    (problem,) = verify(connection).problems
    assert "benefit_band" in problem

    for low, high, band in ((0, 5, 1), (5, 50, 2), (50, 500, 3), (500, 10**9, 4)):
        here = (initiative.c.benefit_vnd >= low * 10**7) & (initiative.c.benefit_vnd < high * 10**7)
        connection.execute(update(initiative).where(here).values(benefit_band=band))
    connection.execute(delete(initiative_cell))
    days = set(connection.scalars(select(initiative.c.uploaded_day)))
    rebuild_days(connection, 1, days | _days_later(connection))

    assert verify(connection).is_clean


def _days_later(connection: Connection) -> set[int]:
    columns = (
        initiative.c.settled_day,
        initiative.c.rewarded_day,
        initiative.c.applied_day,
        initiative.c.replicated_day,
    )
    return {day for column in columns for day in connection.scalars(select(column)) if day}


def test_a_wrong_last_upload_is_found_and_repaired(connection: Connection) -> None:
    connection.execute(update(data_version).values(last_uploaded_at=None))
    report = verify(connection)
    assert len(report.problems) == 1
    repair(connection, report)
    assert verify(connection).is_clean


def test_days_of_a_version_that_never_was_are_found(connection: Connection) -> None:
    connection.execute(insert(changed_day).values(programme_id=1, version=99, day=SOME_DAY))
    assert len(verify(connection).problems) == 1


def test_the_command_exits_with_1_until_it_has_repaired(
    prepared_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        connection.execute(insert(initiative), invent(5, 3))
    engine.dispose()
    assert commands.main(["verify"]) == 1
    assert "1tr" in capsys.readouterr().out
    assert commands.main(["verify", "--repair"]) == 0
    assert commands.main(["verify"]) == 0
    assert "agree" in capsys.readouterr().out
