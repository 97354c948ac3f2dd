"""How wide columns are: names of large tables, whose cells have one line; sentences; the head of a card."""

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import pairwise
from typing import Final

import pandas as pd
import polars as pl

from charts.kit.lettering import shortened, text_width

LETTERS: Final = 14  # px
PADDING: Final = 24  # px, of a cell from side to side
_OF_CELL: Final = 18  # px that a grid takes of it
MOST_OF_NAMES: Final = 280  # px: longer names are seen whole by a click, and numbers stay in view
ROOM: Final = {"wide": 976, "broad": 1290, "full": 1490}  # px of all columns in a window of 1366, 1700, 1900
_SENTENCE: Final = 60  # letters
_WORDS: Final = 16  # letters: “simulated only” on two lines would double every row


def room_of(names: Iterable[str | None], most: int = MOST_OF_NAMES) -> int:
    """The width in pixels of the longest name, up to `most`; 0 without names."""
    longest = max(filter(None, names), key=len, default="")
    return min(int(text_width(longest, LETTERS)) + PADDING, most) if longest else 0


def in_view(rooms: Mapping[str, int], names: Mapping[str, int], width: str) -> dict[str, int]:
    """The widths of columns in a window of `width`, all in view where `names` bear it: the longest are shortened.

    `names` are the columns that may be, with the least they keep. What is left over is the first one's.
    """
    rest = ROOM[width] - sum(room for name, room in rooms.items() if name not in names)
    widths = {name: min(rooms[name], least) for name, least in names.items()}
    open_ = [name for name in names if rooms[name] > widths[name]]
    while open_ and (each := (rest - sum(widths.values())) // len(open_)) > 0:
        widths |= {name: widths[name] + min(each, rooms[name] - widths[name]) for name in open_}
        open_ = [name for name in open_ if rooms[name] > widths[name]]
    first = next(iter(names))
    widths[first] += max(0, rest - sum(widths.values()))
    return {name: widths.get(name, room) for name, room in rooms.items()}


def cut_visibly(
    table: "pd.io.formats.style.Styler", frame: pd.DataFrame, widths: Mapping[str, int | None], missing: str
) -> None:
    """End names of `frame` that are longer than their column with “…”: a grid draws no more, and does not say so.

    What is copied, searched and downloaded stays whole. Columns without a width have room for what they hold.
    """
    for name, width in widths.items():
        names = frame[name].dropna()
        if (
            width
            and pd.api.types.is_string_dtype(names)
            and max(text_width(name, LETTERS) for name in names) > width - _OF_CELL
        ):
            fitting = partial(shortened, size=LETTERS, width=width - _OF_CELL)
            table.format(fitting, subset=[name], na_rep=missing)


def kinds_of(frame: pl.DataFrame) -> list[str]:
    """The classes of columns. A name behind its rank or its code heads the row's card, whatever else comes first."""
    kinds = [_kind(column) for column in frame]
    for place, (before, name) in enumerate(pairwise(frame.columns), 1):
        if place > 1 and before.endswith("rank") and name == "unit_name":
            kinds[place] = "who"
    if frame.columns[:1] == ["code_63"]:
        kinds[1] = "who"
    return kinds


def _kind(column: pl.Series) -> str:
    """The minimum width class of a column: sentences need width, or every row becomes tall."""
    if column.dtype.is_numeric():
        return "number"
    longest = max(map(len, column.drop_nulls()), default=0) if column.dtype == pl.String else 0
    return "long" if longest > _SENTENCE else "whole" if longest <= _WORDS else ""
