"""Reports by e-mail ordered by staff: by whom, for whom, and since when."""

from collections.abc import Collection
from datetime import datetime, time
from typing import Final

from sqlalchemy import Connection, select, update

from data_access.database.audit_log import note
from data_access.database.errors import UnfitOrder
from data_access.database.insert import insert_one
from data_access.database.permissions import covered_units, require, signature
from data_access.database.schema import mail_order, programme
from data_access.database.transactions import changing
from data_access.reference.ids import find_programme_id
from data_access.staff.accounts import find_accounts
from model.accounts import Account, address_in, is_address
from model.mailing import DAYS, MailOrder, WantedMail
from model.reader import Reader

_REFUSAL: Final = "The mail order could not be saved."
_SEPARATOR: Final = "|"
_LONGEST_NAME: Final = 80


def read_orders(connection: Connection) -> tuple[MailOrder, ...]:
    """Every order by its name, including stopped ones; the schedule sends each address what it may see."""
    query = select(mail_order, programme.c.code).join(programme, programme.c.id == mail_order.c.programme_id)
    return tuple(
        MailOrder(
            row.id,
            WantedMail(
                row.name,
                row.code,
                row.query,
                tuple(row.kinds.split(_SEPARATOR)),
                tuple(row.days.split(_SEPARATOR)),
                time.fromisoformat(row.at),
                tuple(row.recipients.split("\n")),
            ),
            row.who,
            row.begun_at,
            row.stopped_at,
        )
        for row in connection.execute(query.order_by(mail_order.c.name))
    )


def find_orders(connection: Connection, by: Reader) -> tuple[MailOrder, ...]:
    """The orders this account is responsible for: those to recipients it may write to. Raises NotAllowed."""
    addresses = {recipient.email for recipient in find_recipients(connection, by)}
    everything = by.sees_everything
    return tuple(order for order in read_orders(connection) if everything or not _beyond(order.wanted.to, addresses))


def find_recipients(connection: Connection, by: Reader) -> tuple[Account, ...]:
    """The accounts this one may send reports to: of its own units or what is below them. Raises NotAllowed."""
    require(by, "order_mail")
    covered = covered_units(connection, by)
    return tuple(
        account
        for account in find_accounts(connection)
        if account.blocked_at is None and (covered is None or (account.units and covered.issuperset(account.units)))
    )


def save_order(url: str, by: Reader, draft: WantedMail, now: datetime, number: int | None = None) -> int:
    """Save a new order, or a change of the one with that `number`; returns its number. It begins with its next time.

    Raises UnfitOrder, NotAllowed, DatabaseUnreachable.
    """
    with changing(url, _REFUSAL) as connection:
        addresses = {recipient.email for recipient in find_recipients(connection, by)}
        if number is not None:
            _own_order(connection, by, number)
        values = _values(connection, draft, addresses, number)
        values |= {"who": signature(by), "begun_at": now}
        if number is None:
            number = insert_one(connection, mail_order, values)
            note(connection, signature(by), "mail_ordered", **_audit_note(draft))
        else:
            connection.execute(update(mail_order).where(mail_order.c.id == number).values(**values))
            note(connection, signature(by), "mail_changed", **_audit_note(draft))
    return number


def stop_order(url: str, by: Reader, number: int, now: datetime) -> None:
    """Stop sending an order. Raises UnfitOrder, NotAllowed, DatabaseUnreachable."""
    _set(url, by, number, "mail_stopped", stopped_at=now)


def resume_order(url: str, by: Reader, number: int, now: datetime) -> None:
    """Resume sending an order, with its next time. Raises UnfitOrder, NotAllowed, DatabaseUnreachable."""
    _set(url, by, number, "mail_resumed", stopped_at=None, begun_at=now)


def _set(url: str, by: Reader, number: int, action: str, **values: datetime | None) -> None:
    with changing(url, _REFUSAL) as connection:
        name = _own_order(connection, by, number).wanted.name
        connection.execute(update(mail_order).where(mail_order.c.id == number).values(**values))
        note(connection, signature(by), action, report=name)


def _own_order(connection: Connection, by: Reader, number: int) -> MailOrder:
    """The order, if this account is responsible for it; others are treated as missing."""
    for order in find_orders(connection, by):
        if order.number == number:
            return order
    raise UnfitOrder("gone")


def _values(
    connection: Connection, draft: WantedMail, addresses: Collection[str], number: int | None
) -> dict[str, object]:
    """The stored content of a valid order. Raises UnfitOrder, NotAllowed."""
    name, to = " ".join(draft.name.split())[:_LONGEST_NAME], _each_once(draft.to)
    for code, is_missing in (("name", not name), ("kinds", not draft.kinds), ("to", not to)):
        if is_missing:
            raise UnfitOrder(f"no_{code}")
    if not draft.days or not set(draft.days) <= set(DAYS):
        raise UnfitOrder("no_days")
    if beyond := _beyond(to, addresses):
        raise UnfitOrder("no_account", ", ".join(beyond))
    programme_id = find_programme_id(connection, draft.programme)
    if programme_id is None:
        raise UnfitOrder("no_programme", draft.programme)
    namesake = connection.scalar(select(mail_order.c.id).where(mail_order.c.name == name))
    if namesake not in (None, number):
        raise UnfitOrder("name_taken", name)
    return {
        "programme_id": programme_id,
        "name": name,
        "query": draft.query,
        "kinds": _SEPARATOR.join(draft.kinds),
        "days": _SEPARATOR.join(day for day in DAYS if day in draft.days),
        "at": draft.at.strftime("%H:%M"),
        "recipients": "\n".join(to),
    }


def _each_once(texts: Collection[str]) -> tuple[str, ...]:
    """The recipients as written, one for each person. Raises UnfitOrder for what is no address."""
    once: dict[str, str] = {}
    for text in texts:
        address = address_in(text)
        if not is_address(address):
            raise UnfitOrder("not_an_address", text)
        once.setdefault(address, " ".join(text.split()))
    return tuple(once.values())


def _beyond(texts: Collection[str], addresses: Collection[str]) -> tuple[str, ...]:
    """The addresses that are not among those that may be written to."""
    return tuple(address for text in texts if (address := address_in(text)) not in addresses)


def _audit_note(draft: WantedMail) -> dict[str, object]:
    return {
        "report": draft.name,
        "programme": draft.programme,
        "query": draft.query,
        "kinds": draft.kinds,
        "to": [address_in(text) for text in draft.to],
    }
