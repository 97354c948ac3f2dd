"""The rows of the page of single initiatives: search, order, pages, one record. Titles are escaped."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import pandas as pd
import streamlit as st

from data_access.rows.explore import count_found, fetch_row, fetch_rows
from data_access.rows.then import counted_until, with_now
from data_access.store.narrowing import require_own
from interface.shell import address
from interface.shell.cells import written
from interface.shell.limiting import may_search
from interface.shell.visit import Visit
from interface.widgets.small_tables import show_on_paper
from interface.widgets.sources import plain
from model.address import rows_asked
from model.edges import Row
from model.folding import fold
from model.rows import COUNTED, ORDERS, PAGE_SIZE, Asked, RowPage

_LISTED: Final = (
    *("code", "title", "author", "unit", "grassroots", "sector"),
    *("status", "level", "benefit_vnd", "uploaded_at", "applied_at", "replicated", "replicated_at"),
)
_WIDTHS: Final = {"code": 110, "title": 420, "author": 170, "grassroots": 190}
_ROW_HEIGHT: Final = 34


def asked() -> Asked:
    """What the address asks for; anything it does not understand is the default."""
    return rows_asked(address.params())


def words_found(visit: Visit) -> str:
    """The words whose rows the page shows: those typed, or what they were read as."""
    return fetch_rows(visit.records, visit.filters, replace(asked(), page=1)).told if asked().words else ""


def choose_rows(visit: Visit) -> None:
    """The search box and the order, both kept in the address."""
    texts, now = visit.language.explore, asked()
    st.session_state["find"], st.session_state["order"] = now.words, now.order
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
            on_change=_write,
            args=("order", "order", visit.catalogue),
        )


def show_rows(visit: Visit) -> None:
    """One page of rows with its place among all, and the record that was opened."""
    require_own(visit.records, visit.filters)
    visit.tell_rows()
    now = asked()
    if now.words and not may_search(visit.reader):
        st.warning(visit.language.problems.too_many_searches, icon=":material/hourglass_top:")
        return
    page = fetch_rows(visit.records, visit.filters, now)
    texts, numbers = visit.language.explore, visit.language.numbers
    if page.rows and now.words and page.told != asked_words(now):
        st.info(texts.read_as.format(typed=plain(now.words), read=plain(page.told)), icon=":material/spellcheck:")
    if not page.rows and now.words and now.page == 1:
        st.info(texts.nothing_found.format(words=plain(now.words), count=numbers.count(page.scope_total)))
    if page.looked_at:
        st.caption(texts.looked_at.format(count=numbers.count(page.looked_at)))
    _turn_pages(page, now, visit)
    if page.rows:
        _table(page, visit)


def asked_words(now: Asked) -> str:
    """The words as they are looked for."""
    return fold(now.words)


def open_record(visit: Visit, show: Callable[[Row, Visit], None]) -> None:
    """The dialog of the record that the address names; `show` fills it."""
    code = st.query_params.get("row", "")
    if not code:
        return
    row = fetch_row(visit.records, visit.filters.programme, code, counted_until(visit.filters, visit.catalogue))
    texts = visit.language.explore
    if row is None:
        st.warning(texts.no_record.format(code=plain(code)))
        return

    @st.dialog(texts.record.format(code=plain(code)), width="large", on_dismiss=_close)
    def dialog() -> None:
        show(row, visit)

    dialog()


def _close() -> None:
    st.query_params.pop("row", None)


def _write(parameter: str, key: str, catalogue: Any) -> None:
    value = str(st.session_state[key] or "").strip()
    address.write({parameter: [value] if value and value != ORDERS[0] else []}, catalogue)


def _turn_pages(page: RowPage, now: Asked, visit: Visit) -> None:
    texts = visit.language.explore
    last = -(-page.total // PAGE_SIZE) if page.total else None
    turns = (
        ("first", ":material/first_page:", 1, now.page > 1),
        ("previous", ":material/chevron_left:", now.page - 1, now.page > 1),
        ("next", ":material/chevron_right:", now.page + 1, page.has_next),
        ("last", ":material/last_page:", last or 1, bool(last) and now.page < (last or 1)),
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="pages"):
        st.markdown(_range(page, visit), width="content")
        if page.total is None and page.has_next and not page.looked_at:
            _offer_count(page, visit)
        for name, icon, number, possible in turns:
            label = getattr(texts, name)
            st.button(label, icon=icon, key=f"turn_{name}", disabled=not possible, on_click=_turn, args=(number,))


def _range(page: RowPage, visit: Visit) -> str:
    texts, count = visit.language.explore, visit.language.numbers.count
    if not page.rows:
        return texts.range_none
    total = page.total
    if total is None and st.session_state.get("counted") == _counted_for(page, visit):
        total = count_found(visit.records, visit.filters, page.told)
    if total is None:
        return texts.range_more.format(first=count(page.first), last=count(page.last))
    if total > COUNTED and page.total is None:
        return texts.range_many.format(first=count(page.first), last=count(page.last), most=count(COUNTED))
    return texts.range.format(first=count(page.first), last=count(page.last), total=count(total))


def _offer_count(page: RowPage, visit: Visit) -> None:
    if st.session_state.get("counted") != _counted_for(page, visit):

        def count() -> None:
            st.session_state["counted"] = _counted_for(page, visit)

        st.button(visit.language.explore.count_matches, key="count_all", type="tertiary", on_click=count)


def _counted_for(page: RowPage, visit: Visit) -> tuple[object, ...]:
    return page.told, visit.filters


def _turn(number: int) -> None:
    if number > 1:
        st.query_params["page"] = str(number)
    else:
        st.query_params.pop("page", None)


def _table(page: RowPage, visit: Visit) -> None:
    texts, moment = visit.language.explore, visit.moment
    columns = with_now(_LISTED, counted_until(visit.filters, visit.catalogue))
    cells = [[written(name, row, visit) for name in columns] for row in page.rows]
    frame = pd.DataFrame(cells, columns=[texts.columns[name] for name in columns])
    codes = [row["code"] for row in page.rows]
    key = f"rows_{abs(hash((page.first, page.told, moment or datetime.min, visit.language.code, codes[0])))}"

    def opened() -> None:
        chosen = st.session_state[key].selection.rows
        if chosen:
            st.query_params["row"] = codes[chosen[0]]

    st.dataframe(
        frame,
        hide_index=True,
        height=_ROW_HEIGHT * (min(len(codes), 18) + 1) + 3,
        row_height=_ROW_HEIGHT,
        column_config={texts.columns[name]: st.column_config.TextColumn(width=wide) for name, wide in _WIDTHS.items()},
        key=key,
        on_select=opened,
        selection_mode="single-row",
        placeholder="–",
        alt=texts.rows_title,
    )
    rows = [["–" if cell is None else str(cell) for cell in row] for row in cells]
    show_on_paper(list(frame.columns), rows, long=(1,))
