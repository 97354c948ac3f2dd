"""`init --roles`: what a login of PostgreSQL may do for the dashboard, and whose rows it may read.

`dashboard_read` sees the rows of the units that a transaction names, `dashboard_whole` all of them to add them up,
`dashboard_write` writes and can neither change nor delete what the audit log holds. Nobody logs in as these: a login of
the operator's is made a member of all three.
"""

from typing import Final

from sqlalchemy import Connection, text

from data_access.database.errors import DataAccessError
from data_access.database.row_level import BELOW, READ, UNITS, WHOLE, WRITE

_ROLES: Final = (READ, WHOLE, WRITE)
_KEPT_FROM_LISTS: Final = ("account", "account_unit", "login_session", "audit_event")
_ADD_ONLY: Final = "audit_event"
_UNITS: Final = f"unit_id = ANY(string_to_array(nullif(current_setting('{UNITS}', true), ''), ',')::int[])"
_BELOW: Final = f"grassroots_id = ANY(string_to_array(nullif(current_setting('{BELOW}', true), ''), ',')::int[])"
# Which rows dashboard_read sees. What refers to an initiative is seen where that is.
_OWN: Final = {
    "initiative": f"{_UNITS} OR {_BELOW}",
    "held_row": "EXISTS (SELECT 1 FROM initiative WHERE initiative.programme_id = held_row.programme_id"
    " AND initiative.code = held_row.code)",
    "former_row": "table_name = 'initiative' AND EXISTS"
    " (SELECT 1 FROM initiative WHERE initiative.id = former_row.row_id)",
    "snapshot_cell": _UNITS,
    "snapshot_people": _UNITS,
    "snapshot_target": _UNITS,
}


_IN_USE: Final = text(
    "SELECT has_table_privilege(oid, to_regclass('programme'), 'SELECT') FROM pg_roles WHERE rolname = :role"
)


class NoRoles(DataAccessError):  # noqa: N818 (says what the operator is told)
    """Only PostgreSQL has roles."""


def write_roles(connection: Connection, login: str | None = None) -> None:
    """Make the roles, or bring them to what they should be; `login` (default: who connects) becomes a member."""
    if connection.dialect.name != "postgresql":
        raise NoRoles("Roles are PostgreSQL's: this database is a file, guarded by the rights of the file.")
    for role in _ROLES:
        if not connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role}):
            connection.execute(text(f"CREATE ROLE {role} NOLOGIN"))
    grant_tables(connection)
    member = _quoted(connection, login or str(connection.scalar(text("SELECT session_user"))))
    connection.execute(text(f"GRANT {', '.join(_ROLES)} TO {member}"))


def renew_roles(connection: Connection) -> None:
    """Grant the rights on new tables after a change of the schema; nothing without roles."""
    if are_in_use(connection):
        grant_tables(connection)


def are_in_use(connection: Connection) -> bool:
    """Whether `init --roles` set roles up for this database."""
    return connection.dialect.name == "postgresql" and bool(connection.scalar(_IN_USE, {"role": WHOLE}))


def grant_tables(connection: Connection) -> None:
    """Grant rights on all tables, with policies for those that hold rows of units."""
    everywhere = f"ALL TABLES IN SCHEMA public TO {READ}, {WHOLE}"
    for statement in (
        f"GRANT USAGE ON SCHEMA public TO {', '.join(_ROLES)}",
        f"GRANT SELECT ON {everywhere}",
        f"REVOKE SELECT ON {', '.join(_KEPT_FROM_LISTS)} FROM {READ}",  # noqa: S608 (our own names)
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {WRITE}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {WRITE}",
        f"REVOKE UPDATE, DELETE, TRUNCATE ON {_ADD_ONLY} FROM {WRITE}",
    ):
        connection.execute(text(statement))
    for table, own in _OWN.items():
        connection.execute(text(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"))
        for role, command, which in (
            (READ, "SELECT", f"USING ({own})"),
            (WHOLE, "SELECT", "USING (true)"),
            (WRITE, "ALL", "USING (true) WITH CHECK (true)"),
        ):
            connection.execute(text(f"DROP POLICY IF EXISTS {role} ON {table}"))
            connection.execute(text(f"CREATE POLICY {role} ON {table} FOR {command} TO {role} {which}"))


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote(name)
