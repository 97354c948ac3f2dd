"""Statistics of the database about its rows, so that its planner uses the right index instead of reading a million."""

from typing import Final

from sqlalchemy import Connection, func, select, text

from data_access.database.schema import initiative, initiative_cell, unit

_MANY: Final = 10_000  # rows; fewer are read as fast without
_PART: Final = 50  # one in so many rows; fewer change no plan, and PostgreSQL looks by itself before long
_GROWN: Final = 4  # growth factor from which the old statistics no longer fit
_LOOKED_AT: Final = 100_000  # entries of an index; a second less for a million rows than all


def refresh_statistics(connection: Connection, row_count: int) -> None:
    """Renew the database's statistics where it has many more rows than they know of, `row_count` of them new."""
    is_file = connection.dialect.name == "sqlite"
    if not (_has_grown(connection) if is_file else _are_many(connection, row_count)):
        return
    if is_file:
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {_LOOKED_AT}")
    for table in (initiative, initiative_cell, unit):
        connection.execute(text(f'ANALYZE "{table.name}"'))


def _are_many(connection: Connection, row_count: int) -> bool:
    """Renewing takes PostgreSQL seconds where it has ten million rows: their words are read for it, too."""
    query = text("SELECT reltuples FROM pg_class WHERE oid = to_regclass(:name)")
    return row_count >= _MANY and _PART * row_count >= (connection.scalar(query, {"name": initiative.name}) or 0)


def _has_grown(connection: Connection) -> bool:
    """SQLite renews its statistics only on command."""
    last_id = last_row_id(connection)
    return last_id >= _MANY and last_id >= _GROWN * _known(connection)


def last_row_id(connection: Connection) -> int:
    """The highest id of a row, found at once: no fewer than there are rows; 0 without any."""
    return connection.scalar(select(func.max(initiative.c.id))) or 0


def _known(connection: Connection) -> int:
    """The number of rows at the last look, with which each line of statistics begins."""
    if not connection.scalar(text("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'")):
        return 0
    lines = connection.scalars(
        text("SELECT stat FROM sqlite_stat1 WHERE tbl = :name AND idx IS NOT NULL"), {"name": initiative.name}
    )
    return max((int(line.split()[0]) for line in lines), default=0)
