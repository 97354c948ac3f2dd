"""The columns of the grid of single initiatives: which it shows first, and how wide they are."""

from typing import Final

import pandas as pd

from interface.widgets.column_widths import ROOM, in_view, room_of
from language.pages.explore import ExploreTexts

# What a narrow screen has room for comes first. When and where it was applied, and what it is today, the grid's menu,
# record and files say.
_ORDER: Final = (
    *("code", "title", "unit", "status", "level", "benefit_vnd", "sector", "author", "uploaded_at", "grassroots"),
)
_MOST: Final = 500  # px
_NAMES: Final = {"title": 230, "unit": 120, "sector": 120, "author": 120, "grassroots": 120}  # px they keep
_IN_PART: Final = {
    "title": _MOST,
    "unit": 160,
    "sector": 180,
    "author": 200,
    "grassroots": 200,
}  # px
_WITH_MENU: Final = 16  # px of a heading beside its words


def shown_columns(frame: pd.DataFrame, texts: ExploreTexts) -> list[str]:
    """The headings of the columns that are shown, in their order; the others are offered by the menu of the grid."""
    return [title for title in (texts.columns[name] for name in _ORDER) if title in frame]


def widths_of_columns(frame: pd.DataFrame, texts: ExploreTexts, width: str) -> dict[str, int]:
    """The widths in px of the columns that are shown, by heading, in a window of `width` (wide, broad, full).

    All are in view where names bear it. Where they do not, a reader scrolls, and names are as long as in a list.
    """
    rooms = {}
    for title in shown_columns(frame, texts):
        rooms[title] = max(room_of(frame[title], _MOST), room_of([title], _MOST) + _WITH_MENU)
    names, in_part = (
        {texts.columns[name]: px for name, px in of_names.items() if texts.columns[name] in rooms}
        for of_names in (_NAMES, _IN_PART)
    )
    widths = in_view(rooms, names, width)
    if are_in_view(widths, width):
        return widths
    return rooms | {title: min(rooms[title], px) for title, px in in_part.items()}


def are_in_view(widths: dict[str, int], width: str) -> bool:
    """Whether a window of `width` shows all columns at once."""
    return sum(widths.values()) <= ROOM[width]
