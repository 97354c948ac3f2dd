"""Preview of an order: what its link means, what a recipient would get, and a test letter to oneself."""

import smtplib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import parse_qs, urlencode

from data_access.database.errors import NotSent, UnfitOrder, UnknownSnapshot
from data_access.database.settings import database_url
from data_access.snapshots.frozen import at_snapshot
from data_access.staff.audit import note_event
from data_access.staff.recipients import read_recipients
from data_access.store.records import Records
from exports.mail.addressing import letter_to
from exports.mail.answers import answer_of
from exports.mail.letter import send_letter
from exports.mail.plan import Mail, Order
from model.address import to_params
from model.address_strict import parse_strictly
from model.reader import Reader

_NOWHERE = Mail("", 0, "")


@dataclass(frozen=True)
class Letter:
    """A letter as its recipient sees it. `files` are file names and sizes in bytes."""

    subject: str
    text: str
    files: tuple[tuple[str, int], ...]


def parse_scope(text: str, programme: str, records: Records) -> tuple[str, str]:
    """Programme and filters of a link or a query string; `programme` is used where it names none.

    Raises NotUnderstood, UnfitOrder.
    """
    params = parse_qs(text.strip().partition("#")[0].rpartition("?")[2])
    query = urlencode({"programme": [programme], **params}, doseq=True)
    filters, _ = parse_strictly(query, records.catalogue)
    try:
        at_snapshot(records, filters)
    except UnknownSnapshot:
        raise UnfitOrder("snapshot", filters.snapshot or "") from None
    own_query = {name: values for name, values in to_params(filters).items() if name != "programme"}
    language = {"lang": params["lang"][-1:]} if params.get("lang") else {}
    return filters.programme, urlencode({**own_query, **language}, doseq=True)


def readers_of(order: Order, records: Records) -> Mapping[str, Reader | None]:
    """The account behind each address; None for addresses that would get nothing."""
    readers = records.ask_now(read_recipients)
    return {to: readers.get(to) for to in order.to}


def preview_letter(order: Order, mail: Mail | None, to: str, records: Records) -> Letter:
    """What that address would get; nothing is sent. Raises Unaddressed, and what data_access raises."""
    letter = letter_to(order, mail or _NOWHERE, to, records)
    body = letter.get_body(("plain",))
    files = tuple((part.get_filename() or "", len(part.get_payload(decode=True))) for part in letter.iter_attachments())
    return Letter(str(letter["Subject"]), body.get_content() if body else "", files)


def send_to_oneself(order: Order, mail: Mail, to: str, by: Reader, records: Records) -> None:
    """Send the letter with its attachments to the account itself; without login, to the owner of the schedule.

    Raises NotSent, and what data_access raises.
    """
    letter: EmailMessage = letter_to(order, mail, to, records, by)
    try:
        send_letter(letter, mail)
    except (smtplib.SMTPException, OSError) as problem:
        raise NotSent(answer_of(problem)) from problem
    note_event(database_url(), by, "mailed", to=to, report=order.name, kinds=order.kinds)
