"""The queries for cells and people use plain SQL only: ClickHouse gives the same answers."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from chdb.session import Session
from sqlalchemy import Select, and_, func, select
from sqlalchemy.dialects import mysql

from data_access.cube.cells import cells_of
from data_access.cube.cells_at_once import cells_at_once
from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import scope_of
from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.lake import folder_of
from data_access.database.schema import initiative
from data_access.lake.publish import publish
from data_access.store.live import LiveRecords
from model.codes import Event
from model.filters import Filters
from tests.data_access.invented_rows import invent, write

# Backquoted names and literals, as ClickHouse and Spark read them.
DIALECT = mysql.dialect()
SCOPES = (
    Filters(),
    Filters(units=("LD-38",), sectors=("sxkd",)),
    Filters(as_of=datetime(2022, 5, 30, 8)),
    Filters(statuses=("valid",)),
    Filters(statuses=("review",), as_of=datetime(2022, 6, 1)),
    Filters(ownerships=("state",), levels=("unit",)),
)


@pytest.fixture
def clickhouse(prepared_url: str, tmp_path: Path) -> Iterator[Session]:
    write(prepared_url, *(_with_use(row) for row in invent(400, seed=1)))
    publish(prepared_url, tmp_path / "lake")
    files = folder_of(tmp_path / "lake", 1) / "initiative" / "**" / "*.parquet"
    with Session() as session:
        session.query("CREATE DATABASE lake ENGINE = Atomic")
        session.query("USE lake")
        session.query(
            f"CREATE VIEW initiative AS SELECT * FROM file('{files}', Parquet) SETTINGS use_hive_partitioning = 1"
        )
        yield session


def _with_use(row: dict[str, Any]) -> dict[str, Any]:
    """The row, applied or replicated on the day of its upload."""
    moment, day = row["uploaded_at"], row["uploaded_day"]
    uses = {"applied": bool(row["applied"]), "replicated": bool(row["replicated"])}
    values = {name: (moment, day) if is_used else (None, None) for name, is_used in uses.items()}
    return (
        row
        | {f"{name}_at": at for name, (at, _) in values.items()}
        | {f"{name}_day": on for name, (_, on) in values.items()}
    )


def in_clickhouse(session: Session, query: Select[Any]) -> list[tuple[Any, ...]]:
    text = str(query.compile(dialect=DIALECT, compile_kwargs={"literal_binds": True}))
    answer = session.query(text.replace("INTEGER", "BIGINT").replace("SIGNED ", ""), "JSONCompactEachRow").bytes()
    return sorted((tuple(map(int, row)) for row in map(_json, answer.splitlines())), key=repr)


def _json(line: bytes) -> list[Any]:
    return orjson.loads(line)


def in_database(url: str, query: Select[Any]) -> list[tuple[Any, ...]]:
    engine = open_engine(url, read_only=True)
    try:
        with engine.connect() as connection:
            return sorted((tuple(map(int, row)) for row in connection.execute(query)), key=repr)
    finally:
        engine.dispose()


@pytest.mark.parametrize("event", list(Event))
def test_cells(event: Event, clickhouse: Session, prepared_url: str):
    query = cells_of(1, event)

    assert in_clickhouse(clickhouse, query) == in_database(prepared_url, query) != []


def test_cells_of_all_events_at_once(clickhouse: Session, prepared_url: str):
    """The query that Spark runs; SQLite has no grouping sets."""
    apart = (row for event in Event for row in in_database(prepared_url, cells_of(1, event)))

    assert in_clickhouse(clickhouse, cells_at_once(1, dict.fromkeys(Event, ()))) == sorted(apart, key=repr) != []


def test_rows_that_filters_choose(clickhouse: Session, prepared_url: str):
    records = LiveRecords(Database(prepared_url))
    row = initiative.c
    for filters in SCOPES:
        chosen = and_(*counted_rows(scope_of(filters, records.catalogue)))
        count = select(row.unit_id, func.count(), func.count(row.author.distinct())).where(chosen).group_by(row.unit_id)

        assert in_clickhouse(clickhouse, count) == in_database(prepared_url, count), filters
    records.close()
