"""Valid initiatives without a reward as CSV, the longest waiting first."""

from datetime import datetime
from typing import Final

import polars as pl

from data_access.rows.unrewarded import oldest_unrewarded
from data_access.store.records import Records
from exports.csv.files import stream_csv
from language.languages import Language
from model.filters import Filters

MOST: Final = 20_000  # rows of one file


def write_unrewarded(records: Records, filters: Filters, language: Language, moment: datetime) -> bytes:
    """Code, title, union, day of the decision and days since, for the reader's units. Raises NotListed, NotFrozen."""
    units = records.catalogue.unit_by_id
    rows = [
        {
            "code": row["code"],
            "title": row["title"],
            "unit": language.names.word(units[row["unit_id"]].name),
            "decided": row["settled_at"].date(),
            "days": (moment.date() - row["settled_at"].date()).days,
        }
        for row in oldest_unrewarded(records, filters, MOST)
    ]
    schema = {"code": pl.String, "title": pl.String, "unit": pl.String, "decided": pl.Date, "days": pl.Int64}
    frame = pl.DataFrame(rows, schema=schema)
    return b"".join(stream_csv(language.recognition.unrewarded_columns, [frame]))
