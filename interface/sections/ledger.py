"""The ledger of published figures: search, selection, quotation, comparison."""

import polars as pl
import streamlit as st

from data_access.queries.published import verdict
from interface.shell.address import put
from interface.widgets.ledger_cells import (
    COLUMNS,
    heads_of_ledger,
    readable,
    styled_figures,
    units_of_values,
    widths_of_ledger,
    words_of_differences,
    written_figures,
)
from interface.widgets.panels import show_hint, show_title
from interface.widgets.record_cards import show_record_cards
from interface.widgets.small_tables import show_on_paper
from interface.widgets.sources import plain
from interface.widgets.tables import ROW_HEIGHT, show_table
from language.languages import Language
from language.words.formatting import MISSING
from model.edges import Row
from model.folding import fold
from presentation.facts import moment_of_figure, write_printed

_HEIGHT = round(12.5 * ROW_HEIGHT)  # px: half a row at the end shows that there are more
_SEARCHED = ("unit_name", "metric", "category", "period", "quote", "note", "source_title", "metric_name")


def show_ledger(figures: pl.DataFrame, words: str, language: Language, *, width: str, periods: bool) -> None:
    """Draw the figures that match all words, and the selected one with quotation and source.

    `periods`: every figure beside its period. `width` is that of the window: narrow, wide, broad or full.
    """
    if width != "narrow":
        show_figure(_choose_figure(figures, words, language, width=width, periods=periods), language)
        return
    matches = _show_matching(figures, words, language)
    _cards(matches, language, periods=periods)
    code = st.query_params.get("row", "")
    if picked := next(matches.filter(pl.col("figure_id") == code).iter_rows(named=True), None):
        st.dialog(language.published.ledger_title, on_dismiss=_closed)(show_figure)(picked, language)


def _closed() -> None:
    put("row", "")


def _cards(frame: pl.DataFrame, language: Language, *, periods: bool) -> None:
    """Draw a card for each figure on phones, where a grid would show one column of seven."""
    if frame.is_empty():
        return
    heads = [heads_of_ledger(language)[name] for name in COLUMNS]
    rows = written_figures(frame, language, periods=periods)
    show_record_cards("published", heads, rows, frame["figure_id"].to_list())


def _show_matching(figures: pl.DataFrame, words: str, language: Language) -> pl.DataFrame:
    """Draw the matching figures under their title, or that there are none."""
    matches = matching(figures, words, language)
    show_title(
        language.published.ledger_title,
        language.published.ledger_note.format(count=language.numbers.count(matches.height)),
        None,
        language,
        language.published.ledger_hint,
    )
    if matches.is_empty() and words:
        st.info(language.published.nothing_found.format(words=plain(words)))
    return matches


def _choose_figure(figures: pl.DataFrame, words: str, language: Language, *, width: str, periods: bool) -> Row | None:
    """Draw the table of matching figures; returns the selected row, if any."""
    matches = _show_matching(figures, words, language)
    if matches.is_empty():
        return None
    frame = readable(matches, language, periods=periods).select(COLUMNS)
    event = st.dataframe(
        styled_figures(frame, matches, language, width=width),
        hide_index=True,
        height=_HEIGHT,
        row_height=ROW_HEIGHT,
        column_config={
            name: st.column_config.Column(heads_of_ledger(language)[name], width=pixels)
            for name, pixels in widths_of_ledger(frame, language, width=width).items()
        },
        placeholder=MISSING,
        on_select="rerun",
        selection_mode="single-row",
        key=f"ledger_{fold(words)}_{matches.height}",
    )
    show_on_paper(
        [heads_of_ledger(language)[name] for name in COLUMNS], written_figures(matches, language, periods=periods)
    )
    rows = event.selection.rows
    return matches.row(rows[0], named=True) if rows else None


def matching(figures: pl.DataFrame, words: str, language: Language) -> pl.DataFrame:
    """The figures that contain every word, ignoring accents."""
    with_names = figures.with_columns(pl.col("metric").replace(language.published.metric_names).alias("metric_name"))
    words_sought = fold(words).split()
    if not words_sought:
        return figures
    text = [fold(" ".join(str(row[name] or "") for name in _SEARCHED)) for row in with_names.iter_rows(named=True)]
    return figures.filter(pl.Series([all(word in line for word in words_sought) for line in text]))


def show_figure(figure: Row | None, language: Language) -> None:
    """Draw one figure with quotation, source and note, Markdown escaped."""
    texts = language.pages
    if figure is None:
        show_hint(language.published.pick_row)
        return
    with st.container(border=True):
        metric = language.published.metric_names.get(figure["metric"], figure["metric"])
        unit = language.names.owner(figure["unit_name"])
        st.markdown(f"## {plain(unit)} · {metric}: {plain(write_printed(figure, language))}")
        period = plain(language.names.staff_text(figure["period"]))
        st.caption(f"{texts.as_of.format(moment=moment_of_figure(figure, language))} · {period}")
        if figure["quote"]:
            st.markdown(f"> {plain(language.names.quotation(figure['quote']))}")
        title = plain(language.names.staff_text(figure["source_title"]) or language.facts.unknown)
        if figure["title_inferred"] and str(figure["source_url"]).startswith("http"):
            title += f" · {language.published.title_inferred}"
        identity = language.published.identity_derived if figure["id_inferred"] else language.published.identity
        title += f" · {identity.format(article=figure['article'], figure=figure['figure_id'])}"
        st.markdown(f"**{language.facts.source}:** {title}")
        url = figure["source_url"] or ""
        if url.startswith(("http://", "https://")):
            st.markdown(f"[{language.facts.open_source}](<{url}>)")
        if figure["note"]:
            st.markdown(f"**{language.published.note}:** {plain(language.names.staff_text(figure['note']))}")
        confidence = language.published.confidences.get(figure["confidence"] or "", language.facts.unknown)
        st.caption(f"{language.published.confidence}: {confidence}")


def show_verdicts(figures: pl.DataFrame, language: Language) -> None:
    """Draw how many of the published figures the records agree with."""
    if figures.is_empty():
        return
    verdicts = _verdicts(figures)
    texts = {name: f"**{language.numbers.count(verdicts.count(name))}**" for name in language.published.verdicts}
    st.markdown(language.published.verdicts_sentence.format(**texts))


def _verdicts(figures: pl.DataFrame) -> list[str]:
    return [str(verdict(row)) for row in figures.iter_rows(named=True)]


def show_reconciliation(figures: pl.DataFrame, language: Language, *, periods: bool) -> None:
    """Draw published and system values for every figure the records can reproduce."""
    if figures.is_empty():
        return
    show_title(language.published.reconciliation_title, "", None, language)
    verdicts = _verdicts(figures)
    judged = readable(figures, language, periods=periods).with_columns(
        pl.Series("verdict", [language.published.verdicts[name] for name in verdicts], pl.String)
    )
    compared = judged.filter(pl.col("system_value").is_not_null())
    columns = (
        "unit_name",
        "metric",
        "as_of",
        "published_value",
        "system_value",
        "difference",
        "verdict",
    )
    if not compared.is_empty():
        show_table(
            compared.select(columns),
            language,
            words={"difference": words_of_differences(compared)},
            units={"system_value": units_of_values(compared)},
        )
