"""The trigram index over titles and authors (migration 0005): left out while many rows are written, then filled."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, text

INDEX: Final = "ix_initiative_words"  # PostgreSQL
WORDS: Final = "initiative_words"  # SQLite: an FTS5 table and three triggers of this name
WORDS_OF_ROW: Final = "title_folded || ' | ' || coalesce(author_folded, '')"


def has_search_index(connection: Connection) -> bool:
    """Whether the index is there; without it every search reads the rows."""
    if connection.dialect.name == "sqlite":
        return bool(connection.scalar(text("SELECT 1 FROM sqlite_master WHERE name = :name"), {"name": WORDS}))
    return bool(connection.scalar(text("SELECT 1 FROM pg_indexes WHERE indexname = :name"), {"name": INDEX}))


@contextmanager
def without_search_index(connection: Connection) -> Iterator[None]:
    """Fill the index once at the end: a million rows take 5 s of CPU instead of 20, and deletes take none."""
    if connection.dialect.name == "sqlite":
        query = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE :name")
        kept = connection.execute(query, {"name": f"{WORDS}%"}).all()
        for name, _ in kept:
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        yield
        if kept:
            connection.exec_driver_sql(f"INSERT INTO {WORDS}({WORDS}) VALUES ('delete-all')")  # noqa: S608 (our own names)
            fill = f"INSERT INTO {WORDS}(rowid, words) SELECT id, {WORDS_OF_ROW} FROM initiative"  # noqa: S608
            connection.exec_driver_sql(fill)
    else:
        query = text("SELECT indexname, indexdef FROM pg_indexes WHERE indexname = :name")
        kept = connection.execute(query, {"name": INDEX}).all()
        for name, _ in kept:
            connection.exec_driver_sql(f'DROP INDEX "{name}"')
        yield
    for _, definition in kept:
        connection.exec_driver_sql(definition)
