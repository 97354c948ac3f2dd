"""What the server has to know of who logged in. Who keeps it lies above this package."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Protocol, cast

COOKIE: Final = "dashboard_session"
VISITOR: Final = "dashboard.visitor"  # where the scope of a request says who asks
FIELD: Final = "token"  # of the form that logs out


class Unavailable(Exception):  # noqa: N818 (says what is wrong)
    """Nobody can say who is logged in just now."""


@dataclass(frozen=True)
class Visitor:
    """An account that is logged in."""

    email: str
    may_upload: bool


class Sessions(Protocol):
    """Sessions of those who logged in. Every method may raise Unavailable, and may take a while."""

    def begin(self, email: str) -> str | None:
        """The token of a new session; None where the address has no account that may come in."""

    def visitor(self, token: str) -> Visitor | None:
        """Whose session that is; None where it ended."""

    def end(self, token: str) -> None:
        """End every session of the account behind the token."""

    def deny(self, email: str, reason: str) -> None:
        """Write down that somebody was not let in."""


def loaded(name: str) -> Callable[[], Sessions]:
    """How to reach the sessions called “module:name”. Loaded with the first question: the server listens before."""

    def load() -> Sessions:
        module, _, attribute = name.partition(":")
        return cast("Sessions", getattr(import_module(module), attribute))

    return load


def form_token(token: str) -> str:
    """What the form that logs out of a session must carry: nobody can tell it without the session."""
    return hmac.new(token.encode(), b"logout", hashlib.sha256).hexdigest()
