"""The bars of the target chart and the marks on them."""

from collections.abc import Sequence
from typing import Final

from charts.kit.sheet import Sheet
from charts.kit.statuses import status_colour
from charts.target_rows import percent_of
from model.codes import TargetKind
from model.edges import Row

_BAR: Final = 8  # px
# The red mark is 1.4 times its size: it extends below the bar, since a long name may end above it.
_TARGET: Final = _BAR + 1
_HANGING: Final = 2  # px
_KIND_SHAPES: Final = {"registered": "square", "assigned": "diamond", "guided": "circle"}


def draw_target_bars(sheet: Sheet, bars: Sequence[tuple[float, Row]], beside: Sequence[TargetKind]) -> None:
    """Draw at each y in px: grey to 100%, the bar over it, a mark for the time passed, the red target mark, and the
    `beside` kinds.
    """
    palette = sheet.look.palette
    y, rows = [y for y, _ in bars], [row for _, row in bars]
    sheet.bars(y, [100.0] * len(y), thickness=_BAR, colour=palette.track)
    colours = [status_colour(row["status"], sheet.look.dark) for row in rows]
    sheet.bars(y, [min(row["reached_pct"], sheet.longest) for row in rows], thickness=_BAR, colour=colours)
    expected = [row["expected_pct"] if (row["expected_pct"] or 100) < 100 else None for row in rows]
    sheet.crossing(y, expected, palette.quiet, size=_BAR + 1, width=2)
    hanging = [at + _HANGING for at in y]
    sheet.crossing(hanging, [100.0] * len(y), palette.target, size=_TARGET, width=3)
    for kind in beside:
        values, shape = [percent_of(row, kind) for row in rows], _KIND_SHAPES[kind]
        # Light within and dark around, or the other way round: one of both stands out from whatever it lies on.
        sheet.marks(y, values, shape, palette.page, size=_BAR, width=1.5, edge=palette.ink)
    broken = [sheet.longest * 0.95 if row["reached_pct"] > sheet.longest else None for row in rows]
    sheet.marks(y, broken, "line-ne-open", palette.page, size=_BAR + 4, width=4)
