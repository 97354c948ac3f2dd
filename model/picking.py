"""Charts whose bars are picked: what they show, and what of it is picked."""

from model.address import REPEATED
from model.filters import Filters


def around(filters: Filters, parameter: str) -> Filters:
    """The filters without the one that a chart picks for: the chart itself keeps all its bars."""
    return filters.changed(**{REPEATED[parameter]: ()})


def picked(filters: Filters, parameter: str) -> tuple[str, ...]:
    """The codes picked so far."""
    codes: tuple[str, ...] = getattr(filters, REPEATED[parameter])
    return codes
