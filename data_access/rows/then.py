"""The content of a row at a moment, without decisions and rewards that came later."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import polars as pl

from data_access.cube.scope import scope_of
from model.catalogue import Catalogue
from model.codes import LEVELS, NONE, STATUSES
from model.edges import Row
from model.filters import Filters

_USE: Final = ("applied", "replicated")  # each with the moment since when, where somebody noted it
_UNDECIDED: Final = {"status": STATUSES.index("review"), "level": LEVELS.index(NONE), "decided_at": None}


def counted_until(filters: Filters, catalogue: Catalogue) -> datetime | None:
    """The last moment whose decisions count: the one asked for, or the end of the period; None for now."""
    return scope_of(filters, catalogue).known_until


def with_now(columns: Sequence[str], moment: datetime | None) -> tuple[str, ...]:
    """The columns of a list, with those of today's state beside those of a past moment."""
    now = {"status": "status_now", "level": "level_now"} if moment else {}
    return tuple(pair for name in columns for pair in (name, now.get(name)) if pair)


def as_at(row: Row, moment: datetime | None) -> Row:
    """The row as it stood then, with today's state in `status_now` and `level_now`."""
    state = {**row, "status_now": row["status"], "level_now": row["level"]}
    if moment is None:
        return state
    if row["settled_at"] is None or row["settled_at"] > moment:
        state |= _UNDECIDED
    if row["rewarded_at"] is not None and row["rewarded_at"] > moment:
        state["rewarded_at"] = None
    for event in _USE:
        happened_at = row.get(f"{event}_at")
        if happened_at is not None and happened_at > moment:
            state |= {f"{event}_at": None, event: None}
    return state


def frame_as_at(frame: pl.DataFrame, moment: datetime | None) -> pl.DataFrame:
    """`as_at` for many rows, whose moments are written as 2022-04-20 08:00:00."""
    frame = frame.with_columns(pl.col("status").alias("status_now"), pl.col("level").alias("level_now"))
    if moment is None:
        return frame
    text = pl.lit(moment.isoformat(" ", "seconds"))
    decided = (pl.col("settled_at") <= text).fill_null(value=False)
    rewarded = (pl.col("rewarded_at") <= text).fill_null(value=False)
    then = [
        pl.when(decided).then(pl.col(name)).otherwise(pl.lit(value)).alias(name) for name, value in _UNDECIDED.items()
    ]
    then.append(pl.when(rewarded).then(pl.col("rewarded_at")).alias("rewarded_at"))
    for event in _USE:
        later = (pl.col(f"{event}_at") > text).fill_null(value=False)
        then += [pl.when(~later).then(pl.col(name)).alias(name) for name in (event, f"{event}_at")]
    return frame.with_columns(*then)
