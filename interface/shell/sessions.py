"""The login sessions of this process, for pages and for the server."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from data_access.database.errors import DataAccessError
from data_access.database.settings import database_url
from data_access.staff.sessions import LoginSessions
from model.accounts import may
from web.sessions import Unavailable, Visitor


def login_sessions() -> LoginSessions:
    """The sessions of the configured database."""
    return _sessions(database_url())


_sessions = cache(LoginSessions)


class ForTheServer:
    """Login sessions behind the interface of the server (`web.sessions.Sessions`)."""

    def begin(self, email: str) -> str | None:
        """The token of a new session; None for addresses without an account."""
        with _available():
            return login_sessions().begin(email)

    def visitor(self, token: str) -> Visitor | None:
        """The account of that session."""
        with _available():
            reader = login_sessions().reader(token)
        return Visitor(reader.email, may(reader, "import")) if reader else None

    def end(self, token: str) -> None:
        """End all sessions of the account."""
        with _available():
            login_sessions().end(token)

    def deny(self, email: str, reason: str) -> None:
        """Record a refused login."""
        with _available():
            login_sessions().deny(email, reason)


@contextmanager
def _available() -> Iterator[None]:
    try:
        yield
    except DataAccessError as problem:
        raise Unavailable(str(problem)) from problem


SESSIONS = ForTheServer()
