"""Statuses by colour and by shape."""

from collections.abc import Mapping
from typing import Final

from charts.kit.palette import DARK, LIGHT
from model.codes import TargetStatus

# Status by colour and by shape; the word stands beside. Shapes and words alone are enough to read a chart.
# Hollow shapes have a dot: without one they are kinds of targets.
STATUS_SHAPES: Final[Mapping[str, str]] = {
    TargetStatus.EXCEEDED: "triangle-up",
    TargetStatus.MET: "circle",
    TargetStatus.ON_TRACK: "diamond",
    TargetStatus.BEHIND: "triangle-down",
    TargetStatus.TOO_EARLY: "diamond-open-dot",
    TargetStatus.MISSED: "x",
    TargetStatus.NO_TARGET: "circle-open-dot",
    TargetStatus.NOT_BEGUN: "triangle-right-open",
    TargetStatus.NOT_REPORTED: "line-ew-open",
    TargetStatus.NOT_PUBLISHED: "square-open-dot",
    TargetStatus.NOT_COMPARABLE: "x-thin-open",
}
# The same shapes as letters, for texts beside a chart.
STATUS_MARKS: Final[Mapping[str, str]] = {
    TargetStatus.EXCEEDED: "▲",
    TargetStatus.MET: "●",
    TargetStatus.ON_TRACK: "◆",
    TargetStatus.BEHIND: "▼",
    TargetStatus.TOO_EARLY: "◈",
    TargetStatus.MISSED: "✕",
    TargetStatus.NO_TARGET: "◎",
    TargetStatus.NOT_BEGUN: "▷",
    TargetStatus.NOT_REPORTED: "–",
    TargetStatus.NOT_PUBLISHED: "▣",
    TargetStatus.NOT_COMPARABLE: "×",
}


def status_colour(status: str, dark: bool) -> str:  # noqa: FBT001 - all that a page knows of a palette
    """The colour of a TargetStatus; grey where there is no verdict."""
    palette = DARK if dark else LIGHT
    colours: dict[str, str] = {
        TargetStatus.EXCEEDED: palette.above,
        TargetStatus.MET: palette.met,
        TargetStatus.ON_TRACK: palette.on_track,
        TargetStatus.BEHIND: palette.below,
        TargetStatus.MISSED: palette.below,
    }
    return colours.get(status, palette.quiet)
