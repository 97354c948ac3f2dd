"""Items of readiness that a programme asks of its units, and the statements about them up to a day."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final, TypeAlias

from sqlalchemy import Connection, select

from data_access.database.schema import readiness_fact, readiness_item, snapshot_readiness, unit
from data_access.reference.reference_data import lines
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Unit
from model.edges import Json
from model.filters import Filters
from model.readiness import STATES, Item, Share, Statement

COUNT: Final = "count"
History: TypeAlias = tuple[tuple[str, str, Statement], ...]  # unit code, item code: in the order in which they count
LatestStatements: TypeAlias = Mapping[tuple[str, str], Statement]  # the same keys


@remembered
def fetch_items(records: Records, programme_code: str) -> tuple[Item, ...]:
    """The programme's own items, or those that ship. Frozen figures keep theirs."""
    frozen = _frozen(records, programme_code)
    if frozen:
        return frozen[0]
    number = records.catalogue.programme(programme_code).id
    return records.ask(lambda connection: read_items(connection, number), ("readiness_items", number))


@remembered
def fetch_history(records: Records, filters: Filters) -> History:
    """All statements up to the day asked for, the valid one last."""
    programme = records.catalogue.programme(filters.programme)
    frozen = _frozen(records, programme.code)
    history = (
        frozen[1]
        if frozen
        else records.ask(lambda connection: read_history(connection, programme.id), ("readiness_facts", programme.id))
    )
    return tuple(statement for statement in history if statement[2].day <= filters.known_by)


def latest(history: History) -> LatestStatements:
    """The latest statement about every item of every unit."""
    return {(unit_code, item): statement for unit_code, item, statement in history}


def share_of(item: Item, units: Sequence[Unit], statements: LatestStatements) -> Share:
    """How many of these units have an item, as far as they said."""
    facts = [statements.get((unit.code, item.code)) for unit in units]
    states = [fact.state if fact else "unknown" for fact in facts]
    amounts = [fact.amount for fact in facts if fact and fact.amount is not None]
    yes, no = states.count("yes"), states.count("no")
    return Share(item, yes, no, len(units) - yes - no, sum(amounts) if amounts and item.counted else None)


def share_by_metric(records: Records, filters: Filters, metric: str) -> float | None:
    """Percent of the units in scope that have the item which a metric of the ledger counts; None where nobody said."""
    item = next((item for item in fetch_items(records, filters.programme) if item.metric == metric), None)
    if item is None:
        return None
    return share_of(item, records.catalogue.units_in(filters), latest(fetch_history(records, filters))).yes_pct


def read_items(connection: Connection, programme_id: int) -> tuple[Item, ...]:
    """The items within a transaction."""
    own = readiness_item.c
    query = select(own.code, own.name_vi, own.name_en, own.kind).where(own.programme_id == programme_id)
    metrics = {item.code: item.metric for item in example()}
    rows = connection.execute(query.order_by(own.place)).all()
    items = tuple(Item(code, vi, en, kind == COUNT, metrics.get(code, "")) for code, vi, en, kind in rows)
    return items or example()


def read_history(connection: Connection, programme_id: int) -> History:
    """All statements, the latest day last, and of one day the latest statement last."""
    fact = readiness_fact.c
    columns = unit.c.code, fact.item, fact.state, fact.amount, fact.day, fact.source, fact.note, fact.who
    query = select(*columns).join(unit, unit.c.id == fact.unit_id).where(fact.programme_id == programme_id)
    rows = connection.execute(query.order_by(fact.day, fact.id))
    return tuple((code, item, Statement(STATES[state], *row)) for code, item, state, *row in rows)


@cache
def example() -> tuple[Item, ...]:
    """The items that ship: the steps that the programme's articles name."""
    return tuple(
        Item(line["code"], line["name_vi"], line["name_en"], line["kind"] == COUNT, line["metric"])
        for line in lines("readiness_items.csv")
    )


def write_content(connection: Connection, programme_id: int, until: date) -> str:
    """The content kept when figures are frozen."""
    items = [
        [item.code, item.name_vi, item.name_en, item.counted, item.metric]
        for item in read_items(connection, programme_id)
    ]
    facts = [
        [
            code,
            item,
            statement.state,
            statement.amount,
            statement.day.isoformat(),
            statement.source,
            statement.note,
            statement.who,
        ]
        for code, item, statement in read_history(connection, programme_id)
        if statement.day <= until
    ]
    return json.dumps({"items": items, "facts": facts}, ensure_ascii=False)


def _frozen(records: Records, programme_code: str) -> tuple[tuple[Item, ...], History] | None:
    """The content of frozen figures; None for records, and for figures frozen before there was readiness."""
    frozen = records.frozen
    if frozen is None or frozen.programme != programme_code:
        return None
    content: str | None = records.ask(
        lambda connection: connection.scalar(
            select(snapshot_readiness.c.content).where(snapshot_readiness.c.snapshot_id == frozen.id)
        ),
        ("readiness_frozen", frozen.id),
    )
    return _read(json.loads(content)) if content else ((), ())


def _read(content: Json) -> tuple[tuple[Item, ...], History]:
    return tuple(Item(*item) for item in content["items"]), tuple(_statements(content["facts"]))


def _statements(
    facts: Iterable[tuple[str, str, str, int | None, str, str, str, str]],
) -> Iterable[tuple[str, str, Statement]]:
    for code, item, state, amount, day, source, note, who in facts:
        yield code, item, Statement(state, amount, date.fromisoformat(day), source, note, who)
