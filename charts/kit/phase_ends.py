"""Lines at the ends of phases, and labels above them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, time
from itertools import product
from typing import Final

from charts.kit.lettering import shortened, text_width
from charts.kit.theme import SMALL_SIZE, Layout, Look
from charts.kit.timeline import label, stamp
from model.catalogue import Phase

_GAP: Final = 8  # pixels between two of them
_MARGINS: Final = 11  # of a narrow chart
_TO_THE_RIGHT: Final = 0.55  # of the width: words of later ends stand to the left of their line
_Placed = tuple[Phase, str, str, float, float]  # its words, the side they hang on, from and to in pixels


def phase_ends(phases: Sequence[Phase], start: datetime, end: datetime, look: Look) -> list[Layout]:
    """The labels: name and day if they fit, else the name; where even those overlap, as many as fit."""
    fits = [
        [_place(phase, words(phase), side, (start, end), look) for phase in phases]
        for words, side in product((_with_day(look), _in_short(look)), ("", "left"))
    ]
    bare = [_place(phase, _bare(phase, look), "left", (start, end), look) for phase in phases]
    room = _room(look)
    whole = (fit for fit in fits if len(list(_apart(fit, room))) == len(fit))
    ends = next(whole, list(_apart(bare, room)))
    return [
        {**label(words, stamp(_end(phase)), 1, colour=look.palette.quiet, anchor=anchor, above=True), "yref": "paper"}
        for phase, words, anchor, _, _ in ends
    ]


def lines_of_ends(phases: Sequence[Phase], top: float, look: Look) -> list[Layout]:
    """The dotted uprights, from zero to `top`, behind everything."""
    line = {"color": look.palette.quiet, "width": 1, "dash": "dot"}
    ends = [stamp(_end(phase)) for phase in phases]
    return [{"type": "line", "x0": x, "x1": x, "y0": 0, "y1": top, "line": line, "layer": "below"} for x in ends]


def _end(phase: Phase) -> datetime:
    return datetime.combine(phase.end, time.max)


def _bare(phase: Phase, look: Look) -> str:
    name = look.language.phase_name(phase, phase.number, short=True)
    return shortened(name, SMALL_SIZE, _room(look) / 2)  # a line in the middle has that beside it


def _with_day(look: Look) -> Callable[[Phase], str]:
    texts, language = look.language.charts, look.language

    def words(phase: Phase) -> str:
        day, name = language.numbers.date(phase.end), language.name_of(phase)
        return (texts.phase_ends_on if name else texts.progress_phase_end).format(
            name=name, number=phase.number, date=day
        )

    return words


def _in_short(look: Look) -> Callable[[Phase], str]:
    texts, language = look.language.charts, look.language

    def words(phase: Phase) -> str:
        name = language.name_of(phase)
        return (texts.phase_ends if name else texts.progress_phase_short).format(name=name, number=phase.number)

    return words


def _place(phase: Phase, words: str, anchor: str, ends: tuple[datetime, datetime], look: Look) -> _Placed:
    start, end = ends
    across = (_end(phase) - start) / (end - start)
    x, width = across * _room(look), text_width(words, SMALL_SIZE)
    anchor = anchor or ("left" if across < _TO_THE_RIGHT else "right")
    if anchor == "left" and x + width > _room(look):
        anchor = "right"
    first = x if anchor == "left" else x - width
    return phase, words, anchor, first, first + width


def _room(look: Look) -> float:
    return look.least_room - (0 if look.wide else _MARGINS)


def _apart(words: Sequence[_Placed], room: float) -> Iterator[_Placed]:
    """The labels inside the figure that do not overlap earlier ones."""
    taken: list[tuple[float, float]] = []
    for line in words:
        first, last = line[3:]
        if first >= 0 and last <= room and all(last + _GAP <= a or b + _GAP <= first for a, b in taken):
            taken.append((first, last))
            yield line
