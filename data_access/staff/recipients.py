"""Who gets reports of what: the accounts of readers by e-mail address."""

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from data_access.database.schema import account, unit


def read_scopes(connection: Connection) -> Mapping[str, str | None]:
    """Code of the only unit that each address may see, None for all of them; accounts that were closed are left out."""
    query = (
        select(func.lower(account.c.email).label("email"), unit.c.code)
        .outerjoin(unit, unit.c.id == account.c.unit_id)
        .where(account.c.disabled_at.is_(None))
    )
    return {row.email: row.code for row in connection.execute(query)}
