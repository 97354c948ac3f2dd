"""A backup: every table at one moment in one file, the same for every engine, and verified by reading it back."""

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, Final

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    SmallInteger,
    Table,
    select,
)

from data_access.database.connections import open_engine
from data_access.database.errors import DataAccessError
from data_access.database.schema import metadata
from data_access.database.transactions import allow_reading_everything
from data_access.migrations import newest_revision, revision_of
from model.clock import this_moment

MANIFEST: Final = "manifest.json"
_BATCH: Final = 100_000  # rows in memory at once
_CHUNK: Final = 1 << 20
_KINDS: Final[Mapping[type, pl.DataType]] = {
    Boolean: pl.Boolean(),
    DateTime: pl.Datetime("us"),
    Date: pl.Date(),
    Float: pl.Float64(),
    SmallInteger: pl.Int64(),
    BigInteger: pl.Int64(),
    Integer: pl.Int64(),
}


class BrokenBackup(DataAccessError):  # noqa: N818 (says what the reader is told)
    """The file is no backup, or was changed after it was written."""


class NotBackedUp(DataAccessError):  # noqa: N818 (says what the reader is told)
    """The backup was not written."""


@dataclass(frozen=True)
class Kept:
    """One table in a backup."""

    rows: int
    sha256: str


@dataclass(frozen=True)
class BackupManifest:
    """What a backup says about itself: the schema's revision, when it was made, and its tables by name."""

    revision: str
    made_at: str
    tables: Mapping[str, Kept]

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables.values())


def write_backup(url: str, file: Path) -> BackupManifest:
    """Back the database up while it is used: all tables as of one moment. `file` appears whole or not at all.

    Raises NotBackedUp, and OSError where the file cannot be written.
    """
    unfinished = file.with_name(f".{file.name}.unfinished")
    engine = open_engine(url, read_only=True)
    try:
        with engine.connect() as connection, tempfile.TemporaryDirectory(dir=file.parent) as folder:
            allow_reading_everything(connection)
            manifest = _write_tables(connection, Path(folder))
            _pack(manifest, Path(folder), unfinished)
        read_back(unfinished)
        unfinished.replace(file)
    finally:
        engine.dispose()
        unfinished.unlink(missing_ok=True)
    return manifest


def read_back(file: Path) -> BackupManifest:
    """The manifest of a backup whose every table has the rows and the checksum it names. Raises BrokenBackup."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = read_manifest(archive)
            for name, saved_table in manifest.tables.items():
                digest = _digest(archive.open(_member(name)))
                with archive.open(_member(name)) as stream:
                    rows = pq.ParquetFile(stream).metadata.num_rows
                if (digest, rows) != (saved_table.sha256, saved_table.rows):
                    raise BrokenBackup(f"{file.name} is damaged: table {name} is not what was written.")
    except (zipfile.BadZipFile, KeyError, EOFError, pa.ArrowInvalid) as cause:
        raise BrokenBackup(f"{file.name} is damaged or no backup.") from cause
    return manifest


def read_manifest(archive: zipfile.ZipFile) -> BackupManifest:
    """The manifest of an open archive. Raises KeyError where there is none, BrokenBackup where it says nothing."""
    try:
        content = json.loads(archive.read(MANIFEST))
        tables = {name: Kept(**entry) for name, entry in content["tables"].items()}
        return BackupManifest(content["revision"], content["made_at"], tables)
    except (ValueError, TypeError) as cause:
        raise BrokenBackup("The backup does not say what it holds.") from cause


def read_rows(archive: zipfile.ZipFile, name: str) -> Iterator[pl.DataFrame]:
    """The rows of a table, in chunks."""
    with archive.open(_member(name)) as stream:
        for batch in pq.ParquetFile(stream).iter_batches(_BATCH):
            yield pl.DataFrame(pl.from_arrow(batch))


def _write_tables(connection: Connection, folder: Path) -> BackupManifest:
    revision = revision_of(connection)
    if revision != newest_revision():
        raise NotBackedUp("The schema is of another version. Bring it to this one first: python -m data_access init")
    tables = {table.name: _write_table(connection, table, folder) for table in metadata.sorted_tables}
    return BackupManifest(revision, this_moment().isoformat(timespec="seconds"), tables)


def _write_table(connection: Connection, table: Table, folder: Path) -> Kept:
    schema = {column.name: _kind(column.type) for column in table.columns}
    empty = pl.DataFrame(schema=schema).to_arrow()
    file = folder / _member(table.name)
    rows = 0
    with pq.ParquetWriter(file, empty.schema, compression="zstd") as writer:
        result = connection.execution_options(yield_per=_BATCH).execute(select(table).order_by(*table.primary_key))
        for part in result.partitions():
            frame = pl.DataFrame([tuple(row) for row in part], schema=schema, orient="row")
            writer.write_table(frame.to_arrow().cast(empty.schema))
            rows += frame.height
    return Kept(rows, _digest(file.open("rb")))


def _digest(stream: IO[bytes]) -> str:
    """The SHA-256 of the rest of a stream, which is closed."""
    digest = hashlib.sha256()
    with stream:
        for part in iter(partial(stream.read, _CHUNK), b""):
            digest.update(part)
    return digest.hexdigest()


def _kind(column: Any) -> pl.DataType:
    return next((kind for of, kind in _KINDS.items() if isinstance(column, of)), pl.String())


def _pack(manifest: BackupManifest, folder: Path, file: Path) -> None:
    """Pack all tables into one file, which is on disk when this returns."""
    with file.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
            for name in manifest.tables:
                archive.write(folder / _member(name), _member(name))
        stream.flush()
        os.fsync(stream.fileno())


def _member(table: str) -> str:
    return f"{table}.parquet"
