"""Words in the text of rows: a walk over the first rows in order, then the trigram index (docs/decisions).

Neither alone answers every word in time: the walk finds what is common, the index what is rare or absent.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sqlalchemy import ARRAY, ColumnElement, Connection, Select, cast, column, literal_column, or_, select, table

from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import Scope
from data_access.database.schema import initiative
from data_access.database.search_index import WORDS, WORDS_OF_ROW, mark
from data_access.store.row_order import Order, ordered, walked

Conditions: TypeAlias = Collection[ColumnElement[bool]]

FIRST_LOOK: Final = 2_000
WALKED: Final = 20_000
_AMPLE: Final = 1.3  # times the rows that would do if all were like the first
_PASSING: Final = 0.05  # what passing a row costs, against looking at its text
_MANY: Final = 100  # unions that FTS5 is not asked for one by one
_TRIGRAM: Final = 3
_WORDS: Final = table(WORDS, column("rowid"))
# PostgreSQL uses the index for exactly this expression.
_TEXT: Final[ColumnElement[str]] = literal_column(f"({WORDS_OF_ROW})")
_HELD: Final = {name: initiative.c[name].type for name in ("sector_id", "unit_id")}  # by the index, as arrays


@dataclass(frozen=True)
class Search:
    """A search: folded words in title or author, or the rows of grassroots unions with the words in their name."""

    words: str
    unions: Sequence[int] = ()

    def matches(self, text: ColumnElement[str], union: ColumnElement[int]) -> ColumnElement[bool]:
        """The condition that a text holds the words, or that the grassroots union is one of those found."""
        # No backslash: engines differ in how one is written inside a text.
        for_like = self.words.replace("!", "!!").replace("%", "!%").replace("_", "!_")
        in_text = text.like(f"%{for_like}%", escape="!")
        return or_(in_text, union.in_(self.unions)) if self.unions else in_text

    @property
    def is_short(self) -> bool:
        """Whether the words are too short for the index: then only the first rows in order are read."""
        return 0 < len(self.words) < _TRIGRAM

    @property
    def in_text(self) -> ColumnElement[bool]:
        return Search(self.words).matches(_TEXT, initiative.c.grassroots_id)

    @property
    def in_unions(self) -> ColumnElement[bool]:
        return initiative.c.grassroots_id.in_(self.unions)


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
    conditions = [search.matches(_TEXT, initiative.c.grassroots_id), *([] if order.only is None else [order.only])]
    query = select(initiative.c.id).where(*counted_rows(sought.scope), *conditions)
    return list(connection.scalars(ordered(query, order).limit(sought.wanted)))


def _promising(sought: Sought, met: int) -> int:
    """The number of rows likely to hold enough matches and some more, judged by those already read."""
    return int(_AMPLE * FIRST_LOOK * sought.wanted / max(met, 1))


def _walk(connection: Connection, sought: Sought, length: int) -> list[int]:
    """The matches among the first `length` rows in scope."""
    search, order = sought.search, sought.order
    near = select(initiative.c.id, initiative.c.grassroots_id, _TEXT.label("words"), *_named(order))
    near = near.where(*sought.nearest(min(length, sought.whole)))
    walk = walked(near, order).limit(length).subquery("walk")
    keys = [walk.c[column.name] for column in _named(order)] + [walk.c.id]
    step = select(walk.c.id).where(search.matches(walk.c.words, walk.c.grassroots_id))
    step = step.order_by(*(key.desc() if order.descending else key.asc() for key in keys)).limit(sought.wanted)
    return list(connection.scalars(step))


def _named(order: Order) -> list[Any]:
    return [key.label(f"key_{number}") for number, key in enumerate(order.keys)]


def _by_index(connection: Connection, sought: Sought) -> list[int]:
    """Candidates from the index for texts, and from the unions for their names; each limited, merged here."""
    search, order, count = sought.search, sought.order, sought.wanted
    only = [] if order.only is None else [order.only]
    parts = [with_text(connection, search, sought.scope, *only)]
    if search.unions:
        parts.append(rows_where(connection, sought.scope, search.in_unions, *only))
    rows_by_id: dict[int, tuple[Any, ...]] = {}
    for part in parts:
        rows = connection.execute(ordered(part.add_columns(*order.keys), order).limit(count))
        rows_by_id |= {row[0]: (*row[1:], row[0]) for row in rows}
    return sorted(rows_by_id, key=lambda number: rows_by_id[number], reverse=order.descending)[:count]


def with_text(connection: Connection, search: Search, scope: Scope, *only: ColumnElement[bool]) -> Select[Any]:
    """Rows in scope with the words in their text, through the index where the words are long enough for it.

    SQLite looks at the conditions in this order: numbers first, texts last.
    """
    trigrams = _trigrams(search.words)
    if not trigrams:
        return select(initiative.c.id).where(*counted_rows(scope), *only, search.in_text)
    if connection.dialect.name == "sqlite":
        joined = _WORDS.join(initiative, initiative.c.id == _WORDS.c.rowid)
        matches = (_matching(trigrams, scope), *counted_rows(scope), *only, search.in_text)
        return select(initiative.c.id).select_from(joined).where(*matches)
    return rows_where(connection, scope, search.in_text, *only)


def rows_where(connection: Connection, scope: Scope, *conditions: ColumnElement[bool]) -> Select[Any]:
    """The rows in scope, behind a fence on PostgreSQL, which would otherwise walk over all rows in order."""
    rows = select(initiative.c.id).where(*conditions, *counted_rows(scope))
    if connection.dialect.name == "sqlite":  # asked for unions only
        return rows.with_hint(initiative, "INDEXED BY ix_initiative_grassroots", "sqlite")
    if connection.dialect.name != "postgresql":
        return rows
    hits = rows.where(*_held(scope)).cte("hits").prefix_with("MATERIALIZED")
    return select(initiative.c.id).join(hits, hits.c.id == initiative.c.id)


def _held(scope: Scope) -> list[ColumnElement[bool]]:
    """The scope's part in PostgreSQL's index, written as in the index."""
    return [
        literal_column(f"(ARRAY[initiative.{name}])").op("&&", is_comparison=True)(cast(list(numbers), ARRAY(of_type)))
        for name, of_type in _HELD.items()
        if (numbers := scope.numbers.get(name)) is not None
    ]


def _matching(trigrams: Sequence[str], scope: Scope) -> ColumnElement[bool]:
    terms = [f'"{part}"' for part in trigrams]
    for name in _HELD:
        numbers = scope.numbers.get(name, ())
        if 0 < len(numbers) <= _MANY:
            terms.append(f"({' OR '.join(mark(name, number) for number in numbers)})")
    return literal_column(WORDS).op("MATCH", is_comparison=True)(" AND ".join(terms))


def _trigrams(words: str) -> list[str]:
    """Every second trigram and the last, which exclude almost as much as all at half the cost."""
    if len(words) < _TRIGRAM:
        return []
    starts = dict.fromkeys([*range(0, len(words) - _TRIGRAM + 1, 2), len(words) - _TRIGRAM])
    return [words[start : start + _TRIGRAM].replace('"', '""') for start in starts]
