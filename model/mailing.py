"""Reports by e-mail that staff order, and what became of each letter."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SENDING, SENT, FAILED, SKIPPED, REFUSED = "sending", "sent", "failed", "skipped", "refused"


@dataclass(frozen=True)
class WantedMail:
    """What an order shall be. `to` are addresses as somebody writes them: `Lê Thị Bé <be@example.vn>`."""

    name: str
    programme: str
    query: str  # of a page, its programme left out
    kinds: tuple[str, ...]
    days: tuple[str, ...]
    at: time
    to: tuple[str, ...]


@dataclass(frozen=True)
class MailOrder:
    """A kept order. What was due before `begun_at`, when it was made, edited or resumed, is not sent."""

    number: int
    wanted: WantedMail
    who: str
    begun_at: datetime
    stopped_at: datetime | None = None


@dataclass(frozen=True)
class MailLetter:
    """The letter of one report for one of its times to one address. `tries` counts those that failed for now, too."""

    report: str
    due: datetime
    to: str
    outcome: str
    at: datetime
    tries: int = 1
    reason: str = ""
    kinds: tuple[str, ...] = ()
    order: int | None = None  # None is one of the schedule file
