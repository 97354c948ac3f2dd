"""The schedule file, validated as a whole before anything is sent."""

import tomllib
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from email.utils import formataddr, parseaddr
from pathlib import Path
from typing import Final

from exports.kinds import KINDS
from language.languages import ENGLISH, Language
from model.accounts import is_address, plain_address
from model.edges import Json
from model.fingerprints import fingerprint_of
from model.mailing import DAYS, MailOrder

SECURITY: Final = ("none", "starttls", "tls")
_WEEK: Final = 7


class WrongSchedule(Exception):  # noqa: N818 (says what the reader is told)
    """The schedule file, or an order of the page, is invalid.

    `code` is a key of `language.mailing.mistakes`; `where` names the file or the report, `value` the wrong value.
    """

    def __init__(self, code: str, where: str = "", value: str = "") -> None:
        super().__init__(code, where, value)
        self.code, self.where, self.value = code, where, value

    def sentence(self, language: Language) -> str:
        """What is wrong, in one sentence of the language."""
        return language.mailing.mistakes[self.code].format(where=self.where, value=self.value)

    def __str__(self) -> str:
        return self.sentence(ENGLISH)


@dataclass(frozen=True)
class Mail:
    """The SMTP server. Its password comes from the environment, never from the file."""

    host: str
    port: int
    sender: str
    security: str = "starttls"
    user: str = ""
    address: str = ""  # of the app, for links
    owner: str = ""  # receives notices of permanently refused letters; the sender by default


@dataclass(frozen=True)
class Order:
    """A report, the time of day and the weekdays at which it is sent, and its recipients."""

    name: str
    query: str
    kinds: tuple[str, ...]
    at: time
    days: tuple[str, ...]
    to: tuple[str, ...]  # plain addresses, each once
    names: tuple[tuple[str, str], ...] = ()  # of some of them: address, name
    kept: MailOrder | None = None  # the stored order; None for one of the file

    @property
    def mark(self) -> str:
        """A fingerprint of the order; it changes with every edit."""
        return fingerprint_of(repr((self.query, self.kinds, self.at, self.days, self.to)))

    def written(self, address: str) -> str:
        """The recipient as an e-mail header: `Lê Thị Bé <be@example.vn>`, accents encoded."""
        return formataddr((dict(self.names).get(address, ""), address))

    def shown(self, address: str) -> str:
        """The recipient as people read it, accents not encoded."""
        name = dict(self.names).get(address, "")
        return f"{name} <{address}>" if name else address

    def next_due(self, now: datetime) -> datetime:
        """The first scheduled time after `now`."""
        for ahead in range(_WEEK + 1):
            due = datetime.combine(now.date() + timedelta(days=ahead), self.at)
            if due > now and DAYS[due.weekday()] in self.days:
                return due
        raise WrongSchedule("no_day", self.name)

    def last_due(self, now: datetime) -> datetime:
        """The latest scheduled time at or before `now`."""
        for back in range(_WEEK + 1):
            due = datetime.combine(now.date() - timedelta(days=back), self.at)
            if due <= now and DAYS[due.weekday()] in self.days:
                return due
        raise WrongSchedule("no_day", self.name)


def read_schedule(file: Path) -> tuple[Mail, tuple[Order, ...]]:
    """Server and orders of a TOML file. Raises WrongSchedule, OSError."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig"))  # of Windows' editor, too
        mail = content["mail"]
        server = Mail(**{name: mail[name] for name in mail})
        orders = tuple(_order(entry) for entry in content.get("report", ()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise WrongSchedule("toml", file.name, str(problem)) from problem
    except (KeyError, TypeError) as problem:
        raise WrongSchedule("incomplete", file.name, str(problem)) from problem
    _check(server, orders)
    return server, orders


def order_of(mail_order: MailOrder) -> Order:
    """An order stored by the page, in the form the schedule uses. Raises WrongSchedule."""
    draft = mail_order.wanted
    values = {"name": draft.name, "programme": draft.programme, "query": draft.query, "kinds": draft.kinds}
    order = replace(_order({**values, "days": draft.days, "at": draft.at, "to": draft.to}), kept=mail_order)
    _check_order(order)
    return order


def _order(entry: Json) -> Order:
    at = entry["at"]
    moment = at if isinstance(at, time) else _time(entry["name"], str(at))
    days = tuple(entry.get("days", DAYS))
    recipients = [_recipient(entry["name"], str(text)) for text in entry["to"]]
    programme = [f"programme={entry['programme']}"] if entry.get("programme") else []
    query = "&".join([*programme, *filter(None, [entry.get("query", "")])])
    to = tuple(dict.fromkeys(address for address, _ in recipients))  # one letter a person
    names = tuple((address, name) for address, name in recipients if name)
    return Order(entry["name"], query, tuple(entry["kinds"]), moment, days, to, names)


def _recipient(report: str, text: str) -> tuple[str, str]:
    """Address and name of `Lê Thị Bé <be@example.vn>`."""
    name, address = parseaddr(text)
    plain = plain_address(address)
    if not is_address(plain):
        raise WrongSchedule("address", report, text)
    return plain, name


def _time(name: str, text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise WrongSchedule("time", name, text) from None


def _check(server: Mail, orders: tuple[Order, ...]) -> None:
    if server.security not in SECURITY:
        raise WrongSchedule("security", ", ".join(SECURITY), str(server.security))
    if not isinstance(server.port, int):
        raise WrongSchedule("port", value=str(server.port))
    for order in orders:
        _check_order(order)
    if len({order.name for order in orders}) < len(orders):
        raise WrongSchedule("same_name")


def _check_order(order: Order) -> None:
    unknown = [*(kind for kind in order.kinds if kind not in KINDS), *(day for day in order.days if day not in DAYS)]
    if unknown:
        raise WrongSchedule("unknown", order.name, ", ".join(unknown))
    if not (order.kinds and order.days and order.to):
        raise WrongSchedule("empty", order.name)
