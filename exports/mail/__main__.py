"""`python -m exports.schedule FILE --log FILE`: send what is due. Run it every few minutes from cron or systemd."""

import argparse
import logging
import smtplib
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from data_access.cli.parser import REFUSED, USED_WRONGLY
from data_access.database.errors import DataAccessError, UnknownSnapshot
from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.snapshots.frozen import at_snapshot
from data_access.staff.audit import note_event
from data_access.staff.mail_orders import read_orders
from data_access.store.of_commands import records_of_command
from data_access.store.records import Records
from exports.mail.addressing import Unaddressed, letter_to
from exports.mail.answers import answer_of, is_permanent
from exports.mail.book import Book, DueLetter
from exports.mail.journal import BEGUN, Entry, Journal
from exports.mail.letter import send_letter, write_notice
from exports.mail.plan import Mail, Order, WrongSchedule, order_of, read_schedule
from language.by_query import language_of_query
from model.address_strict import NotUnderstood, parse_strictly
from model.clock import this_second
from model.mailing import FAILED, SENT, SKIPPED
from model.mailing import REFUSED as REFUSED_FOR_GOOD
from model.reader import LOCAL
from presentation.notices import describe_notices

log = logging.getLogger(__name__)
DONE: Final = 0
SOME_FAILED: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Send what is due. Returns 0 if nothing failed, 2 if letters failed or the file is wrong, 3 for a wrong query."""
    parser = argparse.ArgumentParser(prog="python -m exports.schedule", description=__doc__)
    parser.add_argument("file", type=Path, help="schedule in TOML: deploy/schedule.example.toml")
    parser.add_argument("--log", type=Path, default=Path("schedule.log"), help="what became of every letter")
    parser.add_argument("--now", type=datetime.fromisoformat, default=None, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    try:
        mail, orders = read_schedule(options.file)
    except (WrongSchedule, OSError) as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    journal = Journal(options.log)
    with journal.held() as mine:
        if not mine:
            print("Another run is sending.", file=sys.stderr)
            return DONE
        return _send_due(mail, orders, journal, options.now or this_second())


def _send_due(mail: Mail, orders: Sequence[Order], journal: Journal, now: datetime) -> int:
    book = Book(journal, database_url(), now)
    waiting = [letter for order in (*orders, *_kept_orders()) for letter in book.waiting(order)]
    if journal.unread:
        lines = ", ".join(map(str, journal.unread))
        print(f"{journal.file}: lines that cannot be read were skipped: {lines}.", file=sys.stderr)
    new = [order for order in orders if journal.begun(order.name, order.mark) is None]
    if not waiting and not new:
        return DONE
    with closing(records_of_command()) as records:
        if not _all_understood(orders, records):
            return USED_WRONGLY
        for order in new:
            journal.add(Entry(now.isoformat(), order.name, "", "", BEGUN, order.mark))
            print(f"begun: {order.name}, first due {order.next_due(now):%Y-%m-%d %H:%M}")
        notices: set[str] = set()
        outcomes = [_settle(letter, mail, book, records, notices) for letter in waiting if book.claims(letter)]
    return SOME_FAILED if {FAILED, REFUSED_FOR_GOOD} & {*outcomes} else DONE


def _kept_orders() -> Iterator[Order]:
    """Active orders from the database. A broken order or an unavailable database does not stop the others."""
    try:
        with reading(database_url()) as connection:
            orders = [order for order in read_orders(connection) if order.stopped_at is None]
    except DataAccessError as problem:
        log.warning("Orders of the page could not be read: %s", problem)
        return
    for order in orders:
        try:
            yield order_of(order)
        except WrongSchedule as problem:
            print(problem, file=sys.stderr)


def _settle(letter: DueLetter, mail: Mail, book: Book, records: Records, notices: set[str]) -> str:
    """Deliver one letter and record the outcome; `notices` holds the notices already sent in this run."""
    outcome, reason, notice = _deliver(letter.order, mail, letter.to, records)
    book.settle(letter, outcome, reason)
    print(f"{outcome}: {letter.order.name} -> {letter.to}{f' ({reason})' if reason else ''}")
    if notice and notice not in notices:
        notices.add(notice)
        _notify_owner(letter.order, mail, notice)
    return outcome


def _notify_owner(order: Order, mail: Mail, notice: str) -> None:
    subject = language_of_query(order.query).exports.mail.refused_subject.format(report=order.name)
    try:
        send_letter(write_notice(order, mail, subject, notice), mail)
    except (smtplib.SMTPException, OSError):
        log.warning("The owner of %s could not be told.", order.name, exc_info=True)


def _all_understood(orders: Sequence[Order], records: Records) -> bool:
    """Whether every query can be parsed; logs those that cannot. A typo must not send the whole country to anybody."""
    wrong = 0
    for order in orders:
        try:
            at_snapshot(records, parse_strictly(order.query, records.catalogue)[0])
        except (NotUnderstood, UnknownSnapshot) as problem:
            print(f"{order.name}: {_what_is_wrong(problem, order, records)}", file=sys.stderr)
            wrong += 1
        except DataAccessError:
            log.warning("The query of %s could not be tried.", order.name, exc_info=True)  # each letter tells it
    return not wrong


def _what_is_wrong(problem: NotUnderstood | UnknownSnapshot, order: Order, records: Records) -> str:
    """Why the query of an order cannot be parsed (any more), in the order's language."""
    language = language_of_query(order.query)
    if isinstance(problem, NotUnderstood):
        return describe_notices(problem, language)
    frozen = parse_strictly(order.query, records.catalogue)[0].snapshot
    return language.mailing.refusals["snapshot"].format(value=frozen)


def _deliver(order: Order, mail: Mail, to: str, records: Records) -> tuple[str, str, str]:
    """The outcome of one letter, the reason where it was not sent, and the notice for its owner."""
    texts = language_of_query(order.query).exports.mail
    try:
        send_letter(letter_to(order, mail, to, records), mail)
    except Unaddressed as problem:
        return SKIPPED, str(problem), ""
    except (NotUnderstood, UnknownSnapshot) as problem:  # of the page: a unit, frozen figures that are no more
        reason = _what_is_wrong(problem, order, records)
        return REFUSED_FOR_GOOD, reason, texts.not_made.format(report=order.name, reason=reason)
    except (DataAccessError, smtplib.SMTPException, OSError) as problem:
        log.warning("A letter to %s failed.", to, exc_info=True)
        reason = answer_of(problem)
        if is_permanent(problem):
            return REFUSED_FOR_GOOD, reason, texts.refused.format(report=order.name, to=to, reason=reason)
        return FAILED, reason, ""
    note_event(database_url(), LOCAL, "mailed", to=to, report=order.name, kinds=order.kinds)
    return SENT, "", ""


if __name__ == "__main__":
    sys.exit(main())
