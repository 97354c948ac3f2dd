"""The days of a programme that have to be read again since a version of the lake."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, func, select

from data_access.database.lake import PublishedPart
from data_access.database.schema import changed_day, initiative


def rows_by_day(connection: Connection, programme_id: int) -> dict[int, int]:
    """How many rows were uploaded on each day (20220420)."""
    row = initiative.c
    query = select(row.uploaded_day, func.count()).where(row.programme_id == programme_id).group_by(row.uploaded_day)
    return {int(row[0]): int(row[1]) for row in connection.execute(query)}


def days_to_read(
    connection: Connection, programme_id: int, old: PublishedPart | None, new: PublishedPart, counts: Mapping[int, int]
) -> set[int]:
    """Days whose rows may differ from those of `old`; all of them where writers did not note which."""
    if old is None or new.version < old.version or (new.version == old.version and new.state != old.state):
        return set(counts)
    days = _days_changed(connection, programme_id, old.version, new.version)
    if days is None:
        return set(counts)
    differing = {day for day, count in counts.items() if day not in old.days or old.days[day].rows != count}
    return (days | _uploaded_on(connection, programme_id, days)) & counts.keys() | differing


def _days_changed(connection: Connection, programme_id: int, since: int, until: int) -> set[int] | None:
    """The days changed by the versions in between; None where one of them noted none."""
    columns = changed_day.c
    between = columns.programme_id == programme_id, columns.version > since, columns.version <= until
    versions = connection.scalar(select(func.count(columns.version.distinct())).where(*between)) or 0
    if versions < until - since:
        return None
    return set(connection.scalars(select(columns.day).distinct().where(*between)))


def _uploaded_on(connection: Connection, programme_id: int, days: Collection[int]) -> set[int]:
    """The days of upload of rows that were decided or rewarded on some days."""
    row = initiative.c
    uploaded: set[int] = set()
    for event in (row.settled_day, row.rewarded_day, row.applied_day, row.replicated_day):
        query = select(row.uploaded_day).distinct().where(row.programme_id == programme_id, event.in_(sorted(days)))
        uploaded |= set(connection.scalars(query))
    return uploaded
