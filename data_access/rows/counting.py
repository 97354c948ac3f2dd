"""How many rows match what is looked for."""

from typing import Final

from sqlalchemy import Connection, Select, func, select

from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import Scope
from data_access.database.schema import initiative
from data_access.rows.word_search import READ_TEXT, Search, rows_where, with_text

LARGE: Final = 2_500_000  # rows; among so many the index lists the matches of a common word for half a second
_LAST: Final = 250_000  # rows, read in the order in which they were written


def count_matches(connection: Connection, search: Search, scope: Scope, most: int, in_scope: int) -> int:
    """Matches among the rows in scope, of which there are `in_scope`; counted up to `most`."""
    if in_scope >= LARGE and connection.dialect.name == "postgresql":
        among_last = _written_last(connection, search, scope)
        if _counted(connection, among_last, most) >= most:
            return most
    parts, total = [with_text(connection, search, scope)], 0
    if search.unions:
        parts.append(rows_where(connection, scope, search.in_unions, ~search.in_text))
    for part in parts:
        total += _counted(connection, part, most - total)
    return total


def _written_last(connection: Connection, search: Search, scope: Scope) -> Select[tuple[int]]:
    """The matches among the rows written last: of a common word they are enough."""
    number = initiative.c.id
    newest = int(connection.scalar(select(func.max(number))) or 0)
    matches = search.matches(READ_TEXT, initiative.c.grassroots_id)
    return select(number).where(*counted_rows(scope), number > newest - _LAST, matches)


def _counted(connection: Connection, query: Select[tuple[int]], most: int) -> int:
    return int(connection.scalar(select(func.count()).select_from(query.limit(most).subquery())) or 0)
