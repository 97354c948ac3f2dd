"""All rows under some filters and words, frame by frame: the content of a file of single initiatives."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, Select, func, or_, select

from data_access.cube.cube import allow_long_questions
from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import scope_of
from data_access.database.schema import initiative
from data_access.rows.explore import search_for
from data_access.rows.then import counted_until, frame_as_at
from data_access.store.records import Records, of_rows
from model.catalogue import Catalogue
from model.filters import Filters
from model.frames import Columns

_AT_ONCE: Final = 25_000
ROWS: Final[Columns] = {
    **dict.fromkeys(("code", "title", "author"), pl.String),
    **dict.fromkeys(("sex", "position", "unit_id", "grassroots_id", "sector_id", "ownership", "solution"), pl.Int64),
    **dict.fromkeys(("status", "level", "applied", "replicated", "benefit_vnd"), pl.Int64),
    **dict.fromkeys(("uploaded_at", "decided_at", "settled_at", "rewarded_at"), pl.String),  # 2022-04-20 08:00:00
    **dict.fromkeys(("applied_at", "replicated_at"), pl.String),
    "batch_id": pl.Int64,
}


def stream_rows(
    records: Records, filters: Filters, words: str, *, computed_only: bool = False
) -> Iterator[pl.DataFrame]:
    """ROWS in scope that match, as they stood at the end of the scope; rows that arrive meanwhile are left out."""
    moment = counted_until(filters, records.catalogue)
    allowed = records.to_list(of_rows(filters))
    scope, search = scope_of(allowed, records.catalogue), search_for(records, words)
    conditions = [*counted_rows(scope)]
    if search.words:
        conditions.append(or_(search.in_text, search.in_unions) if search.unions else search.in_text)
    if computed_only:
        conditions.append(initiative.c.benefit_vnd.is_not(None))
    last_of_all = select(func.max(initiative.c.id))
    newest = records.live.ask_list(lambda connection: connection.scalar(last_of_all), None, allowed) or 0
    # Along the numbers of the rows: SQLite would sort what an index finds, and all of it anew for every piece.
    question = select(initiative.c.id, *(initiative.c[name] for name in ROWS)).with_hint(
        initiative, "NOT INDEXED", "sqlite"
    )
    question = question.where(*conditions, initiative.c.id <= newest).order_by(initiative.c.id).limit(_AT_ONCE)
    last = 0
    while True:
        frame = records.live.ask_list(partial(_read, question.where(initiative.c.id > last)), None, allowed)
        if frame.is_empty():
            return
        last = int(frame["id"][-1])
        yield frame_as_at(frame.drop("id"), moment)


def union_names(catalogue: Catalogue, programme: str) -> pl.DataFrame:
    """grassroots_id, the name of the union and of the one between it and a ranked one, for all unions of the rows."""
    tree, by_id = catalogue.tree(catalogue.programme(programme).id), catalogue.seen_in(programme).unit_by_id
    ranked = {unit.id for unit in catalogue.members(Filters(programme=programme))}
    below = {unit.id for unit in by_id.values() if unit.id not in ranked and unit.level != "direct"}
    rows = []
    for number in below:
        chain = [by_id[unit_id].short_name for unit_id in tree.above(number) if unit_id in below]
        is_upper = len(chain) == 1 and by_id[number].level == "upper" and tree.children(number)
        names = (None, chain[0]) if is_upper else (chain[-1], chain[-2] if len(chain) > 1 else None)
        rows.append((number, *names))
    schema = {"grassroots_id": pl.Int64, "grassroots": pl.String, "upper": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _read(question: Select[Any], connection: Connection) -> pl.DataFrame:
    """The values as the driver gives them, because a million row and moment objects take longer than the reading."""
    allow_long_questions(connection)
    cursor = connection.execute(question).cursor
    rows = cursor.fetchall() if cursor is not None else []
    kinds = {name: pl.Datetime if name.endswith("_at") else kind for name, kind in ROWS.items()}
    schema = {"id": pl.Int64, **(ROWS if connection.dialect.name == "sqlite" else {**kinds, "applied": pl.Boolean})}
    return pl.DataFrame(rows, schema=schema, orient="row").select(pl.col("id"), *map(_written, ROWS))


def _written(name: str) -> pl.Expr:
    column = pl.col(name)
    return column.cast(pl.String).str.slice(0, 19).alias(name) if name.endswith("_at") else column.cast(ROWS[name])
