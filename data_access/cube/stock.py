"""What sums of a slice are of, and the stock that they leave: what is under review at the end."""

from typing import Final, NamedTuple

from data_access.cube.columns import Numbers
from data_access.cube.tally import Sums
from model.codes import Event

FLOW: Final = (Event.UPLOADED, Event.VALID, Event.INVALID)


class Label(NamedTuple):
    """What a sum is of: an event of the period, or of the time before it."""

    event: Event
    early: bool = False


def stock_of(sums: Sums, weight: str) -> Numbers:
    """What is under review at the end: uploaded by then, and not decided by then."""
    uploaded, *decided = (sums.of(Label(event), weight) + sums.of(Label(event, early=True), weight) for event in FLOW)
    return uploaded - sum(decided)
