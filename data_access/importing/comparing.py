"""The changes of a file: its rows beside the stored rows of the same codes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl
from sqlalchemy import ARRAY, ColumnElement, Connection, Text, any_, cast, select

from data_access.database.schema import initiative
from data_access.importing.rows import CONTENT, DEFAULTS, DERIVED, FOLDED, derived
from model.catalogue import Programme
from model.frames import Columns

_KEPT: Final = {"id": pl.Int64, "batch_id": pl.Int64}
STORED: Final[Columns] = {**_KEPT, **CONTENT, **DERIVED}
_AT_ONCE: Final = 20_000


def frame_of(rows: Iterable[Iterable[object]]) -> pl.DataFrame:
    """Rows of STORED columns as a frame."""
    return pl.DataFrame([tuple(row) for row in rows], schema=STORED, orient="row")


@dataclass(frozen=True)
class RowComparison:
    """`new` and `changed` are whole rows to write, `former` the changed ones as they are stored (STORED, by id)."""

    new: pl.DataFrame
    changed: pl.DataFrame
    former: pl.DataFrame
    same: int

    @property
    def counts(self) -> tuple[int, int, int]:
        return self.new.height, self.changed.height, self.same


def stored_rows(connection: Connection, programme_id: int, codes: pl.Series) -> pl.DataFrame:
    """The rows (STORED) that the programme has under these codes."""
    columns = [initiative.c[name] for name in STORED]
    mine = initiative.c.programme_id == programme_id
    if connection.execute(select(initiative.c.id).where(mine).limit(1)).first() is None:
        return pl.DataFrame(schema=STORED)
    frames = []
    for some in parts_of(codes):
        rows = connection.execute(select(*columns).where(mine, among(connection, initiative.c.code, some))).all()
        frames.append(frame_of(rows))
    return pl.concat(frames) if frames else pl.DataFrame(schema=STORED)


def parts_of(texts: pl.Series) -> Iterator[list[str]]:
    """The texts, as many at a time as one question may name."""
    for start in range(0, len(texts), _AT_ONCE):
        yield texts.slice(start, _AT_ONCE).to_list()


def among(connection: Connection, column: ColumnElement[str], texts: list[str]) -> ColumnElement[bool]:
    """The condition that a column holds one of many texts; PostgreSQL is given them as one value, not as thousands."""
    if connection.dialect.name == "postgresql":
        return column == any_(cast(texts, ARRAY(Text)))
    return column.in_(texts)


def compare(connection: Connection, programme: Programme, rows: pl.DataFrame) -> RowComparison:
    """Compare good rows (columns of CONTENT that the file has) with the database; columns the file lacks stay."""
    limits = programme.band_limits_vnd
    present = [name for name in CONTENT if name in rows.columns]
    folded = [name for name in FOLDED if name in rows.columns]
    rows_before = stored_rows(connection, programme.id, rows["code"])
    place = [name for name in ("place", "sheet", "line") if name in rows.columns]
    is_known = rows["code"].is_in(rows_before["code"].implode())
    old = rows.filter(is_known)
    new = rows.filter(~is_known) if old.height else rows  # a copy of a million rows is a gigabyte for a moment
    new = derived(_completed(new.select(*place, *present, *folded)), limits)
    missing = [name for name in CONTENT if name not in present]
    both = old.select(*place, *present, *folded).join(
        rows_before, on="code", how="left", suffix="_stored", maintain_order="left"
    )
    differs = pl.any_horizontal(
        pl.lit(value=False), *(~pl.col(name).eq_missing(pl.col(f"{name}_stored")) for name in present if name != "code")
    )
    differing = both.filter(differs)
    changed_rows = differing.select(*place, "id", "batch_id", *present, *missing, *folded)
    former = rows_before.join(differing.select("id"), on="id", how="semi")
    return RowComparison(new, derived(changed_rows, limits), former, old.height - differing.height)


def _completed(rows: pl.DataFrame) -> pl.DataFrame:
    """New rows with every column of CONTENT: 0 or nothing where the file says nothing."""
    missing = [
        pl.lit(0 if name in DEFAULTS else None, dtype=dtype).alias(name)
        for name, dtype in CONTENT.items()
        if name not in rows.columns
    ]
    return rows.with_columns(missing)
