"""The chart of a breakdown, on the overview, for one union and on its own page."""

from collections.abc import Sequence
from functools import partial

from charts.kit.theme import Look
from charts.sectors import draw_sectors
from interface.shell.picking import Pickable
from interface.shell.visit import Visit
from interface.shell.wording import breakdown_note, breakdown_sources, breakdown_title
from model.breakdown import Breakdown


def sector_chart(
    breakdown: Breakdown, visit: Visit, look: Look, highlighted: Sequence[str] = (), finding: str = ""
) -> Pickable:
    """The parts of a whole under a finding, else under the name of their scheme."""
    return Pickable(
        finding or breakdown_title(breakdown, visit.language),
        breakdown_note(breakdown, visit),
        partial(draw_sectors, breakdown, look, highlighted),
        breakdown_sources(breakdown, visit.language),
    )
