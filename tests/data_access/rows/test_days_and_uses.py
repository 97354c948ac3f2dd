"""Whatever is filtered: days and uses, read once and added up for a period, are those of the rows; on both engines."""

from collections import Counter
from datetime import datetime
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from sqlalchemy import DateTime, text

from data_access.rows.adoption import fetch_use
from data_access.rows.waiting_times import fetch_days
from model.recognition import Use
from tests.data_access.invented_rows import invent, records_over_invented
from tests.data_access.plain_sql import EXAMPLES, OF_STATUS, UPLOADED, conditions, is_levelled, questions

VALID = OF_STATUS["valid"][0][0]


@pytest.fixture
def records(prepared_url: str):
    with records_over_invented(prepared_url, *invent(2000, seed=5), *invent(300, seed=6, programme_id=2)) as records:
        yield records


def rows(records, event: tuple[str, str], question, columns: str, **types: Any) -> list[tuple]:
    """Some columns of the rows to which the event happened in the period."""
    happened, at = event
    where = f"{happened} AND {conditions(question.changed(statuses=()), at, ever=False)}"
    query = text(f"SELECT {columns} FROM initiative i WHERE {where}").columns(**types)
    return records.ask_now(lambda connection: [tuple(row) for row in connection.execute(query)])


def test_uses_equal_plain_sql(records):
    @EXAMPLES
    @given(questions())
    def check(question):
        found = rows(records, VALID, question, "i.applied, i.replicated")

        assert fetch_use(records, question) == Use(
            applied=sum(applied is not None and bool(applied) for applied, _ in found),
            not_applied=sum(applied is not None and not applied for applied, _ in found),
            unknown=sum(applied is None for applied, _ in found),
            replicated=sum(bool(places) for _, places in found),
            places=sum(places or 0 for _, places in found),
        )

    check()


def test_days_equal_plain_sql(records):
    @EXAMPLES
    @given(questions())
    def check(question):
        question = question.changed(statuses=())
        columns = "i.uploaded_at, i.settled_at, i.rewarded_at"
        types = dict.fromkeys(("uploaded_at", "settled_at", "rewarded_at"), DateTime)
        last = question.as_of or datetime.max
        expected = Counter(
            tuple(moment.date() if moment and moment <= last else None for moment in row)
            for row in rows(records, VALID if is_levelled(question) else UPLOADED, question, columns, **types)
        )

        told = fetch_days(records, question).group_by("uploaded", "settled", "rewarded").agg(pl.col("n").sum())
        assert {row[:3]: row[3] for row in told.iter_rows()} == expected

    check()
