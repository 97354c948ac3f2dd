"""When a target was met."""

from bisect import bisect_left
from datetime import datetime

import polars as pl

from data_access.rows.upload_moments import moment_of_upload
from data_access.store.records import Records
from model.exactness import open_word
from model.facts import Fact
from model.filters import Filters


def moment_met(records: Records, filters: Filters, daily: pl.DataFrame, stated: Fact) -> datetime | None:
    """The moment of the upload that met the target, to the second; None for one that is only known about."""
    target = stated.value if open_word(stated.qualifier) is None else None
    sums = daily["cumulative"].to_list()
    row_number = bisect_left(sums, target) if target else len(sums)
    if not target or row_number == len(sums) or filters.statuses or filters.counts_valid:
        return None
    day, uploads, cumulative = daily.row(row_number)
    return moment_of_upload(records, filters, day, int(target) - (cumulative - uploads))
