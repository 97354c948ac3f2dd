"""The bars of the target chart and the marks on them."""

from collections.abc import Sequence
from typing import Final

from charts.kit.sheet import UPRIGHT, Sheet
from charts.kit.statuses import status_colour
from charts.target_rows import percent_of
from model.codes import TargetKind
from model.edges import Row

_BAR: Final = 8  # px
# The red mark is 1.4 times its size: it extends below the bar, since a long name may end above it.
_TARGET: Final = _BAR + 1
_HANGING: Final = 2  # px
KIND_SHAPES: Final = {"registered": "square", "assigned": "diamond", "guided": "circle"}
_MARK: Final = 12  # px, the width of a diamond with its edge
_ASIDE: Final = 4.5  # px above or below the middle of the bar


def draw_target_bars(
    sheet: Sheet, bars: Sequence[tuple[float, Row]], beside: Sequence[TargetKind], room: float
) -> None:
    """Draw at each y in px: grey to 100%, the bar over it, a mark for the time passed, the red target mark, and the
    `beside` kinds. The sheet is `room` px wide.
    """
    palette = sheet.look.palette
    y, rows = [y for y, _ in bars], [row for _, row in bars]
    sheet.bars(y, [100.0] * len(y), thickness=_BAR, colour=palette.track)
    colours = [status_colour(row["status"], sheet.look.dark) for row in rows]
    sheet.bars(y, [min(row["reached_pct"], sheet.longest) for row in rows], thickness=_BAR, colour=colours)
    sheet.crossing(y, [_expected(row) for row in rows], palette.quiet, size=_BAR + 1, width=2)
    hanging = [at + _HANGING for at in y]
    sheet.crossing(hanging, [100.0] * len(y), palette.target, size=_TARGET, width=3)
    _draw_kinds(sheet, bars, beside, near=_MARK / room / sheet.place(1))
    broken = [sheet.longest * 0.95 if row["reached_pct"] > sheet.longest else None for row in rows]
    sheet.marks(y, broken, "line-ne-open", palette.page, size=_BAR + 4, width=4)


def _draw_kinds(sheet: Sheet, bars: Sequence[tuple[float, Row]], beside: Sequence[TargetKind], *, near: float) -> None:
    """Draw the marks of the `beside` kinds.

    Two that would cover each other, being less than `near` per cent apart, lie above and below the middle of their bar;
    an upright mark runs on over them.
    """
    palette = sheet.look.palette
    for kind in beside:
        values = [percent_of(row, kind) for _, row in bars]
        aside = [_ASIDE * _side(row, kind, beside, near) for _, row in bars]
        at = [y + more for (y, _), more in zip(bars, aside, strict=True)]
        # Light within and dark around, or the other way round: one of both stands out from whatever it lies on.
        sheet.marks(at, values, KIND_SHAPES[kind], palette.page, size=_BAR, width=1.5, edge=palette.ink)
    for level, down, colour, size, width in (
        (_expected, 0, palette.quiet, _BAR + 1, 2),
        (_whole, _HANGING, palette.target, _TARGET, 3),
    ):
        covered = [
            (y + down, level(row))
            for y, row in bars
            if any(_is_near(percent_of(row, kind), level(row), near) for kind in beside)
        ]
        sheet.marks([y for y, _ in covered], [value for _, value in covered], UPRIGHT, colour, size=size, width=width)


def _expected(row: Row) -> float | None:
    """The share of time that has passed; None where all of it has."""
    return row["expected_pct"] if (row["expected_pct"] or 100) < 100 else None


def _whole(_: Row) -> float:
    return 100.0


def _side(row: Row, kind: TargetKind, beside: Sequence[TargetKind], near: float) -> int:
    """0 on the middle of the bar, −1 above it, 1 below it: the first kind of a pair goes up."""
    others = [
        other for other in beside if other != kind and _is_near(percent_of(row, kind), percent_of(row, other), near)
    ]
    return 0 if not others else -1 if beside.index(kind) < beside.index(others[0]) else 1


def _is_near(one: float | None, other: float | None, near: float) -> bool:
    return one is not None and other is not None and abs(one - other) < near
