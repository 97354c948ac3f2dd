"""Versions of a set-up, so that nobody overwrites what another person saved meanwhile."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from data_access.database.schema import import_batch
from data_access.importing.programme_state import State, state_of
from data_access.reference.ids import find_programme_id
from model.fingerprints import fingerprint_of


@dataclass(frozen=True)
class SetupVersion:
    """A mark that changes with the set-up, and who saved it last, as far as that was an import."""

    mark: str
    who: str = ""
    at: datetime | None = None


def version_of(connection: Connection, code: str) -> SetupVersion:
    """The version of a programme that is there; an empty one where none is."""
    number = find_programme_id(connection, code)
    mark = mark_of(state_of(connection, number or 0))
    own = import_batch.c
    newest = select(own.who, own.imported_at).where(own.programme_id == (number or 0), own.kind == "programme")
    last = connection.execute(newest.order_by(own.id.desc()).limit(1)).first()
    return SetupVersion(mark, last.who, last.imported_at) if last else SetupVersion(mark)


def mark_of(state: State) -> str:
    """A short hash of a state."""
    return fingerprint_of(json.dumps(state, sort_keys=True, default=str))
