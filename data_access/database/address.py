"""The address of a database as operators write it, checked before anything connects: no part of a password is shown."""

import re
from typing import Final

from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from data_access.database.errors import UnreadableSetting

_POSTGRESQL: Final = ("postgres://", "postgresql://")
_AUTHORITY: Final = re.compile(r"^[a-z0-9+_]+://([^/]*)", re.IGNORECASE)


def checked_address(setting: str, text: str) -> str:
    """The SQLAlchemy address for what stands in `setting`; PostgreSQL's short forms are understood.

    Raises UnreadableSetting with a reason: quoted, no_scheme, not_encoded, port, engine, driver, file, other.
    """
    if text[:1] in ("'", '"', "“", "‘") or text[-1:] in ("'", '"', "”", "’"):
        raise UnreadableSetting(setting, "quoted")
    if not _AUTHORITY.match(text):
        raise UnreadableSetting(setting, "no_scheme")
    url = _with_hosts(_with_driver(text))
    if not url.startswith("sqlite"):
        _expect_encoded(setting, url)
    elif not url.partition("?")[0].startswith(("sqlite:///", "sqlite+")) and url != "sqlite://":
        raise UnreadableSetting(setting, "file")
    _expect_driver(setting, url)
    return url


def _with_driver(url: str) -> str:
    scheme, _, rest = url.partition("://")
    short = f"{scheme.lower()}://"
    return f"postgresql+psycopg://{rest}" if short in _POSTGRESQL else f"{short}{rest}"


def _with_hosts(url: str) -> str:
    """libpq's list of hosts, `h1:5432,h2`, in the words of SQLAlchemy."""
    scheme, _, rest = url.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    user, at, hosts = authority.rpartition("@")
    if "," not in hosts or not scheme.startswith("postgresql") or "@" in user:
        return url
    path, _, query = rest[len(authority) :].partition("?")
    text = "&".join([*(f"host={host}" for host in hosts.split(",")), *filter(None, [query])])
    return f"{scheme}://{user}{at}{path or '/'}?{text}"


def _expect_encoded(setting: str, url: str) -> None:
    """A delimiter inside a password moves its rest into the host's name, and from there into messages."""
    rest = url.partition("://")[2]
    authority = rest.partition("/")[0].partition("?")[0].partition("#")[0]
    behind = rest[len(authority) :].partition("?")[0]
    host = authority.rpartition("@")[2]
    if (
        authority.count("@") > 1
        or "@" in behind
        or "#" in rest
        or (":" in authority and "@" not in authority and "@" in rest)
    ):
        raise UnreadableSetting(setting, "not_encoded")
    port = host.rpartition("]")[2].partition(":")[2]
    if port and not port.isdecimal():
        raise UnreadableSetting(setting, "port")


def _expect_driver(setting: str, url: str) -> None:
    try:
        address = make_url(url)
        create_engine(address).dispose()
    except NoSuchModuleError as cause:
        raise UnreadableSetting(setting, "engine") from cause
    except ImportError as cause:
        raise UnreadableSetting(setting, "driver") from cause
    except (ArgumentError, ValueError, TypeError):
        # The cause would show the whole address: it is left out on purpose.
        raise UnreadableSetting(setting, "other") from None
