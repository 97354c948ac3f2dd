"""A table or query of another database, read from where the last look ended, with an overlap."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, TextClause, create_engine, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from data_access.database.errors import NotSaved
from data_access.importing.syncing.fetched import as_text
from data_access.importing.syncing.row_file import RowFile
from data_access.importing.syncing.settings import SourceSettings, duration
from model.edges import Row

_AT_ONCE: Final = 10_000
_OVERLAP: Final = "10m"  # a row is committed later than it is stamped


def fetch_changes(settings: SourceSettings, mark: Row, rows: RowFile) -> Row:
    """The rows changed since the mark, less the overlap; returns the next mark. Raises NotSaved (source_away)."""
    column = settings.option("changed")
    since = _less(mark, duration(settings.option("overlap", _OVERLAP))) if column else None
    condition = f" WHERE {column} >= :since" if since is not None else ""
    order = f" ORDER BY {column}" if column else ""
    query = text(f"SELECT * FROM {_relation(settings)}{condition}{order}")  # noqa: S608 (the operator's own file)
    parameters = {"since": since} if condition else {}
    newest = _ask(settings, lambda source: _read(source, query, parameters, column, rows))
    if newest is None:
        return mark
    value = newest.isoformat(" ") if isinstance(newest, datetime) else newest
    return {"value": value, "is_moment": isinstance(newest, datetime)}


def _read(source: Connection, query: TextClause, parameters: Row, column: str, rows: RowFile) -> Any:
    """Pass the rows on as texts, in chunks; returns the newest value of the column of change."""
    result = source.execution_options(stream_results=True, max_row_buffer=_AT_ONCE).execute(query, parameters)
    names, newest = list(result.keys()), None
    for some in result.partitions(_AT_ONCE):
        rows.add(names, (list(map(as_text, row)) for row in some))
        if column:
            place = names.index(column)
            newest = max((row[place] for row in some if row[place] is not None), default=newest)
    return newest


def fetch_keys(settings: SourceSettings) -> set[str] | None:
    """Every code that the source has now; None where its file names no `key`."""
    key = settings.option("key")
    if not key:
        return None
    query = text(f"SELECT {key} FROM {_relation(settings)}")  # noqa: S608 (the operator's own file)
    return {as_text(value) for value in _ask(settings, lambda source: source.scalars(query).all())}


def _relation(settings: SourceSettings) -> str:
    query = settings.option("query")
    return f"({query.strip().rstrip(';')}) AS found" if query else settings.option("table")


def _ask(settings: SourceSettings, question: Any) -> Any:
    try:
        engine = create_engine(settings.option("url"))
        try:
            with engine.connect() as source:
                return question(source)
        finally:
            engine.dispose()
    except (DBAPIError, ArgumentError, NoSuchModuleError, ImportError) as problem:
        reason = str(getattr(problem, "orig", None) or problem).splitlines()[0][:200]
        raise NotSaved("source_away", source=settings.name, reason=reason) from problem


def _less(mark: Row, overlap: timedelta) -> Any:
    """The mark moved back by the overlap; a version, being a number, overlaps by itself."""
    value = mark.get("value")
    if not isinstance(value, str):
        return value
    try:
        earlier = datetime.fromisoformat(value) - overlap
    except ValueError:
        return value
    return earlier if mark.get("is_moment") else _like(value, earlier)


def _like(value: str, moment: datetime) -> str:
    """The moment in the form of `value`, because texts are compared letter by letter."""
    form = moment.isoformat("T" if "T" in value else " ", timespec="microseconds" if "." in value else "seconds")
    return form[: len(value)] if len(value) <= len("2022-04-20") else form
