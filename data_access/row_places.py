"""Where pages that were seen begin and end: the page after or before one is then met at once, wherever it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, and_, or_, select, tuple_

from data_access.row_order import Order, walked
from data_access.tables import initiative

Keys: TypeAlias = tuple[Any, ...]  # what the order sorts by, and the row's number

_MOST: Final = 2_000


@dataclass
class Places:
    """The keys of some rows of an order in a scope, by position from 0."""

    known: dict[int, Keys] = field(default_factory=dict)

    def ids(
        self,
        connection: Connection,
        conditions: Sequence[ColumnElement[bool]],
        order: Order,
        page: range,
        total: int,
    ) -> list[int]:
        """The rows at the positions `page`, out of `total` that fulfil the conditions."""
        ask = _asking(connection, conditions, order)
        rows = self._sought(ask, order, page)
        if len(rows) < len(page):  # nothing near was seen, or rows went since
            rows = _walked_to(ask, order, page, total)
        if rows:
            self._remember(page.start, rows)
        return [row[-1] for row in rows]

    def _sought(self, ask: "_Ask", order: Order, page: range) -> list[Keys]:
        first, last = self.known.get(page.start), self.known.get(page.stop - 1)
        if first:
            return ask(order, from_keys(order, first), len(page), 0)
        return ask(order.turned, from_keys(order.turned, last), len(page), 0)[::-1] if last else []

    def _remember(self, start: int, rows: Sequence[Keys]) -> None:
        if len(self.known) >= _MOST:
            self.known.clear()
        self.known |= {start: rows[0], start + len(rows) - 1: rows[-1]}


_Ask: TypeAlias = Callable[[Order, list[ColumnElement[bool]], int, int], list[Keys]]


def _walked_to(ask: _Ask, order: Order, page: range, total: int) -> list[Keys]:
    """From the nearer end."""
    behind = max(total - page.stop, 0)
    if page.start <= behind:
        return ask(order, [], len(page), page.start)
    return ask(order.turned, [], len(page), behind)[::-1]


def _asking(connection: Connection, conditions: Sequence[ColumnElement[bool]], order: Order) -> _Ask:
    found = select(*(key.label(f"key_{number}") for number, key in enumerate(order.keys)), initiative.c.id)

    def ask(order: Order, more: list[ColumnElement[bool]], length: int, skipped: int) -> list[Keys]:
        query = walked(found.where(*conditions, *more), order).limit(length).offset(skipped)
        return [tuple(row) for row in connection.execute(query)]

    return ask


def from_keys(order: Order, keys: Keys) -> list[ColumnElement[bool]]:
    """The row with these keys and those after it. The first key is asked for by itself: indexes begin with it."""
    (leading, *rest), (value, *values) = (*order.keys, initiative.c.id), keys
    if order.descending:
        return [and_(leading <= value, or_(leading < value, tuple_(*rest) <= tuple_(*values)))]
    return [and_(leading >= value, or_(leading > value, tuple_(*rest) >= tuple_(*values)))]
