"""Orders of rows, each with an index (tables.py), so that a page is read without sorting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Select

from data_access.cube.row_conditions import Query
from data_access.cube.scope import Scope
from data_access.database.schema import initiative

_NEWEST: Final = "ix_initiative_newest"


@dataclass(frozen=True)
class Order:
    """An order by `keys` and then the row's number, all in one direction."""

    keys: tuple[ColumnElement[Any], ...]
    descending: bool
    index: str  # the index SQLite has to use: its planner prefers to sort
    only: ColumnElement[bool] | None = None  # what the order leaves out: rows without anything to sort by

    def directed(self, keys: Iterable[ColumnElement[Any]]) -> Iterator[ColumnElement[Any]]:
        """These keys, in the direction of the order."""
        return (key.desc() if self.descending else key.asc() for key in keys)

    @property
    def is_by_time(self) -> bool:
        return self.keys[0] is _ROW.uploaded_day

    @property
    def is_by_day(self) -> bool:
        """Whether its index is ordered by day."""
        return self.index == _NEWEST

    @property
    def turned(self) -> "Order":
        """The reverse order, which reaches a page near the end sooner."""
        return replace(self, descending=not self.descending)


_ROW: Final = initiative.c
_BY_UNIT: Final = "ix_initiative_people"
_BENEFIT: Final = "ix_initiative_benefit"
_FEW_UNITS: Final = 10
_FEW: Final = 0.06  # share of all rows up to which sorting those of some units is faster than a walk in order

ORDER_BY: Final = {
    "newest": Order((_ROW.uploaded_day, _ROW.uploaded_at), descending=True, index=_NEWEST),
    "oldest": Order((_ROW.uploaded_day, _ROW.uploaded_at), descending=False, index=_NEWEST),
    "benefit": Order((_ROW.benefit_vnd,), descending=True, index=_BENEFIT, only=_ROW.benefit_vnd.is_not(None)),
    "title": Order((_ROW.title_folded,), descending=False, index="ix_initiative_title"),
    "title-down": Order((_ROW.title_folded,), descending=True, index="ix_initiative_title"),
}


def fitting(order: Order, in_scope: int, in_all: int, *, by_unit: bool) -> Order:
    """The order with the index that reaches the rows in scope soonest: its own, or the one by units for few rows."""
    return replace(order, index=_BY_UNIT) if by_unit and in_scope < _FEW * in_all else order


def ordered(query: Select[Any], order: Order) -> Select[Any]:
    """`query` in order."""
    return query.order_by(*order.directed((*order.keys, _ROW.id)))


def walked(query: Select[Any], order: Order) -> Select[Any]:
    """`ordered`, along the index of the order."""
    return _along(ordered(query, order), order.index)


def counted(query: Query, scope: Scope) -> Query:
    """`query` over the counted rows of a scope, from indexes alone."""
    units = scope.numbers.get("unit_id")
    return _along(query, _BY_UNIT if units is not None and len(units) <= _FEW_UNITS else _NEWEST)


def counted_by_author(query: Query) -> Query:
    """`counted` in the order of units and authors."""
    return _along(query, _BY_UNIT)


def counted_by_benefit(query: Query) -> Query:
    """`counted` in the order of benefits; rows without one are not in it."""
    return _along(query, _BENEFIT)


def counted_by_day_of(event: str, query: Query) -> Query:
    """`counted` in the order of the days of use: “applied” or “replicated”; rows without one are not in it."""
    return _along(query, f"ix_initiative_{event}")


def _along(query: Query, index: str) -> Query:
    """Force the index on SQLite, which otherwise reads rows one by one for the moments of a cut day."""
    return query.with_hint(initiative, f"INDEXED BY {index}", "sqlite")
