"""Rows on the explore page: search, order, paging, one record. Titles are escaped."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from data_access.rows.explore import count_matching, fetch_row, fetch_rows
from data_access.rows.then import counted_until, with_now
from data_access.store.narrowing import require_own
from interface.shell import address
from interface.shell.access import may_see_people
from interface.shell.choosing import if_offered
from interface.shell.limiting import may_search
from interface.shell.visit import Visit
from interface.widgets.column_widths import cut_visibly
from interface.widgets.explore_columns import are_in_view, shown_columns, widths_of_columns
from interface.widgets.record_cards import show_record_cards
from interface.widgets.repeating import repeat
from interface.widgets.small_tables import show_on_paper
from interface.widgets.sources import plain
from model.address import parse_rows_or_default
from model.edges import Row
from model.rows import ORDERS, PAGE_SIZE, RowPage, RowSearch
from presentation.explore import RowsView, view_rows
from presentation.row_words import LISTED, UNKNOWN

_ROW_HEIGHT: Final = 34
_CODE: Final = {False: "#000000", True: "#ffffff"}  # of pinned cells, which a grid draws at 60%


def search_of_address() -> RowSearch:
    """The search in the address; values that are not understood are replaced by defaults."""
    return parse_rows_or_default(address.params())


def searched_words(visit: Visit) -> str:
    """The words whose rows are shown: as typed, or as corrected."""
    search = search_of_address()
    return fetch_rows(visit.records, visit.filters, replace(search, page=1)).searched if search.words else ""


def choose_rows(visit: Visit) -> None:
    """Draw search box and order, both kept in the address."""
    texts, now = visit.language.explore, search_of_address()
    repeat("find", now.words)
    repeat("order", now.order, map(texts.orders.__getitem__, ORDERS))
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with left:
        st.text_input(
            texts.search,
            key="find",
            placeholder=texts.search_hint,
            max_chars=100,
            icon=":material/search:",
            on_change=_write,
            args=("q", "find", visit.catalogue),
        )
    with right:
        st.selectbox(
            texts.order,
            ORDERS,
            format_func=texts.orders.__getitem__,
            key="order",
            on_change=if_offered,
            args=(_write, "order", ORDERS, "order", "order", visit.catalogue),
        )


def show_rows(visit: Visit) -> None:
    """Draw one page of rows with its position, and the record that was opened."""
    require_own(visit.records, visit.filters)
    visit.may_show_rows()
    now = search_of_address()
    if now.words and not may_search(visit.reader):
        st.warning(visit.language.problems.too_many_searches, icon=":material/hourglass_top:")
        return
    page = fetch_rows(visit.records, visit.filters, now)
    view = _worded(page, now, visit)
    if view.read_as:
        st.info(plain(view.read_as), icon=":material/spellcheck:")
    if view.nothing:
        st.info(plain(view.nothing))
    if view.looked_at:
        st.caption(view.looked_at)
    if page.rows or now.page > 1:
        _turn_pages(page, view, now, visit)
    if page.rows:
        _table(page, view, visit)


def _worded(page: RowPage, now: RowSearch, visit: Visit) -> RowsView:
    columns = with_now(LISTED, counted_until(visit.filters, visit.catalogue))
    total = page.total
    if total is None and st.session_state.get("counted") == _counted_for(page, visit):
        total = count_matching(visit.records, visit.filters, page.searched)
    return view_rows(page, now, columns, visit.catalogue, visit.language, total=total, with_people=may_see_people())


def open_record(visit: Visit, show: Callable[[Row, Visit], None]) -> None:
    """Open the dialog of the record in the address; `show` fills it."""
    code = st.query_params.get("row", "")
    if not code:
        return
    row = fetch_row(visit.records, visit.filters.programme, code, counted_until(visit.filters, visit.catalogue))
    texts = visit.language.explore
    if row is None:
        st.warning(texts.no_record.format(code=plain(code)))
        return

    @st.dialog(texts.record.format(code=plain(code)), width="large", on_dismiss=partial(address.put, "row", ""))
    def dialog() -> None:
        show(row, visit)

    dialog()


def _write(parameter: str, key: str, catalogue: Any) -> None:
    value = str(st.session_state[key] or "").strip()
    address.write({parameter: [value] if value and value != ORDERS[0] else []}, catalogue)


def _turn_pages(page: RowPage, view: RowsView, now: RowSearch, visit: Visit) -> None:
    texts = visit.language.explore
    last = -(-page.total // PAGE_SIZE) if page.total else None
    turns = (
        ("first", ":material/first_page:", 1, now.page > 1),
        ("previous", ":material/chevron_left:", now.page - 1, now.page > 1),
        ("next", ":material/chevron_right:", now.page + 1, page.has_next),
        ("last", ":material/last_page:", last or 1, bool(last) and now.page < (last or 1)),
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="pages"):
        st.markdown(view.range, width="content")
        if page.total is None and page.has_next and not page.looked_at:
            _offer_count(page, visit)
        for name, icon, number, possible in turns:
            label = getattr(texts, name)
            st.button(label, icon=icon, key=f"turn_{name}", disabled=not possible, on_click=_turn, args=(number,))


def _offer_count(page: RowPage, visit: Visit) -> None:
    if st.session_state.get("counted") != _counted_for(page, visit):

        def count() -> None:
            st.session_state["counted"] = _counted_for(page, visit)

        st.button(visit.language.explore.count_matches, key="count_all", on_click=count)


def _counted_for(page: RowPage, visit: Visit) -> tuple[object, ...]:
    return page.searched, visit.filters


def _turn(number: int) -> None:
    address.put("page", str(number) if number > 1 else "")


def _table(page: RowPage, view: RowsView, visit: Visit) -> None:
    texts, table, codes = visit.language.explore, view.table, view.codes
    if not visit.wide:
        show_record_cards("explore", table.heads, table.rows, codes, caption=table.title)
        return
    frame = pd.DataFrame(table.rows, columns=list(table.heads))
    widths = widths_of_columns(frame, texts, visit.width)
    code, benefit = texts.columns["code"], texts.columns["benefit_vnd"]
    is_pinned = not are_in_view(widths, visit.width)
    cells = frame.style.set_properties(subset=[code] if is_pinned else [], color=_CODE[visit.dark])
    cut_visibly(cells, frame, widths, UNKNOWN)
    key = f"rows_{abs(hash((page.first, page.searched, visit.moment or datetime.min, visit.language.code, codes[0])))}"

    def opened() -> None:
        if selection := st.session_state[key].selection.rows:
            address.put("row", codes[selection[0]])

    st.dataframe(
        cells,
        hide_index=True,
        height=round(_ROW_HEIGHT * (min(len(codes), 18.5) + 1)) + 3,
        row_height=_ROW_HEIGHT,
        column_order=shown_columns(frame, texts),
        column_config={
            title: st.column_config.TextColumn(
                width=width,
                pinned=is_pinned and title == code,
                alignment="right" if title == benefit else None,
            )
            for title, width in widths.items()
        },
        key=key,
        on_select=opened,
        selection_mode="single-row",
        placeholder=UNKNOWN,
        alt=table.title,
    )
    show_on_paper(table.heads, table.rows, long=(1,))
