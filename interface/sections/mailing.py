"""Orders of scheduled reports: list, form, pause and resume."""

from collections.abc import Callable, Sequence
from datetime import time
from functools import partial
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from data_access.database.errors import DataAccessError, UnfitOrder
from data_access.database.settings import database_url
from data_access.staff.mail_orders import find_orders, find_recipients, resume_order, save_order, stop_order
from exports.kinds import KINDS
from exports.mail.plan import order_of
from exports.mail.trying import parse_scope
from interface.shell.access import act
from interface.shell.address import link_params
from interface.shell.notices import Outcome, keep_notice, show_notice
from interface.shell.visit import Visit
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from model.address_strict import NotUnderstood
from model.clock import this_moment, this_second
from model.mailing import DAYS, MailOrder, WantedMail
from model.reader import Reader
from presentation.mailing import order_line
from presentation.notices import describe_notices
from presentation.signatures import display_name

_NOTICE: Final = "mail_notice"
_MADE: Final = "mail_made"  # how many orders this tab has made: the form of the next one is empty
_FIRST: Final = time(7, 30)


def show_orders(visit: Visit) -> MailOrder | None:
    """Draw the reader's orders and a form; returns the selected order, None for a new one."""
    texts = visit.language.mailing
    orders = visit.records.ask_now(partial(find_orders, by=visit.reader))
    show_title(texts.list_title, "", None, visit.language)
    if orders:
        rows = [_row(order, visit) for order in orders]
        show_small_table(texts.heads, rows, whole=(0,), long=(1, 4), caption=texts.list_title)
    else:
        st.markdown(texts.list_none)
    show_notice(_NOTICE)
    by_number = {order.number: order for order in orders}
    order_number = st.selectbox(
        texts.which,
        [0, *by_number],
        format_func=lambda number: by_number[number].wanted.name if number else texts.new,
        key="mail_order",
    )
    order = by_number.get(order_number)
    _show_form(order, visit)
    if order is not None:
        _offer_stop(order, visit)
    return order


def _row(order: MailOrder, visit: Visit) -> tuple[str, ...]:
    language, draft, catalogue = visit.language, order.wanted, visit.records.catalogue
    query = f"programme={draft.programme}&{draft.query}"
    state = language.mailing.ordered_by.format(state=_state(order, visit), who=display_name(order.who, language))
    line = order_line(draft.name, query, draft.kinds, draft.days, draft.at, draft.to, catalogue, language)
    return *line, state


def _state(order: MailOrder, visit: Visit) -> str:
    texts, numbers = visit.language.mailing, visit.language.numbers
    if order.stopped_at:
        return texts.stopped.format(moment=numbers.moment(order.stopped_at))
    return texts.next_due.format(moment=numbers.moment(order_of(order).next_due(this_moment())))


def _show_form(order: MailOrder | None, visit: Visit) -> None:
    texts, language = visit.language.mailing, visit.language
    draft, key = (order.wanted, order.number) if order else (None, -st.session_state.get(_MADE, 0))
    if visit.filters.as_of and order is None:
        moment = language.numbers.moment(visit.filters.as_of)
        st.info(texts.same_moment.format(moment=moment), icon=":material/event:")
    with st.form(f"mail_{key}"):
        left, right = st.columns(2)
        name = left.text_input(
            texts.name, draft.name if draft else "", max_chars=80, placeholder=texts.name_hint, key=f"mail_name_{key}"
        )
        query = right.text_input(texts.query, _query(order, visit), help=texts.query_help, key=f"mail_query_{key}")
        kinds = left.multiselect(
            texts.kinds,
            list(KINDS),
            list(draft.kinds) if draft else ["one-page"],
            format_func=language.exports.menu.labels.__getitem__,
            placeholder="",
            key=f"mail_kinds_{key}",
        )
        with right:
            recipients = _choose_recipients(draft.to if draft else (), key, visit)
        days = left.multiselect(
            texts.days,
            list(DAYS),
            list(draft.days) if draft else [DAYS[0]],
            format_func=texts.day_names.__getitem__,
            placeholder="",
            key=f"mail_days_{key}",
        )
        at = right.time_input(texts.at, draft.at if draft else _FIRST, step=300, key=f"mail_at_{key}")
        if st.form_submit_button(texts.save, type="primary"):
            filled_in = WantedMail(name, visit.programme.code, query, tuple(kinds), tuple(days), at, tuple(recipients))
            _do(visit, partial(_save, filled_in, order.number if order else None, visit))
            st.rerun()


def _choose_recipients(to: Sequence[str], key: int, visit: Visit) -> list[str]:
    texts, accounts = visit.language.mailing, visit.records.ask_now(partial(find_recipients, by=visit.reader))
    addresses = [f"{account.name} <{account.email}>" if account.name else account.email for account in accounts]
    return st.multiselect(
        texts.to,
        [*dict.fromkeys([*to, *addresses])],
        to,
        accept_new_options=True,
        help=texts.to_help,
        placeholder=texts.to_hint,
        key=f"mail_to_{key}",
    )


def _query(order: MailOrder | None, visit: Visit) -> str:
    """The stored query of the order, or that of the current page."""
    if order is not None:
        return f"programme={order.wanted.programme}&{order.wanted.query}".rstrip("&")
    return urlencode(link_params(visit.filters), doseq=True)


def _save(filled_in: WantedMail, number: int | None, visit: Visit, by: Reader) -> str:
    texts, numbers = visit.language.mailing, visit.language.numbers
    programme, query = parse_scope(filled_in.query, filled_in.programme, visit.records.live)
    draft = WantedMail(filled_in.name, programme, query, filled_in.kinds, filled_in.days, filled_in.at, filled_in.to)
    now = this_second()
    order = save_order(database_url(), by, draft, now, number)
    if number is None:
        st.session_state[_MADE] = st.session_state.get(_MADE, 0) + 1
    first = order_of(MailOrder(order, draft, by.email, now)).next_due(now)
    return texts.saved.format(name=draft.name, moment=numbers.moment(first))


def _offer_stop(order: MailOrder, visit: Visit) -> None:
    texts, runs = visit.language.mailing, order.stopped_at is None
    st.button(
        texts.stop if runs else texts.resume,
        icon=":material/pause:" if runs else ":material/play_arrow:",
        key="mail_stop",
        on_click=_do,
        args=(visit, partial(_stop if runs else _resume, order, visit)),
    )


def _stop(order: MailOrder, visit: Visit, by: Reader) -> str:
    stop_order(database_url(), by, order.number, this_second())
    return visit.language.mailing.was_stopped.format(name=order.wanted.name)


def _resume(order: MailOrder, visit: Visit, by: Reader) -> str:
    now = this_second()
    resume_order(database_url(), by, order.number, now)
    moment = visit.language.numbers.moment(order_of(order).next_due(now))
    return visit.language.mailing.was_resumed.format(name=order.wanted.name, moment=moment)


def _do(visit: Visit, change: Callable[[Reader], str]) -> None:
    """Run a change as the account of this click and keep the message for the next rerun."""
    texts = visit.language.mailing

    def try_it(by: Reader) -> None:
        outcome: Outcome = "error"
        try:
            outcome, sentence = "success", change(by)
        except NotUnderstood as problem:
            sentence = describe_notices(problem, visit.language)
        except UnfitOrder as problem:
            sentence = texts.refusals[problem.code].format(value=problem.value)
        except DataAccessError as problem:
            sentence = texts.refusals["away"].format(value=problem.reference)
        keep_notice(_NOTICE, outcome, sentence)

    act(visit.language, try_it)
