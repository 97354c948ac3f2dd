"""Initiatives that are probably the same: equal or nearly equal titles, and the same author or unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

import polars as pl
from rapidfuzz import fuzz
from sqlalchemy import Connection, func, select

from data_access.database.schema import initiative, initiative_cell
from data_access.database.statistics import last_row_id
from model.codes import Event
from model.edges import Row

_NEAR: Final = 94  # of 100, letters only
_BLOCK: Final = 40  # titles compared with one another at most
_COMPARISONS: Final = 200_000
_SHORTEST: Final = 12  # letters of a title that is worth comparing
_LARGE: Final = 2_000_000  # stored rows; more of them are searched only around the days of the file
_WINDOW: Final = 200  # in the numbers of days: two months
_MOST_LOOKED_UP: Final = 20_000  # titles looked up in the database; beyond that only the file itself is searched


@dataclass(frozen=True)
class Pair:
    """Two initiatives that look alike, by their codes."""

    code: str
    other: str
    title: str


def find_resembling(connection: Connection, programme_id: int, new: pl.DataFrame, most: int) -> tuple[list[Pair], int]:
    """Pairs among the new rows and with stored ones, up to `most`, and how many rows are concerned."""
    if not new.height:
        return [], 0
    keys = new.select(
        "code", "title", "unit_id", "author", key=pl.col("title_folded").str.replace_all(r"[^a-z0-9]+", "")
    )
    keys = keys.filter(pl.col("key").str.len_chars() >= _SHORTEST)
    equal = _equal(keys)
    same_titles = _stored(connection, programme_id, new)
    near = _near(keys.filter(~pl.col("code").is_in(equal["code"].implode()))) if keys.height <= _MOST_LOOKED_UP else []
    pairs = [Pair(row["code"], row["other"], row["title"]) for row in equal.head(most).iter_rows(named=True)]
    codes = {pair.code for pair in pairs}
    more = [pair for pair in (*same_titles, *near) if pair.code not in codes]
    return [*pairs, *more][:most], equal.height + len(more)


def _equal(keys: pl.DataFrame) -> pl.DataFrame:
    """Rows whose title an earlier row of the same unit or author has."""
    keys = keys.filter(pl.col("key").is_duplicated())
    pairs = []
    for same in ("unit_id", "author"):
        group = [pl.col("key"), pl.col(same)]
        pairs.append(
            keys.filter(pl.col(same).is_not_null())
            .with_columns(other=pl.col("code").first().over(group))
            .filter(pl.col("code") != pl.col("other"))
        )
    return pl.concat(pairs).unique("code", keep="first", maintain_order=True)


def _stored(connection: Connection, programme_id: int, new: pl.DataFrame) -> list[Pair]:
    """New rows whose title a stored row of the same unit or author has, found in one walk over the rows."""
    if new.height > _MOST_LOOKED_UP:
        return []
    row = initiative.c
    query = select(row.code, row.title_folded, row.unit_id, row.author).where(
        row.programme_id == programme_id, row.title_folded.in_(new["title_folded"].unique().to_list())
    )
    if _is_large(connection, programme_id):
        days = new["uploaded_day"]
        query = query.where(row.uploaded_day.between(int(days.min()) - _WINDOW, int(days.max()) + _WINDOW))  # type: ignore[arg-type]
    by_title: dict[str, list[Any]] = {}
    for row_there in connection.execute(query):
        by_title.setdefault(row_there.title_folded, []).append(row_there)
    pairs: list[Pair] = []
    for mine in new.iter_rows(named=True):
        others = by_title.get(mine["title_folded"], ()) if len(mine["title_folded"]) >= _SHORTEST else ()
        other = next((other for other in others if _same_people(other, mine)), None)
        if other:
            pairs.append(Pair(mine["code"], other.code, mine["title"]))
    return pairs


def _same_people(other: Any, mine: Row) -> bool:
    same = other.unit_id == mine["unit_id"] or (other.author is not None and other.author == mine["author"])
    return same and other.code != mine["code"]


def _is_large(connection: Connection, programme_id: int) -> bool:
    if last_row_id(connection) <= _LARGE:
        return False  # and no cell need be counted
    cell = initiative_cell.c
    query = select(func.sum(cell.n)).where(cell.programme_id == programme_id, cell.event == int(Event.UPLOADED))
    return (connection.scalar(query) or 0) > _LARGE


def _near(keys: pl.DataFrame) -> list[Pair]:
    """Titles of one unit that differ in a few letters; different numbers in them mean different initiatives."""
    pairs: list[Pair] = []
    comparisons = _COMPARISONS
    for block in _blocks(keys):
        comparisons -= len(block) * len(block)
        if comparisons < 0:
            break
        for one, other in combinations(block, 2):
            if fuzz.ratio(one["letters"], other["letters"], score_cutoff=_NEAR) and one["letters"] != other["letters"]:
                pairs.append(Pair(other["code"], one["code"], other["title"]))
    return pairs


def _blocks(keys: pl.DataFrame) -> Iterator[Sequence[Row]]:
    """Titles of the same unit with the same numbers and the same beginning."""
    digits = re.compile(r"[^0-9]+")
    rows = keys.with_columns(
        letters=pl.col("key").str.replace_all(r"[0-9]", ""),
        numbers=pl.col("key").map_elements(lambda key: digits.sub(" ", key).strip(), return_dtype=pl.String),
        start=pl.col("key").str.slice(0, 4),
    )
    for block in rows.partition_by("unit_id", "numbers", "start", maintain_order=True):
        if 1 < block.height <= _BLOCK:
            yield block.to_dicts()
