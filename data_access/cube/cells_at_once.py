"""The cells of several events in one query, for engines that read all rows anyway, unlike SQLite."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    Select,
    SmallInteger,
    and_,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    tuple_,
)

from data_access.cube.cells import DAY_OF, happened
from data_access.database.schema import initiative
from model.codes import Event
from model.dimensions import DIMENSIONS

Conditions = Mapping[Event, Sequence[ColumnElement[bool]]]
_LAKE: Final = "hive"  # what Spark calls its dialect


def reads_all_rows(connection: Connection) -> bool:
    """Whether the engine has no index that would make one query for each event cheaper."""
    return connection.dialect.name == _LAKE


def cells_at_once(
    programme_id: int, conditions: Conditions, *common: ColumnElement[bool], unit: ColumnElement[int] | None = None
) -> Select[Any]:
    """`cells_of` for each event of `conditions` in one statement, with the same columns. `common` applies to all."""
    had = {event: and_(happened(event), *conditions[event]) for event in conditions}
    columns = {name: initiative.c[name] if unit is None or name != "unit_id" else unit for name in DIMENSIONS}
    rows = (
        select(
            *(case((had[event], DAY_OF[event])).label(_day(event)) for event in had),
            *(column.label(name) for name, column in columns.items()),
            initiative.c.benefit_vnd,
        )
        .where(initiative.c.programme_id == programme_id, or_(*had.values()), *common)
        .subquery()
        .c
    )
    dimensions = [rows[name] for name in DIMENSIONS]
    days = [rows[_day(event)] for event in had]
    groups = (
        select(
            *days,
            *dimensions,
            cast(func.count(), Integer).label("n"),
            cast(func.coalesce(func.sum(rows.benefit_vnd), 0), BigInteger).label("sum_benefit"),
        )
        .group_by(func.grouping_sets(*(tuple_(day, *dimensions) for day in days)))
        .subquery()
        .c
    )
    days_of = {event: groups[_day(event)] for event in had}
    return select(
        func.coalesce(*days_of.values()).label("day"),
        case(*((day.is_not(None), literal(int(event), SmallInteger)) for event, day in days_of.items())).label("event"),
        *(groups[name] for name in DIMENSIONS),
        groups.n,
        groups.sum_benefit,
    ).where(or_(*(day.is_not(None) for day in days_of.values())))


def _day(event: Event) -> str:
    return f"{event.name.lower()}_on"
