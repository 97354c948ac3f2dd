"""Words in the text of rows: a walk over the first rows in order, then the trigram index (docs/decisions).

Neither alone answers every word in time: the walk finds what is common, the index what is rare or absent.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, select

from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import Scope
from data_access.database.schema import initiative
from data_access.rows.word_search import TEXT, Search, rows_where, with_text
from data_access.store.row_order import Order, ordered, walked

Conditions: TypeAlias = Collection[ColumnElement[bool]]

FIRST_LOOK: Final = 2_000
WALKED: Final = 20_000
_AMPLE: Final = 1.3  # safety factor over the rows needed if all were like the first
_PASSING: Final = 0.05  # cost of passing a row, relative to reading its text


@dataclass(frozen=True)
class Sought:
    """The first `wanted` matches in `order` among the rows of a scope: `whole` of `everything` in the programme.

    `nearest` tells conditions that leave the first so many of them.
    """

    search: Search
    scope: Scope
    nearest: Callable[[int], Conditions]
    order: Order
    wanted: int
    whole: int
    everything: int

    @property
    def worth_walking(self) -> int:
        """The number of rows beyond which the index is faster than a walk, which also passes rows of other scopes."""
        return int(WALKED / (1 + _PASSING * self.everything / max(self.whole, 1)))


def find(connection: Connection, sought: Sought) -> list[int]:
    """The ids of the matching rows, in order."""
    if not _has_index(connection):
        return _by_scan(connection, sought)
    ids = _walk(connection, sought, FIRST_LOOK)
    if len(ids) == sought.wanted or sought.whole <= FIRST_LOOK:
        return ids
    length = WALKED if sought.search.is_short else _promising(sought, len(ids))
    if sought.search.is_short or length <= sought.worth_walking:
        ids = _walk(connection, sought, length)
        if len(ids) == sought.wanted or sought.whole <= length or sought.search.is_short:
            return ids
    return _by_index(connection, sought)


def _has_index(connection: Connection) -> bool:
    return connection.dialect.name in ("sqlite", "postgresql")


def _by_scan(connection: Connection, sought: Sought) -> list[int]:
    """Scan all texts in scope once, for engines that do so in parallel."""
    search, order = sought.search, sought.order
    if search.is_short:
        return _walk(connection, sought, WALKED)
    conditions = [search.matches(TEXT, initiative.c.grassroots_id), *([] if order.only is None else [order.only])]
    query = select(initiative.c.id).where(*counted_rows(sought.scope), *conditions)
    return list(connection.scalars(ordered(query, order).limit(sought.wanted)))


def _promising(sought: Sought, hits: int) -> int:
    """The number of rows likely to hold enough matches and some more, judged by those already read."""
    return int(_AMPLE * FIRST_LOOK * sought.wanted / max(hits, 1))


def _walk(connection: Connection, sought: Sought, length: int) -> list[int]:
    """The matches among the first `length` rows in scope."""
    search, order = sought.search, sought.order
    near = select(initiative.c.id, initiative.c.grassroots_id, TEXT.label("words"), *_named(order))
    near = near.where(*sought.nearest(min(length, sought.whole)))
    walk = walked(near, order).limit(length).subquery("walk")
    keys = [walk.c[column.name] for column in _named(order)] + [walk.c.id]
    step = select(walk.c.id).where(search.matches(walk.c.words, walk.c.grassroots_id))
    step = step.order_by(*order.directed(keys)).limit(sought.wanted)
    return list(connection.scalars(step))


def _named(order: Order) -> list[Any]:
    return [key.label(f"key_{number}") for number, key in enumerate(order.keys)]


def _by_index(connection: Connection, sought: Sought) -> list[int]:
    """Candidates from the index for texts, and from the unions for their names; each limited, merged here."""
    search, order, count = sought.search, sought.order, sought.wanted
    only = [] if order.only is None else [order.only]
    parts = [with_text(connection, search, sought.scope, *only, keys=order.keys)]
    if search.unions:
        parts.append(rows_where(connection, sought.scope, search.in_unions, *only, keys=order.keys))
    rows_by_id: dict[int, tuple[Any, ...]] = {}
    for part in parts:
        number, *keys = part.selected_columns
        by = [key.desc() if order.descending else key.asc() for key in (*keys, number)]
        rows = connection.execute(part.order_by(*by).limit(count))
        rows_by_id |= {row[0]: (*row[1:], row[0]) for row in rows}
    return sorted(rows_by_id, key=lambda number: rows_by_id[number], reverse=order.descending)[:count]
