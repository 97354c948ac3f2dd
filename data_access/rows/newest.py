"""The rows uploaded last."""

from typing import Final

from sqlalchemy import Connection, select

from data_access.database.schema import initiative
from data_access.rows.row_pages import ids_of_page
from data_access.rows.then import as_at, counted_until
from data_access.store.records import Records, of_rows
from data_access.store.row_order import ORDER_BY, ordered
from model.edges import Row
from model.filters import Filters

_NEWEST: Final = "newest"


def newest_rows(records: Records, filters: Filters, number: int) -> list[Row]:
    """The rows uploaded last, as they stood at the end of the scope."""
    allowed = records.to_list(of_rows(filters))
    find = ids_of_page(records, allowed, _NEWEST, 0, number)

    def ask(connection: Connection) -> list[Row]:
        rows = ordered(select(*initiative.c).where(initiative.c.id.in_(find(connection))), ORDER_BY[_NEWEST])
        return [dict(mapping) for mapping in connection.execute(rows).mappings()]

    moment = counted_until(allowed, records.catalogue)
    return [as_at(row, moment) for row in records.ask_list(ask, ("newest_rows", number, allowed), allowed)]
