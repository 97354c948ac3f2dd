"""`python -m exports.schedule FILE --log FILE`: send what is due. To be run every few minutes, by cron or systemd."""

import argparse
import logging
import smtplib
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs

from data_access.database.bounded import IN_A_COMMAND, Database
from data_access.database.errors import DataAccessError, NotAllowed, UnknownSnapshot
from data_access.database.settings import database_url
from data_access.snapshots.frozen import at_snapshot
from data_access.staff.audit import note_event
from data_access.staff.recipients import read_recipients
from data_access.store.live import LiveRecords
from data_access.store.narrowing import narrowed
from data_access.store.records import Records
from data_access.store.row_answers import elsewhere
from data_access.store.scoped import records_for
from exports.mail.journal import BEGUN, FAILED, SENT, SKIPPED, Entry, Journal
from exports.mail.journal import REFUSED as REFUSED_FOR_GOOD
from exports.mail.letter import is_permanent, send_letter, write_letter, write_notice
from exports.mail.plan import Mail, Order, WrongSchedule, read_schedule
from language.languages import LANGUAGES, VIETNAMESE, Language
from model.accounts import plain_address
from model.address_strict import NotUnderstood, parse_strictly
from model.filters import Filters
from model.reader import LOCAL, Reader

log = logging.getLogger(__name__)
DONE: Final = 0
REFUSED: Final = 2
SOME_FAILED: Final = 2
NOT_UNDERSTOOD: Final = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Send what is due; the exit code: 0 nothing failed, 2 letters failed or the file is wrong, 3 a query is."""
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
    waiting = [waits for order in orders for waits in _waiting(order, journal, now)]
    if journal.unread:
        lines = ", ".join(map(str, journal.unread))
        print(f"{journal.file}: lines that cannot be read were skipped: {lines}.", file=sys.stderr)
    new = [order for order in orders if journal.begun(order.name, order.mark) is None]
    if not waiting and not new:
        return DONE
    with closing(LiveRecords(Database(database_url(), IN_A_COMMAND), rows_from=elsewhere())) as records:
        if not _all_understood(orders, records):
            return NOT_UNDERSTOOD
        for order in new:
            journal.add(Entry(now.isoformat(), order.name, "", "", BEGUN, order.mark))
            print(f"begun: {order.name}, first due {order.next_due(now):%Y-%m-%d %H:%M}")
        outcomes = [_settle(order, due, to, mail, journal, now, records) for order, due, to in waiting]
    return SOME_FAILED if {FAILED, REFUSED_FOR_GOOD} & {*outcomes} else DONE


def _waiting(order: Order, journal: Journal, now: datetime) -> Iterator[tuple[Order, datetime, str]]:
    """Letters of the newest time of an order, if it was followed then already and they may be tried now."""
    begun, due = journal.begun(order.name, order.mark), order.last_due(now)
    if begun is None or due < begun:
        return
    for to in order.to:
        if not journal.has_settled(order.name, due, to) and journal.may_try(order.name, due, to, now):
            yield order, due, to


def _settle(order: Order, due: datetime, to: str, mail: Mail, journal: Journal, now: datetime, records: Records) -> str:
    """Deliver one letter and write down what became of it."""
    outcome, reason = _deliver(order, mail, to, records)
    files = order.kinds if outcome == SENT else ()
    journal.add(Entry(now.isoformat(), order.name, due.isoformat(), to, outcome, reason, files))
    print(f"{outcome}: {order.name} -> {to}{f' ({reason})' if reason else ''}")
    if outcome == REFUSED_FOR_GOOD:
        _tell_owner(order, mail, to, reason)
    return outcome


def _tell_owner(order: Order, mail: Mail, to: str, reason: str) -> None:
    try:
        send_letter(write_notice(order, mail, to, reason, _language(order.query)), mail)
    except (smtplib.SMTPException, OSError):
        log.warning("The owner of %s could not be told.", order.name, exc_info=True)


def _all_understood(orders: Sequence[Order], records: Records) -> bool:
    """Whether every query means something; told where not. Nobody gets the whole country by a slip of the pen."""
    wrong = 0
    for order in orders:
        try:
            at_snapshot(records, parse_strictly(order.query, records.catalogue)[0])
        except NotUnderstood as problem:
            language = _language(order.query)
            for notice in problem.notices:
                told = language.problems.notice(notice.reason, notice.parameter, notice.value)
                print(f"{order.name}: {told}", file=sys.stderr)
            wrong += 1
        except UnknownSnapshot as problem:
            print(f"{order.name}: {problem}", file=sys.stderr)
            wrong += 1
        except DataAccessError:
            log.warning("The query of %s could not be tried.", order.name, exc_info=True)  # each letter tells it
    return not wrong


def _language(query: str) -> Language:
    codes = parse_qs(query.rpartition("?")[2]).get("lang", [])
    return LANGUAGES.get(codes[-1] if codes else "", VIETNAMESE)


def _deliver(order: Order, mail: Mail, to: str, records: Records) -> tuple[str, str]:
    """What became of one letter, and why where it did not go out."""
    try:
        filters, _ = parse_strictly(order.query, records.catalogue)
        reader = records.ask(read_recipients, "recipients").get(plain_address(to))
        if reader is None:
            return SKIPPED, "no account"
        allowed = _within(filters, reader)
        if allowed is None:
            return SKIPPED, "outside the unit of the account"
        own = records_for(records, reader)
        letter = write_letter(order, mail, to, own, narrowed(own, allowed), _language(order.query))
        send_letter(letter, mail)
    except NotAllowed:
        return SKIPPED, "outside the unit of the account"
    except (DataAccessError, smtplib.SMTPException, OSError) as problem:
        log.warning("A letter to %s failed.", to, exc_info=True)
        return REFUSED_FOR_GOOD if is_permanent(problem) else FAILED, f"{type(problem).__name__}: {problem}"
    note_event(database_url(), LOCAL, "mailed", to=to, report=order.name, kinds=order.kinds)
    return SENT, ""


def _within(filters: Filters, reader: Reader) -> Filters | None:
    """The filters for a letter to an account: of some units, one about those; None where none was asked for."""
    if reader.sees_everything:
        return filters
    units = tuple(code for code in reader.units if not filters.units or code in filters.units)
    return filters.everywhere.changed(units=units) if units else None


if __name__ == "__main__":
    sys.exit(main())
