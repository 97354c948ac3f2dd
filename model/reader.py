"""Who asks: an account's role and the units it is for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What an account may do, each role more than the one before it."""

    VIEWER = "viewer"  # aggregates
    STAFF = "staff"  # rows with authors, files in and out
    LEAD = "lead"  # freezes, decides, marks events and examples
    ADMIN = "admin"  # accounts, programmes, the audit log

    @property
    def rank(self) -> int:
        """Higher for roles that may do more."""
        return _RANKS[self]


_RANKS: Final = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True)
class Reader:
    """One account as pages and queries know it. `units` are codes; none of them means every unit there is.

    A unit covers what is below it.
    """

    email: str
    role: Role
    units: tuple[str, ...] = ()

    @property
    def sees_everything(self) -> bool:
        """Whether no unit is out of scope."""
        return not self.units

    def is_at_least(self, role: Role) -> bool:
        """Whether this account may do what `role` may do."""
        return self.role.rank >= role.rank


# Whoever sits at the machine itself while the app is open: nobody else is answered then.
LOCAL: Final = Reader("", Role.ADMIN)
