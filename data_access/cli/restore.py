"""Restore of a backup into an empty database, or in place of its content; whole or not at all."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, ForeignKeyConstraint, inspect, text

from data_access.cli.backup import BackupManifest, read_back, read_rows
from data_access.database.audit_log import note
from data_access.database.connections import make_folder_of
from data_access.database.errors import DataAccessError
from data_access.database.indexes import without_constraints, without_indexes
from data_access.database.known_schema import unknown_revision
from data_access.database.roles import are_in_use, grant_tables
from data_access.database.schema import metadata
from data_access.database.transactions import writing
from data_access.importing.bulk import insert_rows
from data_access.migrations import newest_revision, upgrade

_REVISION: Final = "alembic_version"


class NotRestored(DataAccessError):  # noqa: N818 (says what the reader is told)
    """Nothing was restored or changed."""


def restore(url: str, file: Path, *, who: str, replace: bool = False) -> BackupManifest:
    """Write all rows of a backup in one transaction and bring them to today's schema.

    Raises BrokenBackup, NotRestored where something is there already and is not to be replaced, and NotSaved.
    """
    manifest = read_back(file)
    make_folder_of(url)
    with writing(url, gives_up_all=replace) as connection, zipfile.ZipFile(file) as archive:
        has_roles = are_in_use(connection)  # whose rights go with the tables
        _make_room(connection, replace=replace)
        upgrade(connection, manifest.revision)
        is_todays = manifest.revision == newest_revision()
        with _references_later(connection), without_indexes(connection) if is_todays else nullcontext():
            for name in _order(manifest):
                connection.execute(text(f'DELETE FROM "{name}"'))  # noqa: S608 (our own names)
                for rows in read_rows(archive, name):
                    insert_rows(connection, name, rows)
        _count_on(connection, manifest)
        upgrade(connection)
        if has_roles:
            grant_tables(connection)
        note(connection, who, "restore", file=file.name, made_at=manifest.made_at, rows=manifest.rows)
    return manifest


def _make_room(connection: Connection, *, replace: bool) -> None:
    existing = _tables(connection) & {*metadata.tables, _REVISION}
    if existing and not replace:
        raise NotRestored("There is a database already. To give up what it holds, say --replace.")
    dialect = connection.dialect.name
    if dialect == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        triggers = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        virtual = text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'")
        for name in triggers:
            connection.execute(text(f'DROP TRIGGER "{name}"'))
        for name in connection.execute(virtual).scalars().all():
            connection.execute(text(f'DROP TABLE "{name}"'))
    ours = [table.name for table in reversed(metadata.sorted_tables) if table.name in existing]
    # A newer version has tables that this one does not know, and would make once more when it is upgraded again.
    newer = _tables(connection) - existing if unknown_revision(connection) else set[str]()
    for name in (*newer, *ours, *({_REVISION} & existing)):
        connection.execute(text(f'DROP TABLE IF EXISTS "{name}"' + (" CASCADE" if dialect == "postgresql" else "")))


def _tables(connection: Connection) -> set[str]:
    """The tables that can be dropped; SQLite has some of its own."""
    return {name for name in inspect(connection).get_table_names() if not name.startswith("sqlite_")}


def _order(manifest: BackupManifest) -> list[str]:
    """The tables in order: referenced ones first, those that no longer exist last."""
    tables = [table.name for table in metadata.sorted_tables if table.name in manifest.tables]
    return tables + [name for name in manifest.tables if name not in tables]


@contextmanager
def _references_later(connection: Connection) -> Iterator[None]:
    """Defer checks of references within a table: SQLite checks at the end, PostgreSQL has to be told."""
    if connection.dialect.name == "sqlite":
        yield
        return
    own = [
        constraint
        for table in metadata.sorted_tables
        for constraint in table.constraints
        if isinstance(constraint, ForeignKeyConstraint) and constraint.referred_table is table
    ]
    with without_constraints(connection, own):
        yield


def _count_on(connection: Connection, manifest: BackupManifest) -> None:
    """Move the sequences of PostgreSQL past the restored numbers; SQLite does so by itself."""
    if connection.dialect.name == "sqlite":
        return
    sequence = text("SELECT pg_get_serial_sequence(:name, 'id')")
    for table in metadata.sorted_tables:
        if table.name in manifest.tables and "id" in table.columns:
            sequence_name = connection.scalar(sequence, {"name": table.name})
            if sequence_name:
                last = text(f'SELECT setval(:found, COALESCE((SELECT max(id) FROM "{table.name}"), 1))')  # noqa: S608
                connection.execute(last, {"found": sequence_name})
