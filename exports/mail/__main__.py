"""`python -m exports.schedule FILE --log FILE`: send what is due. To be run every few minutes, by cron or systemd."""

import argparse
import logging
import smtplib
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs

from data_access.database.bounded import Database
from data_access.database.errors import DataAccessError
from data_access.database.settings import database_url
from data_access.staff.audit import note_event
from data_access.staff.recipients import read_recipients
from data_access.store.live import LiveRecords
from data_access.store.records import Records
from exports.mail.journal import FAILED, SENT, SKIPPED, Entry, Journal
from exports.mail.letter import send_letter, write_letter
from exports.mail.plan import Mail, Order, WrongSchedule, read_schedule
from language.languages import LANGUAGES, VIETNAMESE
from model.accounts import plain_address
from model.address import parse_query
from model.filters import Filters
from model.reader import LOCAL, Reader

log = logging.getLogger(__name__)
DONE: Final = 0
SOME_FAILED: Final = 1
REFUSED: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Send what is due; the exit code: 0 nothing failed, 1 some letters failed, 2 the file cannot be followed."""
    parser = argparse.ArgumentParser(prog="python -m exports.schedule", description=__doc__)
    parser.add_argument("file", type=Path, help="schedule in TOML: deploy/schedule.example.toml")
    parser.add_argument("--log", type=Path, default=Path("schedule.log"), help="what became of every letter")
    parser.add_argument("--now", type=datetime.fromisoformat, default=None, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    try:
        mail, orders = read_schedule(asked.file)
    except (WrongSchedule, OSError) as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    journal = Journal(asked.log)
    with journal.held() as mine:
        if not mine:
            print("Another run is sending.", file=sys.stderr)
            return DONE
        return _send_due(mail, orders, journal, asked.now or datetime.now().replace(microsecond=0))


def _send_due(mail: Mail, orders: Sequence[Order], journal: Journal, now: datetime) -> int:
    waiting = [
        (order, due, to)
        for order in orders
        for due in [order.last_due(now)]
        for to in order.to
        if not journal.has_settled(order.name, due, to)
    ]
    if not waiting:
        return DONE
    outcomes = []
    with closing(LiveRecords(Database(database_url()))) as records:
        for order, due, to in waiting:
            outcome, reason = _deliver(order, mail, to, records)
            files = order.kinds if outcome == SENT else ()
            journal.add(Entry(now.isoformat(), order.name, due.isoformat(), to, outcome, reason, files))
            print(f"{outcome}: {order.name} -> {to}{f' ({reason})' if reason else ''}")
            outcomes.append(outcome)
    return SOME_FAILED if FAILED in outcomes else DONE


def _deliver(order: Order, mail: Mail, to: str, records: Records) -> tuple[str, str]:
    """What became of one letter, and why where it did not go out."""
    try:
        filters, _ = parse_query(order.query, records.catalogue)
        allowed = _within(filters, to, records.ask(read_recipients, "recipients"))
        if isinstance(allowed, str):
            return SKIPPED, allowed
        codes = parse_qs(order.query.rpartition("?")[2]).get("lang", [])
        language = LANGUAGES.get(codes[-1] if codes else "", VIETNAMESE)
        send_letter(write_letter(order, mail, to, records, allowed, language), mail)
    except (DataAccessError, smtplib.SMTPException, OSError) as problem:
        log.warning("A letter to %s failed.", to, exc_info=True)
        return FAILED, f"{type(problem).__name__}: {problem}"
    note_event(database_url(), LOCAL, "mailed", to=to, report=order.name, kinds=order.kinds)
    return SENT, ""


def _within(filters: Filters, to: str, recipients: Mapping[str, Reader]) -> Filters | str:
    """The filters as far as the address may see, or why it may see nothing. Without an account nobody gets anything."""
    reader = recipients.get(plain_address(to))
    if reader is None:
        return "no account"
    if reader.sees_everything:
        return filters
    units = tuple(code for code in reader.units if not filters.units or code in filters.units)
    if not units:
        return "outside the unit of the account"
    return filters.everywhere.changed(units=units)


if __name__ == "__main__":
    sys.exit(main())
