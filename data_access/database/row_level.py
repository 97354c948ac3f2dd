"""Row-level security of PostgreSQL for a question, where `init --roles` set up the roles."""

from collections.abc import Callable
from typing import Final, TypeVar

from sqlalchemy import Connection, text

from model.reach import Reach

T = TypeVar("T")

READ: Final = "dashboard_read"  # rows of the reader's units alone
WHOLE: Final = "dashboard_whole"  # all rows: sums, and readers of everything
WRITE: Final = "dashboard_write"
# Settings of one transaction: the units whose rows may be read, and the unions below others.
UNITS: Final = "dashboard.units"
BELOW: Final = "dashboard.below"

_KNOWN: Final = "dashboard_roles"
_ARE_SET_UP: Final = text(
    "SELECT coalesce(bool_and(has_table_privilege(oid, to_regclass('initiative'), 'SELECT')"
    " AND pg_has_role(session_user, oid, 'MEMBER')), false) AND count(*) = 2"
    " FROM pg_roles WHERE rolname IN (:read, :whole)"
)
_FROM_HERE: Final = text(
    f"SELECT set_config('role', :role, true), set_config('{UNITS}', :units, true), set_config('{BELOW}', :below, true)"
)


def fetch_within(query: Callable[[Connection], T], reach: Reach | None, connection: Connection) -> T:
    """The result of `query` in the role that sees no more than `reach`."""
    if connection.dialect.name == "postgresql" and has_roles(connection):
        connection.execute(_FROM_HERE, _settings(reach))
    return query(connection)


def has_roles(connection: Connection) -> bool:
    """Whether the roles exist in this database and may be assumed; looked up once for each connection."""
    if _KNOWN not in connection.info:
        connection.info[_KNOWN] = bool(connection.scalar(_ARE_SET_UP, {"read": READ, "whole": WHOLE}))
    return bool(connection.info[_KNOWN])


def _settings(reach: Reach | None) -> dict[str, str]:
    if reach is None:
        return {"role": WHOLE, "units": "", "below": ""}
    units, below = (",".join(map(str, numbers)) for numbers in (reach.units, reach.below))
    return {"role": READ, "units": units, "below": below}
