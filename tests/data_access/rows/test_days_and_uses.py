"""Under any filters, days and uses read once and added up for a period equal those of the rows; on both engines."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from sqlalchemy import DateTime, text

from data_access.rows.adoption import fetch_use
from data_access.rows.unrewarded import count_unrewarded
from data_access.rows.waiting_times import fetch_days
from model.recognition import Use
from tests.data_access.invented_rows import DAYS, FIRST, invent, records_over_invented
from tests.data_access.plain_sql import EXAMPLES, OF_STATUS, UPLOADED, conditions, is_levelled, questions

VALID = OF_STATUS["valid"][0][0]


@pytest.fixture
def records(prepared_url: str):
    invented = (*invent(2000, seed=5), *invent(300, seed=6, programme_id=2))
    with records_over_invented(prepared_url, *map(with_days_of_use, invented, count())) as records:
        yield records


def with_days_of_use(row: dict[str, Any], number: int) -> dict[str, Any]:
    """Every third initiative has no date of use; the others began between the first decisions and after the last."""
    noted: dict[str, Any] = {}
    for place, (event, was) in enumerate({"applied": row["applied"], "replicated": row["replicated"]}.items()):
        at = FIRST + timedelta(days=(number + place) % (DAYS + 4), hours=number % 24) if was and number % 3 else None
        noted |= {f"{event}_at": at, f"{event}_day": int(at.strftime("%Y%m%d")) if at else None}
    return {**row, **noted}


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
        columns, types = "i.applied, i.applied_at, i.replicated, i.replicated_at", ("applied_at", "replicated_at")
        result = rows(records, VALID, question, columns, **dict.fromkeys(types, DateTime))
        last = question.as_of or datetime.max
        applied = sum(bool(used) and (since is None or since <= last) for used, since, _, _ in result)
        not_applied = sum(used is not None and not used for used, *_ in result)
        places = [number for *_, number, since in result if number and (since is None or since <= last)]

        assert fetch_use(records, question) == Use(
            applied, not_applied, len(result) - applied - not_applied, len(places), sum(places)
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

        message = fetch_days(records, question).group_by("uploaded", "settled", "rewarded").agg(pl.col("n").sum())
        assert {row[:3]: row[3] for row in message.iter_rows()} == expected

    check()


def test_what_is_not_rewarded_equals_plain_sql(records):
    @EXAMPLES
    @given(questions())
    def check(question):
        moment = question.as_of or datetime(2022, 12, 31)
        types = dict.fromkeys(("settled_at", "rewarded_at"), DateTime)
        expected = Counter(
            (unit, (moment.date() - settled.date()).days)
            for unit, settled, rewarded in rows(
                records, VALID, question, "i.unit_id, i.settled_at, i.rewarded_at", **types
            )
            if rewarded is None or (question.as_of is not None and rewarded > question.as_of)
        )

        assert {row[:2]: row[2] for row in count_unrewarded(records, question, moment).iter_rows()} == expected

    check()
