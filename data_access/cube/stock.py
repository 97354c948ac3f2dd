"""Labels of the sums of a slice, and the stock under review that they leave at the end."""

from typing import Final, NamedTuple

from data_access.cube.keys import Numbers
from data_access.cube.tally import Sums
from model.codes import Event

FLOW: Final = (Event.UPLOADED, Event.VALID, Event.INVALID)


class Label(NamedTuple):
    """The label of a sum: an event in the period, or before it."""

    event: Event
    early: bool = False


def stock_of(sums: Sums, weight: str) -> Numbers:
    """The number under review at the end: uploaded by then, but not decided."""
    uploaded, *decided = (sums.of(Label(event), weight) + sums.of(Label(event, early=True), weight) for event in FLOW)
    return uploaded - sum(decided)
