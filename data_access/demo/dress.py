"""Rows of numbers as rows of the table `initiative`, a chunk at a time: texts of a million rows never lie in memory."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from data_access.demo.rows import Demonstration
from data_access.importing.rows import folded_texts

CHUNK: Final = 50_000
CODE_DIGITS: Final = 7
_NOTED: Final = 16

# The columns written, in this order; the database numbers the rows itself.
COLUMNS: Final = (
    *("programme_id", "code", "title", "title_folded", "author", "author_folded", "sex", "position", "unit_id"),
    "grassroots_id",
    *("sector_id", "ownership", "solution", "status", "level", "applied", "replicated", "benefit_vnd", "benefit_band"),
    *("uploaded_at", "uploaded_day", "decided_at", "settled_at", "settled_day", "rewarded_at", "rewarded_day"),
    *("applied_at", "applied_day", "replicated_at", "replicated_day"),
    "batch_id",
)


def numbered(rows: pl.DataFrame) -> pl.DataFrame:
    """`rows` with the day (20220420) of each event."""
    days = {"uploaded_day": "uploaded", "settled_day": "settled", "rewarded_day": "rewarded"}
    days |= {"applied_day": "applied_on", "replicated_day": "replicated_on"}
    return _with_use(rows).with_columns(**{name: _day(pl.col(moment)) for name, moment in days.items()})


def _with_use(rows: pl.DataFrame) -> pl.DataFrame:
    """Add since when some are used and taken over, noted with the decision of one in sixteen."""
    has_moment = pl.col("dated") & (pl.col("uploaded") % _NOTED == 0)
    return rows.with_columns(
        applied_on=pl.when(has_moment & pl.col("applied").cast(pl.Boolean)).then("settled"),
        replicated_on=pl.when(has_moment & (pl.col("replicated") > 0)).then("settled"),
    )


def dressed(
    demonstration: Demonstration, programme_id: int, batch_id: int, unit_ids: pl.Series, union_ids: pl.Series
) -> Iterator[pl.DataFrame]:
    """The rows with COLUMNS, moments as text, applied as 0 or 1. The two series hold ids by index."""
    rows = numbered(demonstration.rows).with_row_index("number", offset=1)
    short = demonstration.unions["short_name"]
    folded_short = folded_texts(demonstration.unions["short_name"])
    folded_authors = folded_texts(demonstration.people["author"])
    for chunk in rows.iter_slices(CHUNK):
        titles = demonstration.titles[chunk["title"]]
        union = chunk["union"]
        place, folded_place = (names.gather(union).rename("place") for names in (short, folded_short))
        yield chunk.with_columns(
            programme_id=pl.lit(programme_id),
            batch_id=pl.lit(batch_id),
            code=pl.lit("1TR-") + pl.col("number").cast(pl.String).str.zfill(CODE_DIGITS),
            title=_with_place(titles["title"], place, " tại "),
            title_folded=_with_place(titles["folded"], folded_place, " tai "),
            author=demonstration.people["author"].gather(chunk["person"]),
            author_folded=folded_authors.gather(chunk["person"]),
            unit_id=unit_ids.gather(chunk["unit"]),
            grassroots_id=union_ids.gather(union),
            uploaded_at=_moment("uploaded"),
            settled_at=_moment("settled"),
            rewarded_at=_moment("rewarded"),
            applied_at=_moment("applied_on"),
            replicated_at=_moment("replicated_on"),
            decided_at=pl.when("dated").then(_moment("settled")),
        ).select(COLUMNS)


def _with_place(texts: pl.Series, places: pl.Series, between: str) -> pl.Expr:
    names = pl.lit(texts) + between + pl.lit(places)
    return pl.when("place_named").then(names).otherwise(pl.lit(texts))


def _moment(name: str) -> pl.Expr:
    """Text as SQLAlchemy writes it to SQLite, with microseconds; PostgreSQL reads it as well."""
    return pl.from_epoch(name, time_unit="s").cast(pl.Datetime("us")).cast(pl.String)


def _day(moment: pl.Expr) -> pl.Expr:
    at = pl.from_epoch(moment, time_unit="s")
    return at.dt.year() * 10_000 + at.dt.month().cast(pl.Int32) * 100 + at.dt.day().cast(pl.Int32)
