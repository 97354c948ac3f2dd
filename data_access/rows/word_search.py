"""Rows with words in their text, found through the trigram index."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sqlalchemy import ARRAY, ColumnElement, Connection, Select, cast, column, literal_column, or_, select, table

from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import Scope
from data_access.database.schema import initiative
from data_access.database.search_index import WORDS, WORDS_OF_ROW, mark

Keys: TypeAlias = Sequence[ColumnElement[Any]]

_MANY: Final = 100  # unions that FTS5 is not asked for one by one
_TRIGRAM: Final = 3
_WORDS: Final = table(WORDS, column("rowid"))
# PostgreSQL uses the index for exactly this expression.
TEXT: Final[ColumnElement[str]] = literal_column(f"({WORDS_OF_ROW})")
# The same, which its index does not answer.
READ_TEXT: Final[ColumnElement[str]] = literal_column(f"({WORDS_OF_ROW} || '')")
_HELD: Final = {name: initiative.c[name].type for name in ("sector_id", "unit_id")}  # by the index, as arrays


@dataclass(frozen=True)
class Search:
    """A search: folded words in title or author, or the rows of grassroots unions with the words in their name."""

    words: str
    unions: Sequence[int] = ()

    def matches(self, text: ColumnElement[str], union: ColumnElement[int]) -> ColumnElement[bool]:
        """The condition that a text holds the words, or that the grassroots union is one of those found."""
        in_text = text.like(f"%{_for_like(self.words)}%", escape="!")
        return or_(in_text, union.in_(self.unions)) if self.unions else in_text

    @property
    def is_short(self) -> bool:
        """Whether the words are too short for the index: then only the first rows in order are read."""
        return 0 < len(self.words) < _TRIGRAM

    @property
    def in_text(self) -> ColumnElement[bool]:
        return Search(self.words).matches(TEXT, initiative.c.grassroots_id)

    @property
    def in_indexed_text(self) -> tuple[ColumnElement[bool], ...]:
        """`in_text` as PostgreSQL's index is soonest through with it.

        Asked for the words and not for the spaces between them, which every row has, it reads a third: the rows that
        have the words in this order hardly differ from those that have them side by side, and are looked at anyway.
        """
        words = self.words.split()
        if len(words) < 2 or not all(word.isalnum() and len(word) >= _TRIGRAM for word in words):
            return (self.in_text,)
        apart = TEXT.like(f"%{'%'.join(words)}%", escape="!")
        return (apart, Search(self.words).matches(READ_TEXT, initiative.c.grassroots_id))

    @property
    def in_unions(self) -> ColumnElement[bool]:
        return initiative.c.grassroots_id.in_(self.unions)


def _for_like(words: str) -> str:
    """The words for LIKE. No backslash: engines differ in how one is written inside a text."""
    return words.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def with_text(
    connection: Connection, search: Search, scope: Scope, *only: ColumnElement[bool], keys: Keys = ()
) -> Select[Any]:
    """Ids and `keys` of the rows in scope with the words in their text, through the index where they are long enough.

    SQLite looks at the conditions in this order: numbers first, texts last.
    """
    trigrams = _trigrams(search.words)
    if not trigrams:
        return select(initiative.c.id, *keys).where(*counted_rows(scope), *only, search.in_text)
    if connection.dialect.name == "sqlite":
        source = _WORDS.join(initiative, initiative.c.id == _WORDS.c.rowid)
        matches = (_matching(trigrams, scope), *counted_rows(scope), *only, search.in_text)
        return select(initiative.c.id, *keys).select_from(source).where(*matches)
    return rows_where(connection, scope, *search.in_indexed_text, *only, keys=keys)


def rows_where(connection: Connection, scope: Scope, *conditions: ColumnElement[bool], keys: Keys = ()) -> Select[Any]:
    """Ids and `keys` of the rows in scope, behind a fence on PostgreSQL, which else walks over all in order."""
    rows = select(initiative.c.id, *keys).where(*conditions, *counted_rows(scope))
    if connection.dialect.name == "sqlite":  # asked for unions only
        return rows.with_hint(initiative, "INDEXED BY ix_initiative_grassroots", "sqlite")
    if connection.dialect.name != "postgresql":
        return rows
    hits = rows.where(*_held(scope)).cte("hits").prefix_with("MATERIALIZED")
    return select(*hits.c)


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
