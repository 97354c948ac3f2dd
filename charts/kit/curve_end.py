"""The number where a cumulative curve ends."""

from datetime import datetime
from typing import Final

from charts.kit.lettering import text_width
from charts.kit.theme import TEXT_SIZE, Layout, Look
from charts.kit.timeline import label, stamp

_NUMBERS_OF_LINES: Final = 90  # px at the left edge
_BESIDE: Final = 8  # px


def words_at_end(
    words: str, end: tuple[datetime, float], across: float, look: Look, *, goes_on: bool, climbs: bool = False
) -> tuple[Layout, ...]:
    """The words before the end, which lies `across` the width, or behind it where numbers of lines stand before.

    None where the curve `goes_on` there as a forecast; below a line that `climbs` from the end.
    """
    is_before = across * look.room - text_width(words, TEXT_SIZE, bold=True) > _NUMBERS_OF_LINES
    if goes_on and not is_before:
        return ()
    anchor, shift = ("right", -_BESIDE) if is_before else ("left", _BESIDE)
    at, ink = stamp(end[0]), look.palette.ink
    above = is_before or not climbs
    text = label(f"<b>{words}</b>", at, end[1], colour=ink, anchor=anchor, above=above, shift=shift, size=TEXT_SIZE)
    return ({**text, "bgcolor": look.palette.page},)
