"""The audit log on the administration page, filtered and as a file."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import partial

import streamlit as st

from data_access.staff.accounts import find_accounts
from data_access.staff.audit import AuditEvent, EventSearch, count_events, find_events, known_actions, known_people
from exports.safe_cells import disarmed
from interface.shell.visit import Visit
from interface.widgets.more import show_more
from interface.widgets.small_tables import show_small_table
from model.clock import this_day
from model.filters import end_of_day
from model.folding import fold, slug
from presentation.audit import worded_detail
from presentation.signatures import account_label

_SHOWN = 500
_IN_VIEW = 14  # rows; more of them scroll


def show_audit(visit: Visit) -> None:
    """Draw the newest events that match the filters."""
    texts = visit.language.admin
    kinds = {code: texts.action_names.get(code, code) for code in visit.records.ask_now(known_actions)}
    people = _known(visit)
    left, middle, right, wide = st.columns((1, 1, 1, 2))
    since = left.date_input(texts.since, value=None, format="DD/MM/YYYY", key="audit_since")
    until = middle.date_input(texts.until, value=None, format="DD/MM/YYYY", key="audit_until")
    who = right.text_input(texts.who, key="audit_who")
    actions = wide.multiselect(texts.actions, list(kinds), format_func=kinds.__getitem__, key="audit_actions")
    start = datetime.combine(since, time()) if isinstance(since, date) else None
    end = end_of_day(until) if isinstance(until, date) else None
    search = EventSearch(start, end, who, _meant(who, people), actions)
    find = partial(find_events, search=search)
    entries = visit.records.ask_now(partial(find, most=_SHOWN))
    if not entries:
        st.info(texts.audit_none)
        return
    total = visit.records.ask_now(partial(count_events, search=search))
    st.caption(texts.audit_note.format(count=visit.language.numbers.count(total)))
    rows = [_row(event, people.get(event.who, event.who), visit) for event in entries]
    with st.container(height=520 if len(rows) > _IN_VIEW else "content", border=False):
        show_small_table(texts.audit_heads, rows, whole=(0,), caption=texts.tabs[1])
    show_more(total - len(entries), visit.language)
    st.download_button(
        texts.audit_csv,
        lambda: _as_csv(visit, visit.records.ask_now(find), people),
        f"{slug(visit.language.exports.menu.file_words['audit'])}_{this_day()}.csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _known(visit: Visit) -> Mapping[str, str]:
    """The name shown for each account or login in the log."""
    names = {account.email: account.name for account in visit.records.ask_now(find_accounts)}
    return {who: account_label(who, names, visit.language) for who in visit.records.ask_now(known_people)}


def _meant(words: str, people: Mapping[str, str]) -> tuple[str, ...]:
    """The accounts and logins whose shown name contains the filter words; accents do not matter."""
    return tuple(who for who, name in people.items() if words.strip() and fold(words) in fold(name))


def _row(event: AuditEvent, who: str, visit: Visit) -> tuple[str, str, str, str]:
    action = visit.language.admin.action_names.get(event.action, event.action)
    detail = worded_detail(event, visit.language, visit.catalogue)
    return visit.language.numbers.moment(event.happened_at), who, action, detail


def _as_csv(visit: Visit, events: Iterable[AuditEvent], people: Mapping[str, str]) -> bytes:
    """All matching events as CSV, including those the list leaves out; server logins follow in brackets."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(visit.language.admin.audit_heads)
    for event in events:
        person = people.get(event.who, event.who)
        who = person if event.who in person else f"{person} ({event.who})"
        writer.writerow([disarmed(value) for value in _row(event, who, visit)])
    return b"\xef\xbb\xbf" + text.getvalue().encode()
