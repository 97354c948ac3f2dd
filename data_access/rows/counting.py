"""How many rows match what is looked for."""

from sqlalchemy import Connection, func, select

from data_access.cube.scope import Scope
from data_access.rows.searching import Search, rows_where, with_text


def count_matches(connection: Connection, search: Search, scope: Scope, most: int) -> int:
    """Matches in scope, counted up to `most`."""
    parts, total = [with_text(connection, search, scope)], 0
    if search.unions:
        parts.append(rows_where(connection, scope, search.in_unions, ~search.in_text))
    for part in parts:
        some = part.limit(most - total).subquery()
        total += int(connection.scalar(select(func.count()).select_from(some)) or 0)
    return total
