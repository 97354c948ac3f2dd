"""Bars of native charts: their names, notes and labels, and the number formats of those."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pptx.util import Inches, Pt

from charts.kit.lettering import text_width
from charts.kit.palette import LIGHT
from exports.pptx.lettering import Box
from language.words.formatting import Numbers
from presentation.wording import printable

_COUNT: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})*")
_SMALLER: Final = 14  # points of names that would take two lines where bars lie close
_NO_BREAK: Final = "\u00a0"
_NAMES_PART: Final = 0.6  # of the width of a chart, which names have at most
_UNBROKEN_PART: Final = 0.45  # which every program leaves to a line of them


@dataclass(frozen=True)
class Bar:
    """One bar of a native chart."""

    name: str
    value: float
    colour: str = LIGHT.data
    label: str = ""  # written as it is; else the value in the form of the chart
    note: str = ""  # beside the name, or below it; no line ends in it

    def named(self, between: str = " · ") -> str:
        """Name and note. A range or a share with its unit stays whole."""
        note = printable(self.note).replace(" ", _NO_BREAK)
        return between.join(part for part in (printable(self.name), note) if part)


def count_form(numbers: Numbers) -> str:
    """A number format that gives 1.234.567 whatever the PC's locale; valid up to 999.999.999."""
    mark = f'"{numbers.thousands_mark}"'
    return f"[>=1000000]0{mark}000{mark}000;[>=1000]0{mark}000;0"


def size_of_names(bars: Sequence[Bar], box: Box, size: float) -> float:
    """The size of letters; smaller where long names lie close: some programs then leave out every other one."""
    fits = _widest(bars, size) <= Inches(box.width * _NAMES_PART).pt
    return size if fits or _has_two_lines(bars, box, size) else min(size, _SMALLER)


def written_names(bars: Sequence[Bar], box: Box, size: float) -> list[str]:
    """The names with their notes: all notes on a line of their own where one would be broken and bars have the room."""
    is_long = _widest(bars, size) > Inches(box.width * _UNBROKEN_PART).pt
    between = "\n" if is_long and _has_two_lines(bars, box, size) else " · "
    return [bar.named(between) for bar in bars]


def _widest(bars: Sequence[Bar], size: float) -> float:
    return max((text_width(bar.named(), size) for bar in bars), default=0.0)


def _has_two_lines(bars: Sequence[Bar], box: Box, size: float) -> bool:
    return Inches(box.height / max(1, len(bars))) > Pt(2.5 * size)


def label_form(bar: Bar, form: str) -> str:
    """A number format that reproduces the label and follows edited values; "" where that is impossible."""
    match = _COUNT.search(bar.label)
    if match is None or int(re.sub(r"\D", "", match[0])) != bar.value:
        return ""
    before, after = bar.label[: match.start()], bar.label[match.end() :]
    if not {*before, *after}.isdisjoint('";'):
        return ""
    return ";".join(_around(part, before, after) for part in form.split(";"))


def _around(part: str, before: str, after: str) -> str:
    """One section of a number format with text around the number; a condition stays in front."""
    condition = part[: part.index("]") + 1] if part.startswith("[") else ""
    words = [f'"{text}"' if text else "" for text in (before, after)]
    return f"{condition}{words[0]}{part.removeprefix(condition)}{words[1]}"
