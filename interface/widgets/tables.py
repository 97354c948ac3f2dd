"""Tables with numbers in the language's format that still sort numerically."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from math import isnan
from typing import Any, Final

import pandas as pd
import polars as pl
import streamlit as st

from charts.kit.lettering import text_width
from interface.widgets.column_widths import LETTERS, MOST_OF_NAMES, PADDING, cut_visibly, kinds_of, room_of
from interface.widgets.table_markup import Cell, Head, table_of
from language.languages import Language
from language.words.formatting import MISSING
from model.edges import Json
from model.exactness import with_sign

NAMED: Final = ("unit_name", "short_name", "cluster", "winner", "sector_name", "unit_of_measure", "target_source")
PERCENT: Final = (
    "reached_pct", "share_pct", "cumulative_pct", "expected_pct", "valid_pct", "review_pct", "unrewarded_pct",
    "participation_pct", "worker_pct", "reached_before",
)  # fmt: skip
SIGNED: Final = ("gap", "over_guided", "added")
_RECKONED: Final = frozenset((*SIGNED, *PERCENT, "difference", "needed"))  # behind signs; printed words are kept
ROW_HEIGHT: Final = 34
_LOWEST_ROW: Final = 30  # px
_NARROWEST: Final = 60
_Marks = Mapping[str, Sequence[str | None]]  # by column, one a row
_EXACT: Final[_Marks] = {}
_MOST_WRITTEN: Final = 400  # rows
_Widths = Mapping[str, int]  # in px, by column
WIDTHS: Final[_Widths] = {"metric": 270, "published_value": 140, "as_of": 155, "verdict": 110}


def show_table(
    frame: pl.DataFrame,
    language: Language,
    *,
    title: str = "",
    money: bool = False,
    height: int = 460,
    value: str = "",
    words: _Marks = _EXACT,
    units: _Marks = _EXACT,
) -> None:
    """Draw a frame whose columns are named in language/words/tables.py; unknown values are “–”.

    `value` is what it counts; `words` are qualifiers (“hơn”, “ít nhất”) and `units` what follows a number (“%”), by
    column, one a row. On desktops it scrolls within `height` px and sorts by its headers; in print it is complete, on
    phones it is a list of cards.
    """
    if title:
        st.markdown(f"## {title}")
    if frame.height > _MOST_WRITTEN:  # drawn as far as it is in view
        st.dataframe(
            styled(frame, language, money=money),
            hide_index=True,
            height=height,
            row_height=ROW_HEIGHT,
            column_config=headings(frame, language, value),
            placeholder=MISSING,
        )
        return
    titles, worded = _titles(language, value), _worded(frame, language)
    heads = [
        Head(titles.get(column.name, column.name), column.name, kind)
        for column, kind in zip(worded, kinds_of(worded), strict=True)
    ]
    cells = _with_units(_cells(frame, language, money=money), frame.columns, units)
    cells = _qualified(cells, frame.columns, words, language)
    table = table_of(heads, cells, caption=title or heads[0].title)
    tall = " tall" if frame.height * _LOWEST_ROW > height else ""
    st.html(f'<div class="small-table data-table{tall}" style="--height:{height}px">{table}</div>')


def _with_units(cells: list[list[Cell]], columns: Sequence[str], units: _Marks) -> list[list[Cell]]:
    for place, of_rows in ((columns.index(name), of_rows) for name, of_rows in units.items()):
        for row, unit in zip(cells, of_rows, strict=True):
            if unit and row[place].value is not None:
                row[place] = row[place]._replace(text=row[place].text + unit)
    return cells


def _qualified(cells: list[list[Cell]], columns: Sequence[str], words: _Marks, language: Language) -> list[list[Cell]]:
    """Cells with each number behind its qualifier; they sort by the number."""
    for place, marks in ((columns.index(name), marks) for name, marks in words.items() if name in columns):
        for row, word in zip(cells, marks, strict=True):
            if word and row[place].value is not None:
                write = with_sign if columns[place] in _RECKONED else language.names.qualified
                row[place] = row[place]._replace(text=write(row[place].text, word))
    return cells


def written_rows(frame: pl.DataFrame, language: Language) -> list[list[str]]:
    """The formatted cells of a frame."""
    return [[cell.text for cell in row] for row in _cells(frame, language, money=False)]


def _titles(language: Language, value: str) -> Mapping[str, str]:
    return {**language.tables.columns, "value": value} if value else language.tables.columns


def _cells(frame: pl.DataFrame, language: Language, *, money: bool) -> list[list[Cell]]:
    worded = _worded(frame, language)
    forms = [_form(column, language, money=money) for column in worded]
    return [[_cell(value, form) for value, form in zip(row, forms, strict=True)] for row in worded.iter_rows()]


def _cell(value: object, form: Callable[[Any], str] | None) -> Cell:
    """A formatted value; numbers and moments keep their sort key."""
    if value is None or (isinstance(value, float) and isnan(value)):
        return Cell(MISSING)
    if form is None:
        return Cell(str(value))
    return Cell(form(value), value.isoformat() if isinstance(value, date) else str(value))


def headings(frame: pl.DataFrame, language: Language, value: str = "", pixels: _Widths = WIDTHS) -> Json:
    """Column titles, and widths where the longest word is known in advance. `value` is what that column counts."""
    titles, widths = _titles(language, value), widths_of(frame, language, value, pixels)
    return {name: st.column_config.Column(titles.get(name, name), width=widths[name]) for name in frame.columns}


def widths_of(
    frame: pl.DataFrame, language: Language, value: str = "", pixels: _Widths = WIDTHS
) -> dict[str, int | None]:
    """The widths of columns in pixels; None where the browser makes room for what they hold."""
    titles = _titles(language, value)
    return {name: pixels.get(name) or _room(frame[name], titles.get(name, name), language) for name in frame.columns}


def _room(column: pl.Series, title: str, language: Language) -> int | None:
    """Column widths in pixels for numbers longer than their title, which would be cut off, and for long names."""
    if column.dtype == pl.String:  # the browser makes room for short ones
        return room if (room := room_of(column)) == MOST_OF_NAMES else None
    form = _form(column, language, money=False) if column.dtype.is_numeric() else None
    ends = [value for value in (column.min(), column.max()) if value is not None]
    if form is None or not ends:
        return None
    longest = max((form(value) for value in ends), key=len)
    return max(_NARROWEST, int(text_width(longest, LETTERS)) + PADDING) if len(longest) >= len(title) else None


def styled(
    frame: pl.DataFrame, language: Language, *, money: bool = False, pixels: _Widths = WIDTHS
) -> "pd.io.formats.style.Styler":
    """The frame with numbers formatted by the language, independent of the browser's locale."""
    table = _worded(frame, language).to_pandas(use_pyarrow_extension_array=False)
    forms: dict[Any, Any] = {column.name: form for column in frame if (form := _form(column, language, money=money))}
    cells = table.style.format(forms, na_rep=MISSING)
    cut_visibly(cells, table, widths_of(frame, language, pixels=pixels), MISSING)
    return cells


def _worded(frame: pl.DataFrame, language: Language) -> pl.DataFrame:
    names = language.names.target_statuses
    if "status" in frame.columns:
        frame = frame.with_columns(pl.col("status").replace(names))
    if "said" in frame.columns:
        frame = frame.with_columns(pl.col("said").map_elements(language.names.unit_statement, return_dtype=pl.String))
    for name, words in (("printed", language.facts.is_printed), ("both_printed", language.facts.are_printed)):
        if name in frame.columns:
            worded = [None if mark is None else words[mark] for mark in frame[name]]
            frame = frame.with_columns(pl.Series(name, worded, pl.String))
    word, owner = language.names.word, language.names.owner
    columns = {name: owner if name == "unit_name" else word for name in NAMED if frame.schema.get(name) == pl.String}
    return frame.with_columns(
        pl.Series(name, [text and write(text) for text in frame[name]]) for name, write in columns.items()
    )


def _form(column: pl.Series, language: Language, *, money: bool) -> Callable[[Any], str] | None:
    name, kind, numbers = column.name, column.dtype, language.numbers
    if kind.is_temporal():
        return partial(numbers.moment, seconds=numbers.have_seconds(column))
    if not kind.is_numeric():
        return None
    if name in ("value", "value_before", "added") and money:
        return numbers.money_vnd
    form = _forms_by_name(language).get(name)
    if form is not None:
        return form
    if kind.is_float():
        return lambda value: numbers.count(value) if value == int(value) else numbers.decimal(value, 2)
    return numbers.count


def _forms_by_name(language: Language) -> Mapping[str, Callable[[Any], str]]:
    """Formats of columns that are not plain counts."""
    numbers = language.numbers
    return {
        **dict.fromkeys(PERCENT, numbers.percent),
        **dict.fromkeys(SIGNED, numbers.signed),
        "difference": numbers.difference,
        "pace": numbers.pace,
    }
