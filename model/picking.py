"""Charts with selectable bars: their scope and their selection."""

from model.address import REPEATED
from model.filters import Filters


def around(filters: Filters, parameter: str) -> Filters:
    """The filters without the chart's own one, so that it keeps all its bars."""
    return filters.changed(**{REPEATED[parameter]: ()})


def picked(filters: Filters, parameter: str) -> tuple[str, ...]:
    """The selected codes."""
    codes: tuple[str, ...] = getattr(filters, REPEATED[parameter])
    return codes
