"""The cells of the ledger: figures as a reader of one language knows them."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import pandas as pd
import polars as pl

from data_access.ledger.ledger import exact_or
from interface.widgets.column_widths import in_view, room_of
from interface.widgets.tables import styled, written_rows
from language.languages import Language
from language.words.formatting import MISSING
from model.exactness import with_sign
from presentation.facts import moment_of_figure, write_printed
from presentation.published import periods_apart

_MOST: Final = 500  # px
_SPARE: Final = (
    12  # px that a column of short words does not need: they are reckoned a little too wide, and its padding is 16
)
_NAMES: Final = {"metric": 210, "unit_name": 120}  # px they keep: most unions have short names
COLUMNS = ("unit_name", "metric", "published_value", "as_of", "system_value", "difference")


def readable(figures: pl.DataFrame, language: Language, *, periods: bool) -> pl.DataFrame:
    """The ledger with metrics named in the reader's language and values as printed: “hơn 163.532 sáng kiến”.

    `periods`: with the period of every figure, not only of those that look alike without it.
    """
    fields = ("metric", "category", "value", "qualifier", "unit_of_measure", "as_of", "day_inferred")
    rows = figures.select(fields).iter_rows(named=True)
    names, values, moments = [], [], []
    for row, period in zip(rows, periods_apart(figures.to_dicts(), language, all_of_them=periods), strict=True):
        category = language.published.category_names.get(row["category"] or "", row["category"] or "")
        names.append(
            " · ".join(
                part
                for part in (language.published.metric_names.get(row["metric"], row["metric"]), category, period)
                if part
            )
        )
        values.append(write_printed(row, language))
        moments.append(moment_of_figure(row, language))
    return figures.with_columns(
        pl.Series("metric", names, pl.String),
        pl.Series("published_value", values, pl.String),
        pl.Series("as_of", moments, pl.String),
    )


def words_of_differences(figures: pl.DataFrame) -> list[str | None]:
    """The qualifier of each difference: “hơn 163.532” printed is more than so much above the system's number, and
    more than 0 above the same one."""
    return [exact_or(row["qualifier"]) for row in figures.iter_rows(named=True)]


def units_of_values(figures: pl.DataFrame) -> list[str | None]:
    """What follows the system's value: “%” where a share was printed, as there."""
    return ["%" if unit == "%" else None for unit in figures["unit_of_measure"]]


def written_figures(figures: pl.DataFrame, language: Language, *, periods: bool) -> list[list[str]]:
    """The cells of figures, each difference behind its qualifier."""
    rows = written_rows(readable(figures, language, periods=periods).select(COLUMNS), language)
    value, difference = COLUMNS.index("system_value"), COLUMNS.index("difference")
    for row, word, unit in zip(rows, words_of_differences(figures), units_of_values(figures), strict=True):
        row[difference] = with_sign(row[difference], word)
        row[value] += unit if unit and row[value] != MISSING else ""
    return rows


def heads_of_ledger(language: Language) -> Mapping[str, str]:
    """The heads of its columns, short enough that names have room."""
    return {**language.tables.columns, "difference": language.published.ledger_difference}


def widths_of_ledger(cells: pl.DataFrame, language: Language, *, width: str) -> Mapping[str, int]:
    """The widths of its columns in px: all are in view in a window of `width` (wide, broad, full), no number is cut,
    and names share what numbers leave."""
    titles = heads_of_ledger(language)
    rooms = {name: room_of([titles[name], *_texts(cells[name], language)], _MOST) for name in cells.columns}
    rooms = {name: room - _SPARE * (name not in (*_NAMES, "system_value")) for name, room in rooms.items()}
    return in_view(rooms, {name: least for name, least in _NAMES.items() if name in rooms}, width)


def _texts(column: pl.Series, language: Language) -> list[str]:
    if column.dtype == pl.String:
        return column.drop_nulls().to_list()
    write = language.numbers.difference if column.name == "difference" else language.numbers.count
    return [write(value) for value in column.drop_nulls()]


def styled_figures(
    cells: pl.DataFrame, figures: pl.DataFrame, language: Language, *, width: str
) -> "pd.io.formats.style.Styler":
    """The grid's cells, written as `written_figures` does."""
    widths = widths_of_ledger(cells, language, width=width)
    names = {name: widths[name] for name in _NAMES if name in widths}  # numbers are whole, and never end with “…”
    table, words = styled(cells, language, pixels=names), words_of_differences(figures)
    for word in set(filter(None, words)):
        places = [place for place, other in enumerate(words) if other == word]
        table.format(partial(_write_difference, word=word, language=language), subset=(places, ["difference"]))
    shares = [place for place, unit in enumerate(units_of_values(figures)) if unit]
    return table.format(partial(_write_share, language=language), subset=(shares, ["system_value"]))


def _write_difference(value: float, word: str, language: Language) -> str:
    return with_sign(language.numbers.difference(value), word)


def _write_share(value: float, language: Language) -> str:
    return f"{language.numbers.as_printed(value)}%"
