"""The cells of the ledger: figures as a reader of one language knows them."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import pandas as pd
import polars as pl

from data_access.ledger.ledger import exact_or
from interface.widgets.column_widths import room_of
from interface.widgets.tables import WIDTHS, styled, written_rows
from language.languages import Language
from model.exactness import with_sign
from presentation.facts import moment_of_figure
from presentation.published import periods_apart

_BROAD: Final = {"unit_name": 240, "metric": 380, "published_value": 125, "unit_of_measure": 135, "as_of": 140}  # px
_MOST: Final = 300  # px of a printed value
COLUMNS = ("unit_name", "metric", "published_value", "unit_of_measure", "as_of", "system_value", "difference")


def readable(figures: pl.DataFrame, language: Language, *, periods: bool) -> pl.DataFrame:
    """The ledger with metrics named in the reader's language and values as printed: “hơn 163.532”.

    `periods`: with the period of every figure, not only of those that look alike without it.
    """
    rows = figures.select("metric", "category", "value", "qualifier", "as_of", "day_inferred").iter_rows(named=True)
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
        values.append(_printed(row["value"], row["qualifier"], language))
        moments.append(moment_of_figure(row, language))
    return figures.with_columns(
        pl.Series("metric", names, pl.String),
        pl.Series("published_value", values, pl.String),
        pl.Series("as_of", moments, pl.String),
    )


def _printed(value: float, qualifier: str | None, language: Language) -> str:
    return language.names.qualified(language.numbers.as_printed(value), qualifier)


def words_of_differences(figures: pl.DataFrame) -> list[str | None]:
    """The qualifier of each difference: “hơn 163.532” printed is more than so much above the system's number, and
    more than 0 above the same one."""
    return [exact_or(row["qualifier"]) for row in figures.iter_rows(named=True)]


def written_figures(figures: pl.DataFrame, language: Language, *, periods: bool) -> list[list[str]]:
    """The cells of figures, each difference behind its qualifier."""
    rows, place = (
        written_rows(readable(figures, language, periods=periods).select(COLUMNS), language),
        COLUMNS.index("difference"),
    )
    for row, word in zip(rows, words_of_differences(figures), strict=True):
        row[place] = with_sign(row[place], word)
    return rows


def widths_of_ledger(cells: pl.DataFrame, *, broad: bool) -> Mapping[str, int]:
    """The widths of its columns in px: no printed value is cut, and in a broad window few names of figures are."""
    widths = _BROAD if broad else WIDTHS
    return {**widths, "published_value": max(widths["published_value"], room_of(cells["published_value"], _MOST))}


def styled_figures(
    cells: pl.DataFrame, figures: pl.DataFrame, language: Language, *, broad: bool
) -> "pd.io.formats.style.Styler":
    """The grid's cells, written as `written_figures` does."""
    table, words = styled(cells, language, pixels=widths_of_ledger(cells, broad=broad)), words_of_differences(figures)
    for word in set(filter(None, words)):
        places = [place for place, other in enumerate(words) if other == word]
        table.format(partial(_write_difference, word=word, language=language), subset=(places, ["difference"]))
    return table


def _write_difference(value: float, word: str, language: Language) -> str:
    return with_sign(language.numbers.difference(value), word)
