"""Initiatives that are probably one: the same or nearly the same title, and the same author or unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

import polars as pl
from rapidfuzz import fuzz
from sqlalchemy import Connection, select

from data_access.tables import initiative

_NEAR: Final = 94  # of 100, letters only
_BLOCK: Final = 40  # titles compared with one another at most
_COMPARISONS: Final = 200_000
_SHORTEST: Final = 12  # letters of a title that is worth comparing
_ASKED: Final = 20_000  # titles looked up in the database; beyond that only the file itself is searched


@dataclass(frozen=True)
class Pair:
    code: str
    other: str
    title: str


def find_resembling(connection: Connection, programme_id: int, new: pl.DataFrame, most: int) -> tuple[list[Pair], int]:
    """Pairs among the new rows and with stored ones, up to `most`, and how many rows are concerned."""
    if not new.height:
        return [], 0
    keyed = new.select("code", "title", "unit_id", "author", key=pl.col("title_folded").str.replace_all(r"[^a-z0-9]+", ""))
    keyed = keyed.filter(pl.col("key").str.len_chars() >= _SHORTEST)
    equal = _equal(keyed)
    stored = _stored(connection, programme_id, new)
    near = _near(keyed.filter(~pl.col("code").is_in(equal["code"].implode()))) if keyed.height <= _ASKED else []
    pairs = [Pair(row["code"], row["other"], row["title"]) for row in equal.head(most).iter_rows(named=True)]
    known = {pair.code for pair in pairs}
    more = [pair for pair in (*stored, *near) if pair.code not in known]
    return [*pairs, *more][:most], equal.height + len(more)


def _equal(keyed: pl.DataFrame) -> pl.DataFrame:
    """Rows whose title an earlier row of the same unit or author has."""
    found = []
    for same in ("unit_id", "author"):
        group = [pl.col("key"), pl.col(same)]
        found.append(
            keyed.filter(pl.col(same).is_not_null())
            .with_columns(other=pl.col("code").first().over(group))
            .filter(pl.col("code") != pl.col("other"))
        )
    return pl.concat(found).unique("code", keep="first", maintain_order=True)


def _stored(connection: Connection, programme_id: int, new: pl.DataFrame) -> list[Pair]:
    if new.height > _ASKED:
        return []
    row = initiative.c
    query = select(row.code, row.title_folded, row.unit_id, row.author, row.title)
    pairs: list[Pair] = []
    for start in range(0, new.height, 500):
        some = new.slice(start, 500)
        days = some["title_folded"].to_list()
        found = connection.execute(query.where(row.programme_id == programme_id, row.title_folded.in_(days))).all()
        by_title: dict[str, list[Any]] = {}
        for one in found:
            by_title.setdefault(one.title_folded, []).append(one)
        for mine in some.iter_rows(named=True):
            for other in by_title.get(mine["title_folded"], ()):
                same = other.unit_id == mine["unit_id"] or (other.author and other.author == mine["author"])
                if same and other.code != mine["code"] and len(mine["title_folded"]) >= _SHORTEST:
                    pairs.append(Pair(mine["code"], other.code, mine["title"]))
                    break
    return pairs


def _near(keyed: pl.DataFrame) -> list[Pair]:
    """Titles of one unit that differ in a few letters; other numbers in them make other initiatives."""
    pairs: list[Pair] = []
    left = _COMPARISONS
    for block in _blocks(keyed):
        left -= len(block) * len(block)
        if left < 0:
            break
        for one, other in combinations(block, 2):
            if fuzz.ratio(one["letters"], other["letters"], score_cutoff=_NEAR) and one["letters"] != other["letters"]:
                pairs.append(Pair(other["code"], one["code"], other["title"]))
    return pairs


def _blocks(keyed: pl.DataFrame) -> Iterator[list[dict[str, Any]]]:
    """Titles of the same unit with the same numbers and the same beginning."""
    digits = re.compile(r"\D+")
    rows = keyed.with_columns(
        letters=pl.col("key").str.replace_all(r"\d", ""),
        numbers=pl.col("key").map_elements(lambda key: digits.sub(" ", key).strip(), return_dtype=pl.String),
        start=pl.col("key").str.slice(0, 4),
    )
    for block in rows.partition_by("unit_id", "numbers", "start", maintain_order=True):
        if 1 < block.height <= _BLOCK:
            yield block.to_dicts()
