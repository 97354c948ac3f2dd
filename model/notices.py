"""Values of an address that were not understood."""

from dataclasses import dataclass, field
from typing import Final

_NOT_IGNORED: Final = ("beyond", "unprinted")


@dataclass(frozen=True)
class Notice:
    """An ignored or adjusted value of an address."""

    parameter: str
    value: str
    reason: str = field(default="unknown")  # a name in language/: notice_<reason>

    @property
    def is_ignored(self) -> bool:
        """Whether the value was ignored, not only adjusted or commented on."""
        return self.reason not in _NOT_IGNORED
