"""How many rows match what is looked for."""

from typing import Final

from sqlalchemy import Connection, Select, func, or_, select

from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import Scope
from data_access.database.schema import initiative
from data_access.rows.word_search import READ_TEXT, Search, rows_where, with_text

LARGE: Final = 2_500_000  # rows; among so many the index lists the matches of a common word for half a second
_STRETCHES: Final = 25  # of rows that were written one after another, evenly over all of them
_LENGTH: Final = 10_000  # of a stretch


def count_matches(connection: Connection, search: Search, scope: Scope, most: int, in_scope: int) -> int:
    """Matches among the rows in scope, of which there are `in_scope`; counted up to `most`."""
    if in_scope >= LARGE and _are_many(connection, search, scope, most):
        return most
    parts, total = [with_text(connection, search, scope)], 0
    if search.unions:
        parts.append(rows_where(connection, scope, search.in_unions, ~search.in_text))
    for part in parts:
        total += _counted(connection, part, most - total)
    return total


def _are_many(connection: Connection, search: Search, scope: Scope, most: int) -> bool:
    """Whether a look here and there already meets so many matches; SQLite's index stops at them by itself."""
    is_postgresql = connection.dialect.name == "postgresql"
    return is_postgresql and _counted(connection, _here_and_there(connection, search, scope), most) >= most


def _here_and_there(connection: Connection, search: Search, scope: Scope) -> Select[tuple[int]]:
    """The matches in some stretches of the rows: of a common word they are enough, whichever file it came with."""
    number = initiative.c.id
    newest = int(connection.scalar(select(func.max(number))) or 0)
    ends = [newest - newest * place // _STRETCHES for place in range(_STRETCHES)]
    stretches = or_(*(number.between(end - _LENGTH + 1, end) for end in ends))
    return select(number).where(*counted_rows(scope), stretches, search.matches(READ_TEXT, initiative.c.grassroots_id))


def _counted(connection: Connection, query: Select[tuple[int]], most: int) -> int:
    return int(connection.scalar(select(func.count()).select_from(query.limit(most).subquery())) or 0)
