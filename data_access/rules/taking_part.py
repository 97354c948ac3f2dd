"""Who takes part on a day: a unit that has left, or that has not come yet, is neither silent nor late."""

from collections.abc import Collection, Iterable
from datetime import datetime

from model.reference import Group


def taking_part(groups: Iterable[Group], moment: datetime | None, known: Collection[int] = ()) -> tuple[Group, ...]:
    """Those with a unit that takes part on the day of a moment, or of which something is known (ids of units)."""
    day = moment.date() if moment else None
    return tuple(group for group in groups if any(unit.reports_on(day) or unit.id in known for unit in group.units))
