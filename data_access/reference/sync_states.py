"""States of the synchronised sources, for pages and `/readyz`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, func, select

from data_access.database.schema import programme, sync_source, sync_waiting

_GRACE: Final = timedelta(minutes=1)  # a run takes its time


@dataclass(frozen=True)
class SyncState:
    """One source: its last success, its rows that wait for an answer, and those it no longer has."""

    name: str
    programme: str
    every: timedelta | None
    succeeded_at: datetime | None
    waiting: int
    deleted: int
    problem: str

    def is_stale(self, now: datetime) -> bool:
        """Whether the planned interval passed without a success; a success in the future does not count."""
        if self.every is None:
            return False
        return self.succeeded_at is None or not -_GRACE <= now - self.succeeded_at <= self.every + _GRACE

    def lag(self, now: datetime) -> float | None:
        """Seconds since the last success."""
        return max(0.0, (now - self.succeeded_at).total_seconds()) if self.succeeded_at else None


def fetch_sync_states(connection: Connection) -> tuple[SyncState, ...]:
    """Every source, by name."""
    counts = select(sync_waiting.c.source, func.count()).group_by(sync_waiting.c.source)
    waiting = {row[0]: int(row[1]) for row in connection.execute(counts)}
    query = select(sync_source, programme.c.code).join(programme, programme.c.id == sync_source.c.programme_id)
    return tuple(
        SyncState(
            row.name,
            row.code,
            timedelta(seconds=row.every_seconds) if row.every_seconds else None,
            row.succeeded_at,
            waiting.get(row.name, 0),
            row.deleted,
            row.problem,
        )
        for row in connection.execute(query.order_by(sync_source.c.name))
    )
