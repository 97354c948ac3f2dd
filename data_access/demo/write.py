"""Writes the demonstration records: all of them in one transaction, so that a crash leaves the former state."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from typing import Final

import polars as pl
from sqlalchemy import Connection, delete, select, update

from data_access.cube.cells import rebuild_days
from data_access.database.connections import open_engine
from data_access.database.errors import NoProgramme
from data_access.database.indexes import without_indexes
from data_access.database.insert import insert_one
from data_access.database.schema import import_batch, initiative, initiative_cell, programme, unit
from data_access.database.search_index import without_search_index
from data_access.database.statistics import refresh_statistics
from data_access.database.transactions import allow_long_writes
from data_access.database.versions import raise_version
from data_access.demo.dress import COLUMNS, dressed, numbered
from data_access.demo.examples import write_examples
from data_access.demo.loading import empty, load
from data_access.demo.plan import FOLDER, Plan, read_plan
from data_access.demo.readiness import last_day, write_readiness
from data_access.demo.rows import Demonstration, make_demonstration
from data_access.demo.targets import write_assigned, write_members, write_targets
from data_access.demo.uppers import short_names_of_units, upper_codes, write_upper_targets, write_uppers
from data_access.importing.moved_cells import move_cells
from data_access.reference.ids import ids_by_code
from data_access.reference.seed import merge
from model.clock import this_second
from model.codes import DataKind

PROGRAMME: Final = "1tr"
BATCH_KIND: Final = "demo"

Say = Callable[[str], None]
Progress = Callable[[float, str], None]  # share done (0 to 1), of what


def write_demo(
    url: str,
    *,
    until: datetime | None = None,
    rows: int | None = None,
    say: Say = print,
    progress: Progress = lambda _share, _what: None,
) -> None:
    """Replace the demonstration records of `1tr` in a prepared database.

    `until`: only what was known at that moment, inclusive. `rows`: the first uploads in time order; more than
    the 1,000,000 calibrated ones continue after 03/10/2022, for load tests.
    """
    plan = read_plan()
    progress(0.0, "making rows")
    engine = open_engine(url, bulk=True)
    try:
        with engine.begin() as connection:
            _require_programme(connection)
            names = short_names_of_units(connection)
        demonstration = make_demonstration(plan, names, until, rows)
        with engine.connect() as connection:
            _prepare_for_many(connection)
            # The search index is removed before the first deletion.
            with connection.begin(), without_search_index(connection):
                allow_long_writes(connection)  # a busy machine takes longer for some rows than a server waits
                _replace(connection, plan, demonstration, progress)
            if connection.dialect.name == "sqlite":  # back to the log, which lets many read while one writes
                connection.connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        engine.dispose()
    progress(1.0, "done")
    say(f"Demonstration records: {len(demonstration.rows)} initiatives of programme {PROGRAMME}.")


def _require_programme(connection: Connection) -> None:
    if PROGRAMME not in ids_by_code(connection, programme):
        raise NoProgramme(
            f"This database has no programme {PROGRAMME}; the demonstration needs one made by plain init."
        )


def _prepare_for_many(connection: Connection) -> None:
    """Tune SQLite for inserting a million rows; the connection is used for nothing else."""
    if connection.dialect.name == "sqlite":
        cursor = connection.connection.cursor()
        if cursor.execute(f"SELECT 1 FROM {initiative.name} LIMIT 1").fetchone() is None:  # noqa: S608 (our own name)
            # Nobody reads a database without rows: they are written once, not into the log and from there once more.
            with suppress(sqlite3.OperationalError):  # somebody does read
                cursor.execute("PRAGMA journal_mode = DELETE")
        for setting in (
            "foreign_keys = OFF",  # five lookups a row are a fifth of all time; the keys were read in this transaction
            "cache_size = -24000",  # kibibytes: what fills it is sorted on another core while more rows are read
            "threads = 2",
        ):
            cursor.execute(f"PRAGMA {setting}")


def _replace(connection: Connection, plan: Plan, demonstration: Demonstration, progress: Progress) -> None:
    programme_id = ids_by_code(connection, programme)[PROGRAMME]
    former = _days_of(connection, programme_id)
    others_stay = _remove(connection, programme_id)
    write_members(connection, plan)
    unit_ids = ids_by_code(connection, unit)
    write_targets(connection, programme_id, plan, unit_ids)
    write_readiness(connection, programme_id, plan.codes, unit_ids, last_day(demonstration.rows))
    union_ids = _write_unions(connection, programme_id, demonstration, unit_ids)
    write_assigned(connection, programme_id, dict(zip(demonstration.unions["short_name"], union_ids, strict=True)))
    batch_id = _add_batch(connection, programme_id, len(demonstration.rows))
    of_units = pl.Series([unit_ids[code] for code in plan.codes])
    chunks = dressed(demonstration, programme_id, batch_id, of_units, union_ids)
    total = 0
    with without_indexes(connection):
        for count in load(connection, initiative, COLUMNS, chunks):
            total += count
            progress(0.1 + 0.55 * total / len(demonstration.rows), "writing rows")
        progress(0.65, "building indexes")
    progress(0.75, "counting cells")
    rows = numbered(demonstration.rows).with_columns(unit_id=of_units.gather(demonstration.rows["unit"]))
    if others_stay:
        days = former | set(_days(rows))
        rebuild_days(connection, programme_id, days)
    else:  # counted here, in a fifth of the time
        connection.execute(delete(initiative_cell).where(initiative_cell.c.programme_id == programme_id))
        days = former | move_cells(connection, programme_id, before=rows.head(0), after=rows).days
    write_examples(connection, programme_id, plan.codes, unit_ids, last_day(demonstration.rows))
    progress(0.95, "finishing")
    kind = DataKind.SIMULATED.value
    connection.execute(update(programme).where(programme.c.id == programme_id).values(data_kind=kind))
    raise_version(connection, programme_id, days)
    refresh_statistics(connection, len(demonstration.rows))


def _days_of(connection: Connection, programme_id: int) -> set[int]:
    cell = initiative_cell.c
    return set(connection.scalars(select(cell.day).where(cell.programme_id == programme_id).distinct()))


def _days(rows: pl.DataFrame) -> list[int]:
    return sorted(
        {
            day
            for name in ("uploaded_day", "settled_day", "rewarded_day", "applied_day", "replicated_day")
            for day in rows[name].unique().drop_nulls().to_list()
        }
    )


def _remove(connection: Connection, programme_id: int) -> bool:
    """Remove the former demonstration; returns whether the programme has other records."""
    own = (import_batch.c.programme_id == programme_id) & (import_batch.c.kind == BATCH_KIND)
    batches = list(connection.scalars(select(import_batch.c.id).where(own)))
    if batches:
        empty(connection, initiative, initiative.c.batch_id.in_(batches))
        connection.execute(delete(import_batch).where(own))
    others = select(1).select_from(initiative).where(initiative.c.programme_id == programme_id).limit(1)
    return connection.scalar(others) is not None


def _write_unions(
    connection: Connection, programme_id: int, demonstration: Demonstration, unit_ids: dict[str, int]
) -> pl.Series:
    """Ids of the grassroots unions, in the order of `demonstration.unions`. Unions of an earlier run keep theirs."""
    codes = demonstration.plan.codes
    provinces = {row.code: row.province_code_2022 for row in connection.execute(select(unit))}
    uppers = upper_codes(demonstration.unions, codes)
    upper_ids = write_uppers(connection, uppers, unit_ids, provinces)
    write_upper_targets(connection, programme_id, demonstration.unions, uppers, upper_ids)
    rows = [
        {
            "code": union["code"],
            "name": union["name"],
            "name_en": union["name"],
            "short_name": union["short_name"],
            "aliases": "",
            "level": "grassroots",
            "parent_id": upper_ids[upper] if upper else unit_ids[codes[union["unit"]]],
            "province_code_2022": provinces[codes[union["unit"]]],
        }
        for union, upper in zip(demonstration.unions.iter_rows(named=True), uppers, strict=True)
    ]
    merge(connection, unit, ("code",), rows)
    ids = ids_by_code(connection, unit)
    return pl.Series([ids[str(row["code"])] for row in rows])


def _add_batch(connection: Connection, programme_id: int, rows: int) -> int:
    values = {
        "programme_id": programme_id,
        "kind": BATCH_KIND,
        "who": "python -m data_access demo",
        "imported_at": this_second(),
        "file_name": "plan.csv",
        "sha256": sha256((FOLDER / "plan.csv").read_bytes()).hexdigest(),
        "rows": rows,
    }
    return insert_one(connection, import_batch, values)
