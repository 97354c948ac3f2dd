"""The frame of initiatives on their way into the database: its columns, and those derived from others."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from model.codes import BAND_LIMITS_VND, STATUSES
from model.folding import fold

MOMENT: Final = pl.Datetime("us")

# What a file can say. `grassroots` and `upper` are names until the rows are saved.
CONTENT: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "code": pl.String,
    "title": pl.String,
    "author": pl.String,
    "sex": pl.Int64,
    "position": pl.Int64,
    "unit_id": pl.Int64,
    "grassroots_id": pl.Int64,
    "sector_id": pl.Int64,
    "ownership": pl.Int64,
    "solution": pl.Int64,
    "status": pl.Int64,
    "level": pl.Int64,
    "applied": pl.Boolean,
    "replicated": pl.Int64,
    "benefit_vnd": pl.Int64,
    "uploaded_at": MOMENT,
    "decided_at": MOMENT,
    "rewarded_at": MOMENT,
    "applied_at": MOMENT,
    "replicated_at": MOMENT,
}
DERIVED: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "title_folded": pl.String,
    "author_folded": pl.String,
    "benefit_band": pl.Int64,
    "uploaded_day": pl.Int64,
    "settled_at": MOMENT,
    "settled_day": pl.Int64,
    "rewarded_day": pl.Int64,
    "applied_day": pl.Int64,
    "replicated_day": pl.Int64,
}
FOLDED: Final = {"title_folded": "title", "author_folded": "author"}
DEFAULTS: Final = ("sex", "position", "sector_id", "ownership", "solution", "status", "level")  # 0 where blank
_FOLDED_ALREADY: Final = r"^[ -~]*$"
_AT_ONCE: Final = 200_000
_MARKS: Final = r"[\x{0300}-\x{036f}]"


def derived(rows: pl.DataFrame, limits: Sequence[float] = BAND_LIMITS_VND) -> pl.DataFrame:
    """`rows` with the columns that follow from the others (data_access/database/schema.py says how)."""
    settled = (
        pl.when(pl.col("status") == STATUSES.index("review"))
        .then(None)
        .otherwise(pl.max_horizontal("uploaded_at", "decided_at"))
    )
    return with_folded(rows.with_columns(settled_at=settled)).with_columns(
        benefit_band=_band(limits),
        uploaded_day=_day("uploaded_at"),
        settled_day=_day("settled_at"),
        rewarded_day=_day("rewarded_at"),
        applied_day=_day("applied_at"),
        replicated_day=_day("replicated_at"),
    )


def _band(limits: Sequence[float]) -> pl.Expr:
    value = pl.col("benefit_vnd")
    over = sum((value >= limit).cast(pl.Int64) for limit in limits)
    return pl.when(value.is_null()).then(0).otherwise(1 + over)


def _day(name: str) -> pl.Expr:
    moment = pl.col(name)
    return moment.dt.year().cast(pl.Int64) * 10000 + moment.dt.month().cast(pl.Int64) * 100 + moment.dt.day()


def with_folded(rows: pl.DataFrame) -> pl.DataFrame:
    """`rows` with their texts folded, as far as they have them and are not folded yet."""
    missing = [name for name, text in FOLDED.items() if text in rows.columns and name not in rows.columns]
    return rows.with_columns(folded_texts(rows[FOLDED[name]]).alias(name) for name in missing)


def folded_texts(texts: pl.Series) -> pl.Series:
    """model.folding.fold of a whole column: at once for Vietnamese and English, one by one for the rest."""
    different = texts.unique()
    if len(different) < len(texts) // 2:
        return texts.replace_strict(different, _folded(different), return_dtype=pl.String)
    del different
    return _folded(texts)


def _folded(texts: pl.Series) -> pl.Series:
    """Fold in chunks, because each step on the way is a copy."""
    starts = range(0, max(1, len(texts)), _AT_ONCE)
    return pl.concat([_folded_at_once(texts.slice(start, _AT_ONCE)) for start in starts])


def _folded_at_once(texts: pl.Series) -> pl.Series:
    plain = texts.str.normalize("NFD").str.to_lowercase().str.replace_all(_MARKS, "").str.replace_all("đ|ð", "d")
    plain = plain.str.replace_all(r"\s+", " ").str.strip_chars()
    others = (~plain.str.contains(_FOLDED_ALREADY)).fill_null(value=False)
    if not others.any():
        return plain
    slow = texts.set(~others, None).map_elements(fold, return_dtype=pl.String)
    return plain.set(others, None).fill_null(slow)
