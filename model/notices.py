"""What of an address was not understood, to be told to the reader."""

from dataclasses import dataclass, field
from typing import Final

_ONLY_TOLD: Final = ("beyond", "unprinted")


@dataclass(frozen=True)
class Notice:
    """A value of an address that was ignored, to be told to the reader."""

    parameter: str
    value: str
    reason: str = field(default="unknown")  # a name in language/: notice_<reason>

    @property
    def is_ignored(self) -> bool:
        """Whether the value had to be left out, not only told."""
        return self.reason not in _ONLY_TOLD
