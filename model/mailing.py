"""Scheduled reports by e-mail, and the outcome of each letter."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SENDING, SENT, FAILED, SKIPPED, REFUSED = "sending", "sent", "failed", "skipped", "refused"


@dataclass(frozen=True)
class WantedMail:
    """The input for an order. `to` are addresses as typed: `Lê Thị Bé <be@example.vn>`."""

    name: str
    programme: str
    query: str  # of a page, its programme left out
    kinds: tuple[str, ...]
    days: tuple[str, ...]
    at: time
    to: tuple[str, ...]


@dataclass(frozen=True)
class MailOrder:
    """A stored order. Nothing due before `begun_at` (created, edited or resumed) is sent."""

    number: int
    wanted: WantedMail
    who: str
    begun_at: datetime
    stopped_at: datetime | None = None


@dataclass(frozen=True)
class MailLetter:
    """One report for one of its times to one address. `tries` includes temporary failures."""

    report: str
    due: datetime
    to: str
    outcome: str
    at: datetime
    tries: int = 1
    reason: str = ""
    kinds: tuple[str, ...] = ()
    order: int | None = None  # None is one of the schedule file
