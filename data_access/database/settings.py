"""Settings that come from the environment."""

import os
from pathlib import Path
from typing import Final

_PROJECT: Final = Path(__file__).resolve().parents[2]
_POSTGRESQL: Final = ("postgres://", "postgresql://")


def database_url() -> str:
    """The SQLAlchemy address of the shared database; the common short forms of PostgreSQL's are understood."""
    url = os.environ.get("DATABASE_URL", "").strip()
    if not url:
        return f"sqlite:///{default_file()}"
    for short in _POSTGRESQL:
        if url.startswith(short):
            return f"postgresql+psycopg://{url.removeprefix(short)}"
    return url


def default_file() -> Path:
    """The database file used when nothing is set."""
    return _PROJECT / "data" / "dashboard.db"


def is_default() -> bool:
    """Whether the default file is in use: only that one is ever prepared without being asked."""
    return database_url() == f"sqlite:///{default_file()}"
