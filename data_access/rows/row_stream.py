"""All rows that some filters and words leave, a frame at a time: what a file of single initiatives is made of."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, Select, func, or_, select

from data_access.cube.cube import LOAD_WITHIN, allow_long_questions
from data_access.cube.scope import counted_rows, scope_of
from data_access.database.schema import initiative, unit
from data_access.rows.explore import search_for
from data_access.rows.then import counted_until, frame_as_at
from data_access.store.records import Records, of_rows
from model.filters import Filters
from model.frames import Columns

_AT_ONCE: Final = 25_000
ROWS: Final[Columns] = {
    **dict.fromkeys(("code", "title", "author"), pl.String),
    **dict.fromkeys(("sex", "position", "unit_id", "grassroots_id", "sector_id", "ownership", "solution"), pl.Int64),
    **dict.fromkeys(("status", "level", "applied", "replicated", "benefit_vnd"), pl.Int64),
    **dict.fromkeys(("uploaded_at", "decided_at", "settled_at", "rewarded_at"), pl.String),  # 2022-04-20 08:00:00
    "batch_id": pl.Int64,
}


def stream_rows(
    records: Records, filters: Filters, words: str, *, computed_only: bool = False
) -> Iterator[pl.DataFrame]:
    """ROWS in scope that match, as they stood at the end of the scope; rows that arrive meanwhile are left out."""
    moment = counted_until(filters, records.catalogue)
    scope, search = scope_of(of_rows(filters), records.catalogue), search_for(records, words)
    conditions = [*counted_rows(scope)]
    if search.words:
        conditions.append(or_(search.in_text, search.in_unions) if search.unions else search.in_text)
    if computed_only:
        conditions.append(initiative.c.benefit_vnd.is_not(None))
    newest = records.ask_now(lambda connection: connection.scalar(select(func.max(initiative.c.id)))) or 0
    # Along the numbers of the rows: SQLite would sort what an index finds, and all of it anew for every piece.
    question = select(initiative.c.id, *(initiative.c[name] for name in ROWS)).with_hint(
        initiative, "NOT INDEXED", "sqlite"
    )
    question = question.where(*conditions, initiative.c.id <= newest).order_by(initiative.c.id).limit(_AT_ONCE)
    last = 0
    while True:
        frame = records.ask_now(partial(_read, question.where(initiative.c.id > last)), LOAD_WITHIN)
        if frame.is_empty():
            return
        last = int(frame["id"][-1])
        yield frame_as_at(frame.drop("id"), moment)


def fetch_union_names(records: Records) -> pl.DataFrame:
    """grassroots_id, the name of the union and of the one above it, for all grassroots unions."""
    below, above = unit.alias("below"), unit.alias("above")
    joined = below.outerjoin(above, (above.c.id == below.c.parent_id) & (above.c.level == "upper"))
    question = select(below.c.id, below.c.short_name, above.c.short_name).select_from(joined)
    question = question.where(below.c.level == "grassroots")
    schema = {"grassroots_id": pl.Int64, "grassroots": pl.String, "upper": pl.String}

    def ask(connection: Connection) -> pl.DataFrame:
        return pl.DataFrame([tuple(row) for row in connection.execute(question)], schema=schema, orient="row")

    return records.ask(ask, key=("names_of_unions",))


def _read(question: Select[Any], connection: Connection) -> pl.DataFrame:
    """As the driver tells it: making rows and moments of a million of them would take longer than reading them."""
    allow_long_questions(connection)
    cursor = connection.execute(question).cursor
    rows = cursor.fetchall() if cursor is not None else []
    told = {name: pl.Datetime if name.endswith("_at") else kind for name, kind in ROWS.items()}
    schema = {"id": pl.Int64, **(ROWS if connection.dialect.name == "sqlite" else {**told, "applied": pl.Boolean})}
    return pl.DataFrame(rows, schema=schema, orient="row").select(pl.col("id"), *map(_written, ROWS))


def _written(name: str) -> pl.Expr:
    column = pl.col(name)
    return column.cast(pl.String).str.slice(0, 19).alias(name) if name.endswith("_at") else column.cast(ROWS[name])
