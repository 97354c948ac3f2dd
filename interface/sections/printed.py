"""Published figures about one subject, beside those of the records."""

from collections.abc import Collection

import polars as pl
import streamlit as st

from data_access.ledger.headline_figures import label_of
from data_access.queries.published import fetch_published
from interface.shell.address import link_params
from interface.shell.visit import Visit
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from model.address_values import read_moment
from model.edges import Row
from presentation.facts import write_printed


def figures_about(figures: pl.DataFrame, metrics: Collection[str]) -> pl.DataFrame:
    """PUBLISHED rows of some metrics, newest first."""
    return figures.filter(pl.col("metric").is_in(list(metrics))).sort("as_of", descending=True, nulls_last=True)


def show_printed_about(metrics: Collection[str], title: str, note: str, visit: Visit) -> None:
    """Draw the published figures of some metrics for the current scope."""
    show_printed_figures(figures_about(fetch_published(visit.records, visit.filters), metrics), title, note, visit)


def show_printed_figures(figures: pl.DataFrame, title: str, note: str, visit: Visit) -> None:
    """Draw PUBLISHED rows with qualifier, moment and source; nothing for an empty frame."""
    if figures.is_empty():
        return
    texts = visit.language.tables.columns
    words = visit.language.names.staff_text
    sources = [f"{words(row['source_title']) or row['source_url']}" for row in figures.iter_rows(named=True)]
    with st.container(border=True):
        show_title(title, note, None, visit.language)
        heads = [texts[name] for name in ("unit_name", "published_value", "metric", "as_of", "source_title")]
        rows = [
            [*_cells(row, visit), source] for row, source in zip(figures.iter_rows(named=True), sources, strict=True)
        ]
        show_small_table(heads, rows, numbers=(1,), whole=(3,), long=(4,), caption=title)
        label = visit.language.pages.titles["published"]
        params = link_params(visit.filters)
        st.page_link("pages/published.py", label=label, icon=":material/arrow_forward:", query_params=params)


def _cells(row: Row, visit: Visit) -> list[str]:
    language = visit.language
    moment = read_moment(row["as_of"] or "")
    metric = language.one_of(*label_of(row["metric"], row["category"]))
    moment_words = language.numbers.moment(moment) if moment else language.names.staff_text(row["period"])
    return [language.names.owner(row["unit_name"]), write_printed(row, language), metric, moment_words]
