"""The rows uploaded last."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, select

from data_access.keeper import Keeper, of_rows
from data_access.row_order import ORDER_BY, ordered
from data_access.row_pages import ids_of_page
from data_access.tables import initiative
from model.filters import Filters

_NEWEST: Final = "newest"


def newest_rows(keeper: Keeper, filters: Filters, number: int) -> list[Mapping[str, Any]]:
    """The rows uploaded last, with everything a reader may see of them."""
    asked = of_rows(filters)
    find = ids_of_page(keeper, asked, _NEWEST, 0, number)

    def ask(connection: Connection) -> list[Mapping[str, Any]]:
        rows = ordered(select(*initiative.c).where(initiative.c.id.in_(find(connection))), ORDER_BY[_NEWEST])
        return [dict(found) for found in connection.execute(rows).mappings()]

    return keeper.ask_rows(ask, key=("newest_rows", number, asked))
