"""Positions of pages that were seen, so that the page after or before is found at once, wherever it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select, text, true, tuple_

from data_access.database.schema import initiative
from data_access.store.row_order import Order, walked

Keys: TypeAlias = tuple[Any, ...]  # what the order sorts by, and the row's number

_MOST: Final = 2_000
_FAR: Final = 10_000  # rows; so many are sooner skipped in the index of the order
TOO_FAR: Final = 600_000  # rows; a walk over more takes seconds, so that it is made once and leaves marks
_BETWEEN: Final = 20_000  # rows from one mark to the next


@dataclass
class RowPlaces:
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
        """The rows at the positions `page` out of `total` that meet the conditions."""
        ask = _asking(connection, conditions, order)
        rows = self._from_nearest(ask, order, page, total)
        if len(rows) < len(page) and self.known:  # rows went since
            self.known.clear()
            rows = self._from_nearest(ask, order, page, total)
        if rows:
            self._remember(page.start, rows)
        return [row[-1] for row in rows]

    def is_too_far(self, page: range, total: int) -> bool:
        """Whether a page is near neither an end nor any row that was seen."""
        before, behind = _nearest(self.known.copy(), page, total)
        return min(page.start - before, behind - page.stop + 1) > TOO_FAR

    def learn(self, marks: Sequence[Keys], total: int, *, is_from_end: bool) -> None:
        """Remember the keys of every nth row of an order, read from one of its ends."""
        places = [_BETWEEN * number for number in range(len(marks))]
        turned = [total - 1 - place for place in places] if is_from_end else places
        self.known |= dict(zip(turned, marks, strict=True))

    def _from_nearest(self, ask: "_Ask", order: Order, page: range, total: int) -> list[Keys]:
        """Walk to the page from the nearest row that was seen, or from an end."""
        marks = self.known.copy()  # other readers turn pages meanwhile
        before, behind = _nearest(marks, page, total)
        skipped, rest = page.start - before, behind - page.stop + 1
        if skipped <= rest:
            return ask(order, _from(order, marks.get(before)), len(page), skipped)
        return ask(order.turned, _from(order.turned, marks.get(behind)), len(page), rest)[::-1]

    def _remember(self, start: int, rows: Sequence[Keys]) -> None:
        if len(self.known) >= _MOST:
            self.known.clear()
        self.known |= {start: rows[0], start + len(rows) - 1: rows[-1]}


_Ask: TypeAlias = Callable[[Order, list[ColumnElement[bool]], int, int], list[Keys]]


@dataclass(frozen=True)
class Walk:
    """A walk along the first `length` rows of an order that meet the conditions of a scope."""

    conditions: Sequence[ColumnElement[bool]]
    order: Order
    length: int

    def marks(self, connection: Connection) -> list[Keys]:
        """The keys of the first row and of every nth one after it."""
        _forbid_sorting(connection)
        marks = self._stepped() if connection.dialect.name == "postgresql" else self._numbered()
        return [tuple(row) for row in connection.execute(marks)]

    def _numbered(self) -> Select[Any]:
        order = self.order
        walk = walked(select(*_named(order)).where(*self.conditions), order).limit(self.length).subquery("walk").c
        by = [key.desc() if order.descending else key.asc() for key in walk]
        rows = select(*walk, func.row_number().over(order_by=by).label("place")).subquery("placed").c
        return select(*list(rows)[:-1]).where(rows.place % _BETWEEN == 1).order_by(rows.place)

    def _stepped(self) -> Select[Any]:
        """From one mark to the next: PostgreSQL passes rows that it need not number in half the time."""
        order, keys = self.order, select(*_named(self.order)).where(*self.conditions)
        first = walked(keys, order).limit(1).subquery("first")
        mark = select(*first.c, literal(0).label("place")).cte("mark", recursive=True)
        further = keys.where(*_from(order, tuple(mark.c)[:-1]))
        behind = walked(further, order).limit(1).offset(_BETWEEN).lateral("behind")
        step = select(*behind.c, mark.c.place + 1).select_from(mark.join(behind, true()))
        columns = mark.union_all(step.where(mark.c.place < (self.length - 1) // _BETWEEN)).c
        return select(*list(columns)[:-1]).order_by(columns.place)


def _nearest(marks: Mapping[int, Keys], page: range, total: int) -> tuple[int, int]:
    """The known positions nearest to a page, or the ends."""
    before = max((place for place in marks if place <= page.start), default=0)
    return before, min((place for place in marks if place >= page.stop - 1), default=max(total, page.stop) - 1)


def _asking(connection: Connection, conditions: Sequence[ColumnElement[bool]], order: Order) -> _Ask:
    keys = select(*_named(order))

    def ask(order: Order, more: list[ColumnElement[bool]], length: int, skipped: int) -> list[Keys]:
        if skipped > _FAR:
            _forbid_sorting(connection)
        query = walked(keys.where(*conditions, *more), order).limit(length).offset(skipped)
        return [tuple(row) for row in connection.execute(query)]

    return ask


def _named(order: Order) -> list[ColumnElement[Any]]:
    return [*(key.label(f"key_{number}") for number, key in enumerate(order.keys)), initiative.c.id]


def _forbid_sorting(connection: Connection) -> None:
    """Make PostgreSQL use the index, because it would otherwise read and sort the rows."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL enable_sort = off"))


def _from(order: Order, keys: Keys | None) -> list[ColumnElement[bool]]:
    """The condition for the row with these keys and later ones; the first key is separate, as in indexes."""
    if keys is None:
        return []
    (leading, *rest), (value, *values) = (*order.keys, initiative.c.id), keys
    if order.descending:
        return [and_(leading <= value, or_(leading < value, tuple_(*rest) <= tuple_(*values)))]
    return [and_(leading >= value, or_(leading > value, tuple_(*rest) >= tuple_(*values)))]
