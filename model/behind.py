"""Units behind their pace."""

from dataclasses import dataclass
from datetime import date, datetime

from model.catalogue import Group
from model.codes import UNCOUNTED, TargetStatus
from model.filters import is_finished


@dataclass(frozen=True)
class Behind:
    """A unit below its needed pace, or silent. Counts refer to the target's period; None where unknown.

    `needed` per day closes the gap by the last day; `last_week` is the count of the last 7 days.
    """

    unit: Group  # itself, or the province of 2025 that units make
    uploads: int
    target: int | None
    gap: int | None  # uploads minus target
    needed: int | None
    last_week: int
    last_day: date | None  # of the newest upload; None where there never was one
    status: TargetStatus
    target_qualifier: str | None = None

    @property
    def is_to_urge(self) -> bool:
        """Whether the target, if there is one, is not met, and nothing came or the pace is too slow."""
        is_met = self.gap is not None and self.gap >= 0
        return not is_met and (self.is_silent or self.status is TargetStatus.BEHIND)

    @property
    def is_silent(self) -> bool:
        return self.last_week == 0

    @property
    def has_reported(self) -> bool:
        """Whether anything is known of it; where nothing is, what is missing is not known either."""
        return self.status not in UNCOUNTED


@dataclass(frozen=True)
class BehindList:
    """The units most behind first. `considered` counts all units checked, `without_target` those without a target.

    `missed` are all that missed their target, once the time is over; of them `units` has those silent at the end.
    """

    units: tuple[Behind, ...]
    considered: int
    without_target: int
    moment: datetime | None
    end: date | None
    days_left: int | None
    missed: tuple[Behind, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether nothing can be caught up any more; the last day is one that is left."""
        return self.days_left is None or is_finished(self.moment, self.end)

    @property
    def has_targets(self) -> bool:
        """Whether any unit has one that it could miss."""
        return self.without_target < self.considered
