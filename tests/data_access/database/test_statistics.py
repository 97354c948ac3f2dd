"""After an import the database knows how many rows it has, so that its planner uses the indexes."""

from sqlalchemy import text

from data_access.database.connections import open_engine
from data_access.database.statistics import refresh_statistics
from tests.copies import Copies
from tests.data_access.invented_rows import invent, write


def _known(url: str, written: int) -> int:
    """The number of rows in the newest statistics."""
    engine = open_engine(url)
    with engine.begin() as connection:
        refresh_statistics(connection, written)
        if connection.dialect.name == "postgresql":
            query = "SELECT reltuples::int FROM pg_class WHERE relname = 'initiative'"
            results = [str(connection.scalar(text(query)))]
        else:
            there = connection.scalar(text("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'"))
            query = "SELECT stat FROM sqlite_stat1 WHERE tbl = 'initiative' AND idx IS NOT NULL"
            results = list(connection.scalars(text(query))) if there else []
    engine.dispose()
    return max((int(line.split()[0]) for line in results), default=0)


def test_many_rows_are_looked_at_and_few_are_not(prepared_url: str):
    write(prepared_url, *invent(300, seed=1))
    assert _known(prepared_url, 300) <= 300
    write(prepared_url, *invent(12_000, seed=2))
    assert _known(prepared_url, 12_000) > 3_000


def test_a_small_part_of_many_rows_is_left_to_the_server(copies: Copies):
    with copies.of("postgresql") as url:
        write(url, *invent(300, seed=1))
        engine = open_engine(url)
        with engine.begin() as connection:
            connection.execute(text("UPDATE pg_class SET reltuples = 10000000 WHERE relname = 'initiative'"))
        engine.dispose()
        assert _known(url, 100_000) == 10_000_000
        assert _known(url, 300_000) == 300
