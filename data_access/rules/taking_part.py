"""Participation on a day: a unit that has left or not yet joined is neither silent nor late."""

from collections.abc import Collection
from datetime import datetime

from model.catalogue import Catalogue
from model.filters import Filters
from model.reference import Group


def taking_part(
    catalogue: Catalogue, filters: Filters, moment: datetime | None, always: Collection[int] = ()
) -> tuple[Group, ...]:
    """The groups in scope with a unit that takes part on the day of a moment, or is in `always` (ids)."""
    day = moment.date() if moment else None
    groups = catalogue.groups_in(filters)
    return tuple(group for group in groups if any(unit.reports_on(day) or unit.id in always for unit in group.units))
