"""Rules of the programme, facts about places, and questions the sources leave open: sentences with their source."""

from functools import cache
from pathlib import Path
from typing import Final

import polars as pl

_FILE: Final = Path(__file__).parent / "notes.csv"


@cache
def read_notes() -> pl.DataFrame:
    """Columns code, topic (rules, places, unknown), sentence_vi, sentence_en, source. Never to be changed."""
    return pl.read_csv(_FILE, infer_schema=False).with_columns(pl.col("source").fill_null(""))
