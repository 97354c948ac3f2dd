"""Parts of the page of readiness: shares, who has not, the comparison, every unit, and what was said of one."""

from collections import Counter
from typing import Final

import streamlit as st

from data_access.queries.readiness import fetch_printed_shares, fetch_said
from interface.shell.choosing import Chooser
from interface.shell.visit import Visit
from interface.widgets.panels import show_metric, show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain, tell_source
from language.languages import Language
from model.edges import Row
from model.readiness import Readiness
from presentation.grading import written
from presentation.readiness import card_counts, contrast_row, item_name, lacking, share_row, state_name
from presentation.signatures import signed

_HEIGHT: Final = 520
_SOURCES: Final = 10


def _sources(found: Readiness, language: Language) -> list[str]:
    """Where what was said comes from: the sources that are named most."""
    named = Counter(found.frame["source"].drop_nulls().to_list())
    return [plain(language.names.told(source)) for source, _ in named.most_common(_SOURCES)]


def show_readiness_cards(found: Readiness, language: Language) -> None:
    """How many units have everything, lack something, or have said nothing."""
    texts = language.readiness
    with st.grid(len(texts.cards), min_column_width=150):
        for name, count in card_counts(found).items():
            value = language.numbers.count(count)
            show_metric(texts.cards[name], value, texts.card_notes[name], texts.card_help[name], f"readiness-{name}")


def show_shares(found: Readiness, language: Language) -> None:
    """Every item with its counts."""
    texts = language.readiness
    rows = [share_row(share, language) for share in found.shares]
    show_small_table(texts.share_columns, rows, numbers=range(1, 6), caption=texts.shares_title)


def show_printed(found: Readiness, visit: Visit) -> None:
    """What the press printed of an item, beside what the system knows."""
    texts, numbers = visit.language.readiness, visit.language.numbers
    shares = {share.item.code: share for share in found.shares}
    for code, figure in fetch_printed_shares(visit.records, visit.filters).items():
        day = numbers.date(figure.day) if figure.day else visit.language.facts.unknown
        name = plain(item_name(shares[code].item, visit.language))
        line = texts.printed.format(item=name, value=f"{written(figure.value, visit.language)}%", day=day)
        share = shares[code].yes_pct
        own = texts.printed_unknown if share is None else texts.printed_differs.format(own=numbers.percent(share))
        st.markdown(f"{line} {own}  \n{tell_source(figure.source, visit.language)}")


def choose_item(found: Readiness, visit: Visit) -> str:
    """Which item is looked into; the address remembers."""
    texts, codes = visit.language.readiness, [item.code for item in found.items]
    asked = st.query_params.get("item", "")
    most = max(found.shares, key=lambda share: share.no, default=None)
    value = asked if asked in codes else most.item.code if most else codes[0]
    show_title(texts.lacking_title, "", _sources(found, visit.language), visit.language)
    names = {item.code: item_name(item, visit.language) for item in found.items}
    Chooser(visit.catalogue, visit.language).from_list("item", texts.choose_item, codes, value, names.__getitem__)
    return value


def show_lacking(found: Readiness, code: str, visit: Visit) -> None:
    """The units that have not got the item, and those that nobody knows of."""
    language, texts = visit.language, visit.language.readiness
    share = next(one for one in found.shares if one.item.code == code)
    numbers = language.numbers
    counts = {"no": numbers.count(share.no), "unknown": numbers.count(share.unknown)}
    st.caption(texts.lacking_note.format(item=plain(item_name(share.item, language)), **counts))
    rows = [
        (
            language.names.word(row["unit_name"]),
            state_name(row["state"], None, language),
            numbers.date(row["day"]) if row["day"] else "",
            language.names.told(row["source"] or ""),
            row["note"] or "",
        )
        for row in lacking(found, code)
    ]
    if not rows:
        st.markdown(texts.lacking_nobody)
        return
    with st.container(height=min(_HEIGHT, 90 + 38 * len(rows)), border=False):
        show_small_table(texts.lacking_columns, rows, whole=(1, 2), long=(3, 4), caption=texts.lacking_title)


def show_contrasts(found: Readiness, visit: Visit) -> None:
    """Those who have and those who have not, with what the difference cannot say."""
    texts = visit.language.readiness
    show_title(texts.contrast_title, texts.contrast_note, _sources(found, visit.language), visit.language)
    rows = [contrast_row(one, visit.language) for one in found.contrasts]
    show_small_table(texts.contrast_columns, rows, numbers=(1, 2), long=(3,), caption=texts.contrast_title)
    st.info(texts.contrast_cause, icon=":material/balance:")


def show_units(found: Readiness, visit: Visit) -> None:
    """Every unit with the last word on every item."""
    language, texts = visit.language, visit.language.readiness
    show_title(texts.table_title, texts.table_note, _sources(found, language), language)
    by_unit: dict[str, list[Row]] = {}
    for row in found.frame.iter_rows(named=True):
        by_unit.setdefault(row["unit_code"], []).append(row)
    rows = [
        (
            language.names.word(some[0]["unit_name"]),
            *(state_name(one["state"], one["amount"], language) for one in some),
        )
        for some in by_unit.values()
    ]
    heads = [texts.lacking_columns[0], *(item_name(item, language) for item in found.items)]
    counted = [place for place, item in enumerate(found.items, 1) if item.counted]
    with st.container(height=min(_HEIGHT, 220 + 60 * len(rows)), border=False):
        show_small_table(heads, rows, numbers=counted, caption=texts.table_title, counted=visit.language.numbers.count)


def show_said(found: Readiness, visit: Visit) -> None:
    """Everything that was said of the one unit that is chosen, for those who may see its details."""
    if len(visit.filters.units) != 1:
        return
    said = fetch_said(visit.records, visit.filters, visit.filters.units[0])
    if not said:
        return
    language, texts, items = visit.language, visit.language.readiness, found.names
    unit = visit.catalogue.unit_by_code[visit.filters.units[0]]
    st.markdown(f"## {texts.said_title.format(unit=plain(language.names.word(unit.name)))}")
    st.caption(texts.said_note)
    rows = [
        (
            language.numbers.date(one.day),
            item_name(items[code], language) if code in items else code,
            state_name(one.state, one.amount, language),
            language.names.told(one.source),
            one.note,
            signed(one.who, language),
        )
        for _, code, one in said
    ]
    show_small_table(texts.said_columns, rows, whole=(0, 2), long=(3, 4), caption=texts.table_title)
