"""Which database the setting DATABASE_URL names."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from data_access.database.address import checked_address
from model.settings import Setting, raw_value

_PROJECT: Final = Path(__file__).resolve().parents[2]


def database_url() -> str:
    """The SQLAlchemy address of the shared database. Raises UnreadableSetting."""
    text = raw_value(Setting.DATABASE_URL).strip()
    return _checked(Setting.DATABASE_URL, text) if text else f"sqlite:///{default_file()}"


def read_url() -> str:
    """Where readers are answered from: standbys if DATABASE_READ_URL names them. Raises UnreadableSetting."""
    text = raw_value(Setting.DATABASE_READ_URL).strip()
    return _checked(Setting.DATABASE_READ_URL, text) if text else database_url()


# Asked for in every rerun, and the setting does not change meanwhile.
_checked = lru_cache(maxsize=16)(checked_address)


def default_file() -> Path:
    """The database file used when nothing is set."""
    return _PROJECT / "data" / "dashboard.db"


def is_default() -> bool:
    """Whether the default file is in use, the only one that is prepared without a command."""
    return database_url() == f"sqlite:///{default_file()}"
