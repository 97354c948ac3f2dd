"""Whether a look at a source found only what the one before found, so that nothing has to be read anew."""

import hashlib
from typing import Any, Final

from sqlalchemy import Connection, select

from data_access.database.schema import data_version, programme
from data_access.database.transactions import reading
from data_access.importing.syncing.row_file import RowFile
from data_access.importing.syncing.settings import SourceSettings
from model.edges import Row

_KEY: Final = "read_before"


def fingerprint(url: str, settings: SourceSettings, rows: RowFile) -> str:
    """A hash of the rows, of the source file's answers about them, and of the version of the records."""
    with rows.path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    with reading(url) as connection:
        version = _version(connection, settings.programme)
    return hashlib.sha256(repr((digest, sorted(settings.answers.items()), version)).encode()).hexdigest()


def is_repeated(mark: Row, fingerprint: str) -> bool:
    """Whether the look with this mark found the same and changed nothing."""
    return mark.get(_KEY) == fingerprint


def remembering(mark: Row, fingerprint: str) -> Row:
    """The mark of a look that changed nothing."""
    return {**mark, _KEY: fingerprint}


def _version(connection: Connection, code: str) -> tuple[Any, ...] | None:
    of_programme = (
        data_version.c.programme_id == select(programme.c.id).where(programme.c.code == code).scalar_subquery()
    )
    row = connection.execute(select(data_version.c.version, data_version.c.changed_at).where(of_programme)).first()
    return tuple(row) if row else None
