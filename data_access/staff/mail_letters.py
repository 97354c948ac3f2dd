"""The outcome of every letter of the reports by e-mail, and which run sends it."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from data_access.database.schema import mail_letter
from data_access.database.transactions import changing, reading
from data_access.staff.mail_orders import find_orders
from model.mailing import FAILED, SENDING, MailLetter
from model.reader import Reader

_REFUSAL: Final = "The mail log could not be written."
_ENDED: Final = timedelta(minutes=15)  # whoever has been sending for longer was cut off
_FIRST_WAIT: Final = timedelta(minutes=5)
_LONGEST_WAIT: Final = timedelta(hours=4)
_DOUBLED: Final = 10  # times; the longest wait is shorter
_LONGEST_REASON: Final = 1000


def wait_after(failures: int) -> timedelta:
    """The pause before the next try of a letter: five minutes, then twice as long each time."""
    return min(_FIRST_WAIT * (1 << min(failures - 1, _DOUBLED)), _LONGEST_WAIT)


def read_letters(
    connection: Connection, most: int | None = None, orders: Collection[int] | None = None
) -> tuple[MailLetter, ...]:
    """The newest letters, newest first, at most so many; with `orders` those of these orders alone."""
    query = _of(orders, select(mail_letter).order_by(mail_letter.c.at.desc(), mail_letter.c.id.desc()).limit(most))
    return tuple(
        MailLetter(
            row.report, row.due, row.email, row.outcome, row.at, row.tries, row.reason, _parts(row.kinds), row.order_id
        )
        for row in connection.execute(query)
    )


def _of(orders: Collection[int] | None, query: Select[Any]) -> Select[Any]:
    return query if orders is None else query.where(mail_letter.c.order_id.in_(orders))


def find_letters(connection: Connection, by: Reader, most: int) -> tuple[MailLetter, ...]:
    """The letters this account is responsible for, newest first. Raises NotAllowed."""
    return read_letters(connection, most, _own_orders(connection, by))


def count_letters(connection: Connection, by: Reader) -> int:
    """The number of letters that `find_letters` would find without a limit. Raises NotAllowed."""
    query = _of(_own_orders(connection, by), select(func.count()).select_from(mail_letter))
    return int(connection.scalar(query) or 0)


def may_be_tried(url: str, order: int, due: datetime, to: Sequence[str], now: datetime) -> tuple[str, ...]:
    """The addresses whose letter of that time may be claimed now. Raises NotSaved."""
    with reading(url) as connection:
        of_order = read_letters(connection, orders=(order,))
    rests = {
        letter.to
        for letter in of_order
        if letter.due == due and not _may_try(letter.outcome, letter.tries, letter.at, now)
    }
    return tuple(address for address in to if address not in rests)


def claim_letter(url: str, letter: MailLetter) -> bool:
    """Whether this run may send the letter, at `letter.at`; every other run gets False then.

    A letter that failed may be claimed again after its wait. Raises DatabaseUnreachable.
    """
    with changing(url, _REFUSAL) as connection:
        row = connection.execute(select(mail_letter).where(_is(letter))).first()
        if row is None:
            return _begin(connection, letter)
        if not _may_try(row.outcome, row.tries, row.at, letter.at):
            return False
        same = and_(mail_letter.c.id == row.id, mail_letter.c.tries == row.tries, mail_letter.c.at == row.at)
        values = {"outcome": SENDING, "tries": row.tries + 1, "at": letter.at}
        return connection.execute(update(mail_letter).where(same).values(**values)).rowcount == 1


def settle_letter(url: str, letter: MailLetter) -> None:
    """Record the outcome: of a claimed letter in its place, else as a new entry. Raises DatabaseUnreachable."""
    reason = letter.reason[:_LONGEST_REASON]
    with changing(url, _REFUSAL) as connection:
        values = {"outcome": letter.outcome, "at": letter.at, "reason": reason, "kinds": "|".join(letter.kinds)}
        claimed = and_(_is(letter), or_(mail_letter.c.outcome == SENDING, mail_letter.c.outcome == FAILED))
        if letter.order is None or not connection.execute(update(mail_letter).where(claimed).values(**values)).rowcount:
            connection.execute(insert(mail_letter).values(**_values(letter), **values))


def _may_try(outcome: str, tries: int, at: datetime, now: datetime) -> bool:
    """Whether a letter in this state may be tried again: it failed, or its run was interrupted."""
    rests = wait_after(tries) if outcome == FAILED else _ENDED
    return outcome in (FAILED, SENDING) and now >= at + rests


def _begin(connection: Connection, letter: MailLetter) -> bool:
    values = {**_values(letter), "outcome": SENDING, "at": letter.at, "reason": "", "kinds": ""}
    try:
        with connection.begin_nested():
            connection.execute(insert(mail_letter).values(**values))
    except IntegrityError:
        return False  # another run was faster
    return True


def _values(letter: MailLetter) -> dict[str, object]:
    key = {"order_id": letter.order, "report": letter.report, "due": letter.due, "email": letter.to}
    return {**key, "tries": letter.tries}


def _is(letter: MailLetter) -> ColumnElement[bool]:
    columns = mail_letter.c
    return and_(columns.order_id == letter.order, columns.due == letter.due, columns.email == letter.to)


def _own_orders(connection: Connection, by: Reader) -> Collection[int] | None:
    """The orders an account is responsible for; None where it sees everything, including the schedule file."""
    mine = [order.number for order in find_orders(connection, by)]
    return None if by.sees_everything else mine


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)
