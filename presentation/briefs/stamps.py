"""The stamps of briefs, each of which names what the numbers of its page count."""

from dataclasses import replace

from presentation.counted import counted_line, view_of
from presentation.figures import Figures
from presentation.stamp import Stamp, stamp
from presentation.wording import Wording


def brief_stamp(page: str, figures: Figures, wording: Wording) -> Stamp:
    """The stamp of the overview, or that of the targets for an estimate made from them, with the page's own count."""
    return replace(stamp(view_of(page), figures, wording), counted=counted_line(page, figures, wording))
