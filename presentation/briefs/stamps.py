"""The stamps of briefs, each of which names what the numbers of its page count."""

from dataclasses import replace

from presentation.figures import Figures
from presentation.stamp import Stamp, counted, stamp
from presentation.wording import Wording


def brief_stamp(page: str, figures: Figures, wording: Wording) -> Stamp:
    """The stamp of the overview, or that of the targets for an estimate made from them, with the page's own count."""
    view = "targets" if page == "potential" else "overview"
    words = {"what": counted(view, figures, wording)} | {code: wording.counted(code) for code in ("benefit", "people")}
    subject = wording.language.stage.counts[page].format(**words)
    return replace(stamp(view, figures, wording), counted=wording.texts.counted.format(what=subject))
