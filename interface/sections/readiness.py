"""Parts of the readiness page: shares, missing units, comparison, all units, and the history of one."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from data_access.queries.readiness import fetch_notes, fetch_printed_shares
from interface.shell.address import option
from interface.shell.choosing import Chooser
from interface.shell.visit import Visit
from interface.widgets.panels import show_title
from interface.widgets.small_tables import height_of, show_small_table
from interface.widgets.sources import Sources, describe_source, plain
from language.languages import Language
from model.readiness import Readiness
from presentation.grading_words import write_points
from presentation.readiness import ReadinessView, view_statements
from presentation.readiness_words import item_name
from presentation.worded_table import WordedTable

_HEIGHT: Final = 520


def sources_of_statements(sources: Sequence[str], readiness: Readiness, language: Language) -> Sources:
    """Who said it, up to which day."""
    day = language.facts.unknown
    if readiness.as_of:
        day = language.readiness.end_of_day.format(day=language.numbers.date(readiness.as_of))
    return Sources(day, [plain(source) for source in sources] or [language.facts.unknown])


def show_shares(table: WordedTable) -> None:
    """Draw every item with its counts."""
    show_small_table(table.heads, table.rows, numbers=range(1, 6), caption=table.title)


def show_printed(readiness: Readiness, visit: Visit) -> None:
    """Draw published figures about an item beside the system's."""
    texts, numbers = visit.language.readiness, visit.language.numbers
    for code, printed in fetch_printed_shares(visit.records, visit.filters).items():
        figure, own = printed.figure, printed.own
        day = numbers.date(figure.day) if figure.day else visit.language.facts.unknown
        name = plain(item_name(readiness.names[code], visit.language))
        line = texts.printed.format(item=name, value=f"{write_points(figure.value, visit.language)}%", day=day)
        share = None if own is None else numbers.percent(own, 0 if own.is_integer() else 2)
        beside = texts.printed_unknown if share is None else texts.printed_differs.format(own=share)
        st.markdown(f"{line} {beside}  \n{describe_source(figure.source, visit.language)}")


def choose_item(readiness: Readiness, sources: Sequence[str], visit: Visit) -> str:
    """The item on view, kept in the address."""
    texts, codes = visit.language.readiness, [item.code for item in readiness.items]
    most = max(readiness.shares, key=lambda share: share.no, default=None)
    value = option("item", codes, most.item.code if most else codes[0])
    show_title(texts.lacking_title, "", sources_of_statements(sources, readiness, visit.language), visit.language)
    names = {item.code: item_name(item, visit.language) for item in readiness.items}
    Chooser(visit.catalogue, visit.language).from_list("item", texts.choose_item, codes, value, names.__getitem__)
    return value


def show_lacking(table: WordedTable, language: Language) -> None:
    """Draw the units without the item and those with no statement; the title stands above the choice."""
    st.caption(plain(table.note))
    if not table.rows:
        st.markdown(table.nothing)
        return
    with st.container(height=height_of(len(table.rows), _HEIGHT, row=38, head=90), border=False):
        show_small_table(
            *(table.heads, table.rows),
            whole=(1, 2),
            long=(3, 4),
            caption=table.title,
            write_count=language.numbers.count,
        )


def _show_head(table: WordedTable, readiness: Readiness, language: Language) -> None:
    show_title(table.title, table.note, sources_of_statements(table.sources, readiness, language), language)


def show_contrasts(view: ReadinessView, readiness: Readiness, language: Language) -> None:
    """Draw units with and without an item, and what the difference does not prove."""
    table = view.contrasts
    _show_head(table, readiness, language)
    show_small_table(table.heads, table.rows, numbers=(1, 2), long=(3,), caption=table.title)
    st.info(view.cause, icon=":material/balance:")


def show_units(view: ReadinessView, readiness: Readiness, language: Language) -> None:
    """Draw every unit with its latest statement on every item."""
    table = view.units
    _show_head(table, readiness, language)
    with st.container(height=height_of(len(table.rows), _HEIGHT, head=220), border=False):
        show_small_table(
            table.heads, table.rows, numbers=view.counted, caption=table.title, write_count=language.numbers.count
        )


def show_statements(readiness: Readiness, visit: Visit) -> None:
    """Draw all statements of the selected unit, for accounts that may see its details."""
    if len(visit.filters.units) != 1:
        return
    code = visit.filters.units[0]
    statements = [(item, statement) for _, item, statement in fetch_notes(visit.records, visit.filters, code)]
    if not statements:
        return
    table = view_statements(visit.catalogue.unit_by_code[code].name, statements, readiness, visit.language)
    st.markdown(f"## {plain(table.title)}")
    st.caption(table.note)
    show_small_table(table.heads, table.rows, whole=(0, 2), long=(3, 4), caption=table.title)
