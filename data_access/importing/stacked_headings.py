"""Headings over several rows, joined: “Sáng kiến” above “Mã” and “Tên”, “(triệu đồng)” below an amount."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from data_access.importing.files import marks

JOINT: Final = "\x1f"  # between the pieces; white space to whoever prints a heading in one line
_DEEPEST: Final = 3
_LONGEST: Final = 80
_BRACKETED: Final = re.compile(
    r"\(.*\)|\[.*\]|(?:đvt\s*:?\s*)?(?:(?:nghìn|ngàn|triệu|tr\.?|tỷ|tỉ|1[0., ]+)\s*)?(?:đồng|đ|vnđ|vnd)",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True)
class Stack:
    """The headings that begin at a row: their number of rows, joined texts, and count of known ones."""

    depth: int
    cells: list[str]
    known: int
    needed: int  # rows without those that only name units of measure


def stack_at(rows: Sequence[Sequence[str]], start: int, count_known: Callable[[list[str]], int]) -> Stack:
    """The stack with the most known headings; a lower row belongs to it where it adds known ones."""
    cells = list(rows[start])
    best = Stack(1, cells, count_known(cells), 1)
    for depth in range(2, _DEEPEST + 1):
        if start + depth > len(rows):
            break
        lower = list(rows[start + depth - 1])
        one_row = _joined(cells, lower, count_known)
        if one_row is None:
            break
        count, cells = count_known(one_row), one_row
        if count > best.known or (
            count == best.known and count_known(lower) > 0
        ):  # one heading says more exactly what it is
            best = Stack(depth, cells, count, depth)
        elif best.depth == depth - 1 and _only_units(best.cells, lower):
            best = Stack(depth, cells, best.known, best.needed)
    return best


def _only_units(upper: list[str], lower: list[str]) -> bool:
    return all(_adds_little(above, below) for above, below in zip(upper, lower, strict=True))


def _adds_little(upper: str, lower: str) -> bool:
    """Whether a cell below a heading only repeats it, or names a unit of measure."""
    return not lower or lower == upper.rpartition(JOINT)[2] or bool(_BRACKETED.fullmatch(lower.strip()))


def _joined(upper: list[str], lower: list[str], count_known: Callable[[list[str]], int]) -> list[str] | None:
    """Two rows of headings as one; None where the lower one is a row of the table."""
    if not any(lower) or sum(map(bool, upper)) < 2:
        return None
    headings, wide = [], ""
    for above, below in zip(upper, lower, strict=True):
        wide = above or wide  # a heading over several columns stands in the first of them
        if _adds_little(above, below):
            headings.append(f"{above}{JOINT}{below}" if below and below != above.rpartition(JOINT)[2] else above)
            continue
        if below[:1] in marks.ALL or len(below) > _LONGEST or (count_known([above]) and not count_known([below])):
            return None
        headings.append(f"{wide}{JOINT}{below}" if wide else below)
    return headings
