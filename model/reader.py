"""The reader: an account's role and units."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """The role of an account, each including the previous ones."""

    VIEWER = "viewer"  # aggregates
    STAFF = "staff"  # rows with authors, files in and out
    LEAD = "lead"  # freezes, decides, marks events and examples
    ADMIN = "admin"  # accounts, programmes, the audit log

    @property
    def rank(self) -> int:
        """The order of roles, higher for more permissions."""
        return _RANKS[self]


_RANKS: Final = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True)
class Reader:
    """An account as pages and queries know it. `units` are codes, none means all; a unit includes those below it."""

    email: str
    role: Role
    units: tuple[str, ...] = ()

    @property
    def sees_everything(self) -> bool:
        """Whether all units are in scope."""
        return not self.units

    def is_at_least(self, role: Role) -> bool:
        """Whether this account has at least that role."""
        return self.role.rank >= role.rank


# The user at the machine itself while access is open; nobody else is answered then.
LOCAL: Final = Reader("", Role.ADMIN)
