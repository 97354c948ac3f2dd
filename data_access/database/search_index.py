"""The trigram index over titles and authors (migrations 0005, 0008): left out while many rows come in, then filled.

It knows the sector and the union of a row as well: words that a scope hardly has cost no look at the rows of others.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, text

INDEX: Final = "ix_initiative_words"  # PostgreSQL
WORDS: Final = "initiative_words"  # SQLite: an FTS5 table and three triggers of this name
WORDS_OF_ROW: Final = "title_folded || ' | ' || coalesce(author_folded, '')"

# What FTS5 holds of a number: a trigram of a letter that no text has.
_PRIVATE: Final = {"sector_id": (0xE000, 6400), "unit_id": (0xF0000, 65000)}  # the first such letter, how many


def mark(name: str, number: int) -> str:
    """The token for a sector or a union in FTS5. Two may share one, so their rows are still compared."""
    first, many = _PRIVATE[name]
    return chr(first + number % many) * 3


def _marked(name: str) -> str:
    """`mark` in the words of SQLite."""
    first, many = _PRIVATE[name]
    letter = f"{first} + {name} % {many}"
    return f"char({letter}, {letter}, {letter})"


@contextmanager
def without_search_index(connection: Connection) -> Iterator[None]:
    """Fill the index once at the end: a million rows take 5 s of CPU instead of 20, and deletes take none."""
    if connection.dialect.name == "sqlite":
        query = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE :name")
        indexes = connection.execute(query, {"name": f"{WORDS}%"}).all()
        for name, _ in indexes:
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        yield
        if indexes:
            connection.exec_driver_sql(f"INSERT INTO {WORDS}({WORDS}) VALUES ('delete-all')")  # noqa: S608 (our own names)
            held = ", ".join((WORDS_OF_ROW, *map(_marked, _PRIVATE)))
            fill = f"INSERT INTO {WORDS}(rowid, words, sector, unit) SELECT id, {held} FROM initiative"  # noqa: S608
            connection.exec_driver_sql(fill)
            # Now, once: else some hundred rows that come later wait for it, 1.3 s in a million.
            connection.exec_driver_sql(f"INSERT INTO {WORDS}({WORDS}) VALUES ('optimize')")  # noqa: S608
    else:
        query = text("SELECT indexname, indexdef FROM pg_indexes WHERE indexname = :name")
        indexes = connection.execute(query, {"name": INDEX}).all()
        for name, _ in indexes:
            connection.exec_driver_sql(f'DROP INDEX "{name}"')
        yield
    for _, definition in indexes:
        connection.exec_driver_sql(definition)
