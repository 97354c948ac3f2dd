"""The demonstration's rows are written in the fastest way that the state of the table allows."""

from sqlalchemy import insert, select

from data_access.database.connections import open_engine
from data_access.database.schema import initiative
from data_access.demo import write_demo
from tests.copies import Copies

_PAGES = (
    "SELECT relallvisible, (SELECT count(DISTINCT (CAST(ctid AS text)::point)[0]) FROM initiative)"
    " FROM pg_class WHERE relname = 'initiative'"
)


def test_rows_of_an_empty_table_are_visible_to_all_at_once(copies: Copies) -> None:
    """Otherwise PostgreSQL checks for each row of the first queries whether its transaction was committed."""
    with copies.of("postgresql") as url:
        for rows in (300, 200):  # into a table never written to, and again into its own
            write_demo(url, rows=rows, say=_silent)
            with open_engine(url).connect() as connection:
                connection.exec_driver_sql("ANALYZE initiative")
                visible, pages = connection.exec_driver_sql(_PAGES).one()
            assert visible == pages > 1
            assert _codes(url)[-1] == f"1TR-{rows:07}"


def test_beside_rows_of_others_rows_come_in_as_new_ones(prepared_url: str) -> None:
    write_demo(prepared_url, rows=100, say=_silent)
    with open_engine(prepared_url).begin() as connection:
        row = dict(connection.execute(select(initiative).limit(1)).mappings().one())
        own = {**row, "code": "OWN", "batch_id": None}
        del own["id"]
        connection.execute(insert(initiative).values(own))
    write_demo(prepared_url, rows=50, say=_silent)
    assert _codes(prepared_url) == [*(f"1TR-{number:07}" for number in range(1, 51)), "OWN"]


def _codes(url: str) -> list[str]:
    with open_engine(url, read_only=True).connect() as connection:
        return list(connection.scalars(select(initiative.c.code).order_by(initiative.c.code)))


def _silent(_line: str) -> None: ...
