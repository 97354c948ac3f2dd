"""Accounts as administrators see them, and the permissions of each role."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from types import MappingProxyType
from typing import Final

from model.reader import Reader, Role

# Actions that write or export data, and the lowest role allowed. Saving views needs no permission.
MAY: Final[Mapping[str, Role]] = MappingProxyType(
    {
        "keep_view": Role.VIEWER,
        "keep_slides": Role.VIEWER,
        "see_rows": Role.STAFF,
        "import": Role.STAFF,
        "undo": Role.STAFF,
        "take_rows": Role.STAFF,
        "say_adopted": Role.STAFF,
        "decide": Role.LEAD,
        "freeze": Role.LEAD,
        "mark_event": Role.LEAD,
        "choose_example": Role.LEAD,
        "order_mail": Role.LEAD,
        "manage_accounts": Role.ADMIN,
        "manage_programmes": Role.ADMIN,
        "read_audit": Role.ADMIN,
    }
)
_ADDRESS: Final = re.compile(r"[^@\s<>\"',;]+@[^@\s<>\"',;]+\.[^@\s<>\"',;.]+")


@dataclass(frozen=True)
class Account:
    """One account. `units` are codes, sorted; none means all. `seen_at` is the last click of any of its sessions."""

    email: str
    role: Role
    units: tuple[str, ...] = ()
    name: str = ""
    blocked_at: datetime | None = None
    seen_at: datetime | None = None

    @property
    def reader(self) -> Reader:
        return Reader(self.email, self.role, self.units)


def may(reader: Reader, action: str) -> bool:
    """Whether the role allows `action`, a key of MAY. Units are checked where the rows are known."""
    return reader.is_at_least(MAY[action])


def plain_address(text: str) -> str:
    """The address in lower case without surrounding spaces, as accounts store it."""
    return unicodedata.normalize("NFKC", text).strip().lower()


def address_in(text: str) -> str:
    """The plain address of `Lê Thị Bé <be@example.vn>`; "" where there is none."""
    return plain_address(parseaddr(text)[1])


def is_address(plain: str) -> bool:
    """Whether the text looks like an e-mail address."""
    return len(plain) <= 320 and _ADDRESS.fullmatch(plain) is not None
