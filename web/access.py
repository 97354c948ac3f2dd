"""What DASHBOARD_ACCESS says: open to this machine alone, or a login for everybody."""

import os
from enum import StrEnum
from typing import Final

SETTING: Final = "DASHBOARD_ACCESS"


class Access(StrEnum):
    """Who may come in."""

    OPEN = "open"  # this machine alone, without asking who it is
    LOGIN = "login"  # accounts that logged in


class Misconfigured(Exception):  # noqa: N818 (says what the operator is told)
    """Nobody can be let in safely. Its only argument is a sentence for the operator."""


def read_access() -> Access:
    """The setting; raises Misconfigured for a word that nobody knows, since guessing would open the door."""
    written = os.environ.get("DASHBOARD_ACCESS", "")
    try:
        return Access(written or Access.OPEN)
    except ValueError:
        raise Misconfigured(
            f"{SETTING}={written} is not known. Write {SETTING}=open for this machine alone, or {SETTING}=login."
        ) from None
