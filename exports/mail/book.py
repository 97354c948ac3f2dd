"""Pending letters and their outcomes: in the log for the schedule file, in the database for orders made on the page."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from data_access.database.errors import DataAccessError
from data_access.staff.mail_letters import claim_letter, may_be_tried, settle_letter
from exports.mail.journal import Entry, Journal
from exports.mail.plan import Order
from model.mailing import SENDING, SENT, MailLetter

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class DueLetter:
    """A letter that is due."""

    order: Order
    due: datetime
    to: str


@dataclass(frozen=True)
class Book:
    """One run of the schedule."""

    journal: Journal
    url: str
    now: datetime

    def waiting(self, order: Order) -> Iterator[DueLetter]:
        """Letters due at the newest time of an order, if the order was active then and they may be tried now."""
        mail_order, due = order.kept, order.last_due(self.now)
        begun = mail_order.begun_at if mail_order else self.journal.begun(order.name, order.mark)
        if begun is None or due < begun:
            return
        if mail_order:
            open_to = may_be_tried(self.url, mail_order.number, due, order.to, self.now)
        else:
            open_to = tuple(to for to in order.to if self._may_try(order.name, due, to))
        yield from (DueLetter(order, due, to) for to in open_to)

    def claims(self, letter: DueLetter) -> bool:
        """Whether this run may send the letter. In the database another process may have claimed it first."""
        return letter.order.kept is None or claim_letter(self.url, self._letter(letter, SENDING, ""))

    def settle(self, letter: DueLetter, outcome: str, reason: str) -> None:
        """Record the outcome of a letter."""
        if letter.order.kept is None:
            files = letter.order.kinds if outcome == SENT else ()
            at, due = self.now.isoformat(), letter.due.isoformat()
            self.journal.add(Entry(at, letter.order.name, due, letter.to, outcome, reason, files))
        try:
            settle_letter(self.url, self._letter(letter, outcome, reason))
        except DataAccessError:
            log.warning("The database was not told of a letter to %s.", letter.to, exc_info=True)

    def _may_try(self, name: str, due: datetime, to: str) -> bool:
        return not self.journal.has_settled(name, due, to) and self.journal.may_try(name, due, to, self.now)

    def _letter(self, letter: DueLetter, outcome: str, reason: str) -> MailLetter:
        mail_order, kinds = letter.order.kept, letter.order.kinds if outcome == SENT else ()
        number = mail_order.number if mail_order else None
        return MailLetter(letter.order.name, letter.due, letter.to, outcome, self.now, 1, reason, kinds, number)
