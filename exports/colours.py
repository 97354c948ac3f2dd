"""Colours of files by meaning, taken from the light charts. Never red for bad or green for good."""

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


def word_colour(status: str) -> str:
    """The colour of a status written as a word. Words need more contrast than bars, so these are darker."""
    colour = status_colour(status)
    return LIGHT.data if colour in (LIGHT.met, LIGHT.on_track) else LIGHT.quiet if colour == LIGHT.rest else colour


def status_colour(status: str) -> str:
    """The colour of a TargetStatus; grey where there is no verdict."""
    return _STATUSES.get(status, LIGHT.rest)
