"""Figures frozen before a dimension existed stay sealed, and answer as far as their cells allow."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, delete, func, insert, literal, select, update

from data_access.database.connections import open_engine
from data_access.database.errors import NotFrozen
from data_access.database.schema import audit_event, snapshot, snapshot_cell
from data_access.snapshots.freezing import freeze
from data_access.snapshots.frozen import at_snapshot
from data_access.snapshots.sealing import checksum_of
from data_access.store.records import Records
from model.dimensions import DIMENSIONS
from model.filters import Filters
from model.reader import Reader, Role
from tests.data_access.invented_rows import invent, write
from tests.data_access.snapshots.test_freezing import MOMENT, problems
from tests.live_records import live_records

OLDER = tuple(name for name in DIMENSIONS if name != "level")


@pytest.fixture
def url(prepared_url: str) -> str:
    write(prepared_url, *invent(300, seed=3))
    freeze(prepared_url, "1tr", "Trước khi có cấp", Reader("Lan", Role.ADMIN), MOMENT, code="old")
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        as_frozen_before_levels(connection)
    engine.dispose()
    return prepared_url


@pytest.fixture
def records(url: str) -> Iterator[Records]:
    with live_records(url) as records:
        yield records


def as_frozen_before_levels(connection: Connection) -> None:
    """The frozen cells as they would be without the dimension of levels."""
    cell = snapshot_cell.c
    key = [cell[name] for name in ("snapshot_id", "day", "event", *OLDER)]
    names = [*(column.name for column in key), "level", "n", "sum_benefit"]
    counted = select(*key, literal(0), func.sum(cell.n), func.sum(cell.sum_benefit)).group_by(*key)
    rows = [dict(zip(names, map(int, row), strict=True)) for row in connection.execute(counted)]
    connection.execute(delete(snapshot_cell))
    connection.execute(insert(snapshot_cell), rows)
    connection.execute(update(snapshot).values(cell_columns=",".join(OLDER)))
    number, former = connection.execute(select(snapshot.c.id, snapshot.c.sha256)).one()
    sealed = checksum_of(connection, number)
    assert sealed != former
    connection.execute(update(snapshot).values(sha256=sealed))
    detail = connection.scalar(select(audit_event.c.detail))
    connection.execute(update(audit_event).values(detail=detail.replace(former, sealed)))


def test_it_verifies_without_the_dimension(url: str):
    assert problems(url) == ()


@pytest.mark.parametrize("name", OLDER)
def test_every_dimension_it_was_frozen_with_is_sealed(url: str, name: str):
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(update(snapshot_cell).values({name: snapshot_cell.c[name] + 100}))
    engine.dispose()
    assert len(problems(url)) == 1


def test_it_answers_as_before(records: Records):
    frozen, scoped = at_snapshot(records, Filters(snapshot="old"))
    now = records.slice(Filters(as_of=MOMENT)).counts("unit_id").sort("unit_id")
    assert frozen.slice(scoped).counts("unit_id").sort("unit_id").equals(now)


def test_rows_answer_the_new_dimension_until_they_change(url: str, records: Records):
    frozen, scoped = at_snapshot(records, Filters(snapshot="old", levels=("grassroots",)))
    now = records.slice(Filters(as_of=MOMENT, levels=("grassroots",))).counts("unit_id").sort("unit_id")
    assert now["valid"].sum() > 0
    assert frozen.slice(scoped).counts("unit_id").sort("unit_id").equals(now)

    write(url, *invent(40, seed=4))
    with live_records(url) as later:
        frozen, scoped = at_snapshot(later, Filters(snapshot="old", levels=("grassroots",)))
        with pytest.raises(NotFrozen):
            frozen.slice(scoped)
