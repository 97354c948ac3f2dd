"""The state behind `/readyz` and `/metrics`: numbers in memory, and whether the database schema fits."""

from functools import cache

from data_access.database.errors import (
    DataAccessError,
    DatabaseChanged,
    DatabaseDamaged,
    DatabaseNewer,
    UnreadableSetting,
)
from data_access.migrations import newest_revision, revision_of
from data_access.store.records import Freshness, Records
from interface.shell.loading import open_records
from model.clock import in_utc, this_moment
from web.health import ProgrammeState, Readiness, SourceState

_newest = cache(newest_revision)


def readiness_state() -> Readiness:
    """The state of the process; loads the numbers where nobody has yet."""
    try:
        records = open_records()
        freshness = records.poll()
    except (DatabaseChanged, DatabaseNewer) as problem:
        return Readiness("ok", "unknown to this program", reference=problem.reference)
    except DatabaseDamaged as problem:
        return Readiness("damaged", reference=problem.reference)
    except UnreadableSetting as problem:
        return Readiness(f"{problem.setting}: {problem.reason}", reference=problem.reference)
    except DataAccessError as problem:
        return Readiness("away", reference=problem.reference)
    programmes = {programme.code: _state(records, programme.code) for programme in records.catalogue.programmes}
    age = (this_moment() - freshness.read_at).total_seconds()
    state = "ok" if freshness.reachable else "away"
    return Readiness(state, _schema(records), max(age, 0.0), programmes, sources=_sources(freshness), lag=freshness.lag)


def _state(records: Records, code: str) -> ProgrammeState:
    last = records.last_moment(code)
    return ProgrammeState(records.cube(code).version, in_utc(last).timestamp() if last else None)


def _sources(freshness: Freshness) -> dict[str, SourceState]:
    """The synchronised sources, as of the last look at the database."""
    now = this_moment()
    return {
        source.name: SourceState(source.lag(now), source.is_stale(now), source.waiting) for source in freshness.sources
    }


def _schema(records: Records) -> str:
    """“ok”, “behind” for a revision other than the program's, “unknown” while the database is unavailable."""
    try:
        return "ok" if records.ask_now(revision_of) == _newest() else "behind"
    except DataAccessError:
        return "unknown"
