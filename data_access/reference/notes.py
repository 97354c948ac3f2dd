"""Rules of the programme, facts about places, and questions the sources leave open: sentences with their source."""

from functools import cache
from pathlib import Path
from typing import Final

import polars as pl

_FILE: Final = Path(__file__).parent / "notes.csv"


@cache
def read_notes(programme: str) -> pl.DataFrame:
    """The notes of a programme, and those of none in particular; shared, so not to be changed.

    Columns programme, code, topic (rules, places, unknown), sentence_vi, sentence_en, source.
    """
    notes = pl.read_csv(_FILE, infer_schema=False).with_columns(pl.col("programme", "source").fill_null(""))
    return notes.filter(pl.col("programme").is_in(["", programme]))
