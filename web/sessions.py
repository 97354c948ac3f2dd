"""The interface of the session store, which is implemented above this package."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol, cast

from web.by_name import load

COOKIE: Final = "dashboard_session"
VISITOR: Final = "dashboard.visitor"  # where the scope of a request says who asks
FIELD: Final = "token"  # of the form that logs out


class Unavailable(Exception):  # noqa: N818 (says what is wrong)
    """The session store cannot be reached."""


@dataclass(frozen=True)
class Visitor:
    """A logged-in account."""

    email: str
    may_upload: bool


class Sessions(Protocol):
    """Login sessions. Every method may raise Unavailable and may block."""

    def begin(self, email: str) -> str | None:
        """The token of a new session; None where the address has no active account."""

    def visitor(self, token: str) -> Visitor | None:
        """The account of a session; None where it has ended."""

    def end(self, token: str) -> None:
        """End every session of the account behind the token."""

    def deny(self, email: str, reason: str) -> None:
        """Record a refused login."""


def session_loader(name: str) -> Callable[[], Sessions]:
    """A function that returns the session store “module:name”.

    It is imported on the first request, so that the server listens earlier.
    """

    return lambda: cast("Sessions", load(name))


def form_token(token: str) -> str:
    """The CSRF token of the logout form, derived from the session."""
    return hmac.new(token.encode(), b"logout", hashlib.sha256).hexdigest()
