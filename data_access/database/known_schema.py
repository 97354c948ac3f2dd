"""Whether this program knows the schema of a database; `init` upgrades an older one and leaves a newer one alone."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from data_access.database.errors import DatabaseNewer

# Read as files: migrations stand above this room, and loading them all takes longer than most questions.
_VERSIONS: Final = Path(__file__).parents[1] / "migrations" / "versions"


def unknown_revision(connection: Connection) -> str | None:
    """The revision of a schema that this program has no migration for; None where it is known."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if revision is None or any(_VERSIONS.glob(f"{revision}_*.py")) else str(revision)


def require_known_schema(connection: Connection) -> None:
    """Raise DatabaseNewer where a newer program made the schema: this one might count or write wrongly."""
    revision = unknown_revision(connection)
    if revision is not None:
        raise DatabaseNewer(
            f"The database has schema {revision}, which this program does not know: install the newer version."
        )
