"""The columns of the grid of single initiatives: which it shows first, and how wide they are."""

from typing import Final

import pandas as pd

from interface.widgets.column_widths import room_of
from language.pages.explore import ExploreTexts

# What a narrow screen has room for comes first. When and where it was applied, the grid's menu, record and files say.
_ORDER: Final = (
    *("code", "title", "unit", "status", "level", "benefit_vnd", "sector", "author", "uploaded_at", "grassroots"),
    *("status_now", "level_now"),
)
_WIDTHS: Final = {"code": 110, "title": 300, "author": 150, "unit": 120, "grassroots": 150}  # px
_MOST: Final = {"code": 130, "author": 160, "unit": 140}  # px of names
_TITLE_OF_BROAD: Final = 230  # px: with it all columns are in view on a screen of 1920


def shown_columns(frame: pd.DataFrame, texts: ExploreTexts) -> list[str]:
    """The headings of the columns that are shown, in their order; the others are offered by the menu of the grid."""
    return [title for title in (texts.columns[name] for name in _ORDER) if title in frame]


def widths_of_columns(frame: pd.DataFrame, texts: ExploreTexts, *, broad: bool) -> dict[str, int]:
    """The widths in px of names and titles by heading."""
    widths = dict(_WIDTHS)
    for name, most in _MOST.items():
        widths[name] = max(widths[name], room_of(frame[texts.columns[name]], most))
    if broad:
        widths["title"] = _TITLE_OF_BROAD
    return {texts.columns[name]: width for name, width in widths.items()}
