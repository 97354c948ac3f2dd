"""Cells agree with the rows, however the rows were written."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, delete, func, insert, select, update

from data_access.cube.cells import KEY, add_cells, cells_of, rebuild_days
from data_access.database.schema import changed_day, data_version, initiative, initiative_cell
from data_access.database.versions import raise_version
from model.codes import Event, benefit_band
from tests.data_access.invented_rows import days_of, invent
from tests.text_tables import drawn

# The three last rows must not count where unit 1 and sector 2 of programme 1 are asked about.
ROWS = """
programme | code | unit | sector | level | status | uploaded         | settled          | rewarded         | benefit
1         | a    | 1    | 2      | 0     | 0      | 2022-05-30 08:00 |                  |                  |
1         | b    | 1    | 2      | 0     | 0      | 2022-05-30 23:59 |                  |                  | 0
1         | c    | 1    | 2      | 1     | 1      | 2022-05-30 09:00 | 2022-06-02 09:00 | 2022-06-30 09:00 | 40
1         | d    | 1    | 2      | 0     | 2      | 2022-05-31 09:00 | 2022-06-02 10:00 |                  | 7
2         | a    | 1    | 2      | 0     | 0      | 2022-05-30 08:00 |                  |                  | 99
1         | e    | 10   | 2      | 0     | 0      | 2022-05-30 08:00 |                  |                  | 5
1         | f    | 1    | 0      | 0     | 0      | 2022-05-30 08:00 |                  |                  | 3
"""
# Of unit 1 and sector 2.
CELLS = """
event | day      | month  | level | benefit_band | n | sum_benefit
1     | 20220530 | 202205 | 0     | 0            | 1 | 0
1     | 20220530 | 202205 | 0     | 1            | 1 | 0
1     | 20220530 | 202205 | 1     | 1            | 1 | 40
1     | 20220531 | 202205 | 0     | 1            | 1 | 7
2     | 20220602 | 202206 | 1     | 1            | 1 | 40
3     | 20220602 | 202206 | 0     | 1            | 1 | 7
4     | 20220630 | 202206 | 1     | 1            | 1 | 40
"""
DAYS = (20220530, 20220531, 20220602, 20220630)


def _row(row: dict[str, str]) -> dict[str, Any]:
    moments = {name: datetime.fromisoformat(row[name]) if name in row else None for name in _MOMENTS}
    benefit = int(row["benefit"]) if "benefit" in row else None
    return {
        **{f"{name}_at": moment for name, moment in moments.items()},
        **{f"{name}_day": int(f"{moment:%Y%m%d}") if moment else None for name, moment in moments.items()},
        **{name: int(row[drawn_as]) for name, drawn_as in _NUMBERS.items()},
        "code": row["code"],
        "title": row["code"].upper(),
        "title_folded": row["code"],
        "benefit_vnd": benefit,
        "benefit_band": benefit_band(benefit),
    }


_MOMENTS = ("uploaded", "settled", "rewarded")
_NUMBERS = {"programme_id": "programme", "unit_id": "unit", "sector_id": "sector", "level": "level", "status": "status"}


def _stored(connection: Connection) -> list[tuple[int, ...]]:
    cell = initiative_cell.c
    names = ("programme_id", *KEY, "month", "n", "sum_benefit")
    query = select(*(cell[name] for name in names)).order_by(*(cell[name] for name in names))
    return [tuple(row) for row in connection.execute(query)]


def test_each_event_counts_on_its_own_day(connection: Connection) -> None:
    connection.execute(insert(initiative), [_row(row) for row in drawn(ROWS)])
    rebuild_days(connection, 1, DAYS)
    cell = initiative_cell.c
    names = list(drawn(CELLS)[0])
    query = (
        select(*(cell[name] for name in names))
        .where(cell.unit_id == 1, cell.sector_id == 2)
        .order_by(cell.event, cell.day, cell.level, cell.benefit_band)
    )
    expected = [tuple(int(row[name]) for name in names) for row in drawn(CELLS)]
    assert [tuple(row) for row in connection.execute(query)] == expected
    assert set(connection.scalars(select(cell.programme_id))) == {1}


def test_only_the_given_days_are_counted_anew(connection: Connection) -> None:
    connection.execute(insert(initiative), [_row(row) for row in drawn(ROWS)])
    rebuild_days(connection, 1, [20220530])
    assert set(connection.scalars(select(initiative_cell.c.day))) == {20220530}
    connection.execute(delete(initiative).where(initiative.c.code == "f"))
    rebuild_days(connection, 1, [20220531])
    assert connection.scalar(select(func.count()).where(initiative_cell.c.sector_id == 0)) == 1
    rebuild_days(connection, 1, [20220530])
    assert connection.scalar(select(func.count()).where(initiative_cell.c.sector_id == 0)) == 0


def test_a_condition_narrows_the_rows(connection: Connection) -> None:
    connection.execute(insert(initiative), [_row(row) for row in drawn(ROWS)])
    query = cells_of(1, Event.UPLOADED, initiative.c.title_folded.like("%c%"))
    assert [(row.day, row.n, row.sum_benefit) for row in connection.execute(query)] == [(20220530, 1, 40)]


@pytest.mark.parametrize("seed", range(4))
def test_small_writes_move_the_cells_as_counting_anew_would(connection: Connection, seed: int) -> None:
    first, second = invent(60, seed), invent(60, seed + 100)
    assert add_cells(connection, 1, (), first) == days_of(first)
    connection.execute(insert(initiative), first)
    # Some rows change everything but their code, some go, some stay.
    changed = [{**new, "code": old["code"]} for old, new in zip(first[:20], second[:20], strict=True)]
    for row in changed:
        connection.execute(update(initiative).where(initiative.c.code == row["code"]).values(**row))
    gone = first[20:40]
    connection.execute(delete(initiative).where(initiative.c.code.in_([row["code"] for row in gone])))
    touched = add_cells(connection, 1, first[:40], changed)
    moved = _stored(connection)
    rebuild_days(connection, 1, days_of(first) | days_of(second))
    assert moved == _stored(connection)
    assert touched <= days_of(first) | days_of(second)


def test_taking_back_everything_leaves_no_cell(connection: Connection) -> None:
    rows = invent(30, 7)
    add_cells(connection, 1, (), rows)
    add_cells(connection, 1, rows, ())
    assert _stored(connection) == []


def test_writing_the_same_again_touches_nothing(connection: Connection) -> None:
    rows = invent(30, 7)
    assert add_cells(connection, 1, rows, rows) == set()


def test_a_version_shows_which_days_changed_and_when_the_last_upload_was(connection: Connection) -> None:
    connection.execute(insert(initiative), [_row(row) for row in drawn(ROWS)])
    before = connection.scalar(select(data_version.c.version).where(data_version.c.programme_id == 1))
    assert raise_version(connection, 1, [20220531, 20220530, 20220530]) == before + 1
    assert raise_version(connection, 1, ()) == before + 2
    noted = select(changed_day.c.version, changed_day.c.day).order_by(changed_day.c.day)
    assert [tuple(row) for row in connection.execute(noted)] == [(before + 1, 20220530), (before + 1, 20220531)]
    last = select(data_version.c.last_uploaded_at).where(data_version.c.programme_id.in_((1, 2, 3)))
    assert [str(moment) for moment in connection.scalars(last.order_by(data_version.c.programme_id))] == [
        "2022-05-31 09:00:00",
        "None",
        "None",
    ]
