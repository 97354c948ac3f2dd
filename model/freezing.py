"""Frozen figures: what was frozen, by whom, and how far today's records have moved away from it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Frozen:
    """“Chốt số liệu”: the figures of a programme at `as_of` (inclusive), kept under a code since `frozen_at`."""

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
    """What one union counts at the frozen moment: as frozen, and as the records say today."""

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
    """What has changed since figures were frozen. `latest` counts all uploads of today, later ones included."""

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
        """Whether the past itself was corrected: the same moment would be told differently today."""
        return bool(self.units or self.targets)
