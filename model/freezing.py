"""Frozen figures: what was frozen, by whom, and how today's records differ."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Frozen:
    """“Chốt số liệu”: the figures of a programme at `as_of` (inclusive), stored under a code since `frozen_at`."""

    id: int
    programme_id: int
    programme: str  # its code
    code: str
    name: str
    as_of: datetime
    frozen_at: datetime
    who: str
    sha256: str
    dimensions: tuple[str, ...]  # that its cells tell apart


@dataclass(frozen=True)
class UnitChange:
    """The count of one union at the frozen moment: as frozen, and from today's records."""

    unit_code: str
    unit_name: str
    uploads: int
    uploads_today: int
    valid: int
    valid_today: int
    benefit_vnd: int
    benefit_vnd_today: int


@dataclass(frozen=True)
class FrozenChanges:
    """What changed since freezing. `latest` counts all uploads up to today."""

    frozen: Frozen
    uploads: int
    uploads_today: int  # at the frozen moment
    latest: int
    units: tuple[UnitChange, ...]  # those that differ
    targets: int  # how many targets differ

    @property
    def added_later(self) -> int:
        """Uploads after the frozen moment."""
        return self.latest - self.uploads_today

    @property
    def has_moved(self) -> bool:
        """Whether past records were corrected, so that the same moment would now give other figures."""
        return bool(self.units or self.targets)
