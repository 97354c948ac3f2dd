"""Simulated readiness of the units beside printed figures: by 20/04/2022 every unit had made its plan."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Final

import polars as pl
from sqlalchemy import Connection, delete, insert

from data_access.database.schema import readiness_fact
from data_access.demo.dress import numbered
from data_access.demo.plan import SIMULATED
from data_access.rules.readiness import example
from model.clock import this_second
from model.edges import Row
from model.readiness import IDEAS, STATES, Item

_FIRST: Final = date(2022, 1, 10)
_DAYS: Final = 97  # of them the last is 17/04/2022: before the printed “100%”
_LATER: Final = 150  # days until some units without it get it
_SOURCE: Final = f"{SIMULATED}: để trình diễn, không phải số liệu thật"
_EVERYBODY: Final = "ke-hoach"
_HAVE, _HAVE_NOT = 62, 88  # of a hundred units; the rest is unknown
_MOST: Final = {"tap-huan-luot": 24, "tap-huan-nguoi": 40, IDEAS: 1200}
_FOLLOWS: Final = {"tap-huan-nguoi": "tap-huan-luot"}  # people are trained in sessions, so many in each: of one draw


def write_readiness(
    connection: Connection, programme_id: int, codes: Sequence[str], unit_ids: Mapping[str, int], last: date
) -> None:
    """Replace the statements of an earlier demonstration by those known on the `last` day; imports of staff stay."""
    fact = readiness_fact.c
    own = (fact.programme_id == programme_id) & fact.source.startswith(SIMULATED)
    connection.execute(delete(readiness_fact).where(own))
    all_rows = (row for code in codes for item in example() for row in _fact_rows(code, item))
    rows = [row for row in all_rows if row["day"] <= last]
    now = this_second()
    same = {"programme_id": programme_id, "source": _SOURCE, "note": "", "recorded_at": now}
    same["who"] = "python -m data_access demo"
    if rows:
        facts = [{**{name: value for name, value in row.items() if name != "unit"}, **same} for row in rows]
        units = [unit_ids[row["unit"]] for row in rows]
        connection.execute(
            insert(readiness_fact), [{**row, "unit_id": number} for row, number in zip(facts, units, strict=True)]
        )


def last_day(rows: pl.DataFrame) -> date:
    """The day of the newest upload; nothing later is known."""
    newest = numbered(rows.tail(1))["uploaded_day"].to_list()  # rows are in the order of time
    return datetime.strptime(str(newest[0]), "%Y%m%d").date() if newest else date.min


def _fact_rows(code: str, item: Item) -> Iterator[Row]:
    """The statements of one unit about one item: one, or first “no” and later “yes”."""
    lot = _drawn(code, _FOLLOWS.get(item.code, item.code))
    day = _FIRST + timedelta(days=lot // 100 % _DAYS)
    if item.code == _EVERYBODY:
        yield _row(code, item, "yes", day, None)
        return
    chance = lot % 100
    if chance >= _HAVE_NOT:
        return
    amount = _amount(code, item.code) if item.counted else None
    if chance < _HAVE:
        yield _row(code, item, "yes", day, amount)
        return
    yield _row(code, item, "no", day, 0 if item.counted else None)
    if lot % 3 == 0:
        yield _row(code, item, "yes", day + timedelta(days=_LATER), amount)


def _amount(code: str, item: str) -> int:
    """How many a unit has of an item; where it follows from another, so many for each of that."""
    each = 1 + _drawn(code, item) // 7 % _MOST[item]
    return each * _amount(code, _FOLLOWS[item]) if item in _FOLLOWS else each


def _row(code: str, item: Item, state: str, day: date, amount: int | None) -> Row:
    return {"unit": code, "item": item.code, "state": STATES.index(state), "amount": amount, "day": day}


def _drawn(code: str, item: str) -> int:
    """A pseudo-random number, the same in every run."""
    return int(sha256(f"{code} {item}".encode()).hexdigest()[:12], 16)
