"""Colours by meaning in files: those of the light charts. Never red for bad or green for good."""

from typing import Final

from charts.kit.palette import LIGHT
from model.codes import TargetStatus

BANNER: Final = "#FFE08A"
PALE: Final = "#F3F6FA"
_STATUSES: Final[dict[str, str]] = {
    TargetStatus.EXCEEDED: LIGHT.above,
    TargetStatus.MET: LIGHT.met,
    TargetStatus.ON_TRACK: LIGHT.on_track,
    TargetStatus.BEHIND: LIGHT.below,
    TargetStatus.MISSED: LIGHT.below,
}


def status_colour(status: str) -> str:
    """The colour of a TargetStatus; grey where nothing can be judged."""
    return _STATUSES.get(status, LIGHT.rest)
