"""Which account stands behind an address, and what that account may receive."""

from email.message import EmailMessage

from data_access.database.errors import NotAllowed
from data_access.staff.recipients import read_recipients
from data_access.store.narrowing import narrowed
from data_access.store.records import Records
from data_access.store.scoped import records_for
from exports.mail.letter import write_letter
from exports.mail.plan import Mail, Order
from language.by_query import language_of_query
from model.accounts import plain_address
from model.address_strict import parse_strictly
from model.filters import Filters
from model.reader import Reader


class Unaddressed(Exception):  # noqa: N818 (says why nothing is sent)
    """No account may receive the letter. Its only argument is the reason, as a word of the log."""


def letter_to(order: Order, mail: Mail, to: str, records: Records, reader: Reader | None = None) -> EmailMessage:
    """The letter for the account of that address, or for `reader`. `records` must see everything.

    Raises Unaddressed, NotUnderstood, and what data_access raises.
    """
    filters, _ = parse_strictly(order.query, records.catalogue)
    reader = reader or records.ask_now(read_recipients).get(plain_address(to))
    if reader is None:
        raise Unaddressed("no account")
    allowed = _within(filters, reader)
    if allowed is None:
        raise Unaddressed("outside the unit of the account")
    own = records_for(records, reader)
    try:
        return write_letter(order, mail, to, own, narrowed(own, allowed), language_of_query(order.query))
    except NotAllowed:
        raise Unaddressed("outside the unit of the account") from None


def _within(filters: Filters, reader: Reader) -> Filters | None:
    """The filters limited to the units of an account; None where none of the units asked for is among them."""
    if reader.sees_everything:
        return filters
    units = tuple(code for code in reader.units if not filters.units or code in filters.units)
    return filters.everywhere.changed(units=units) if units else None
