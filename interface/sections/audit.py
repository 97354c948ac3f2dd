"""The audit log on the administration page, filtered and as a file."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import partial

import streamlit as st

from data_access.staff.audit import AuditEvent, count_events, find_events, known_actions
from exports.safe_cells import disarmed
from interface.shell.visit import Visit
from interface.widgets.more import show_more
from interface.widgets.small_tables import show_small_table
from model.filters import end_of_day
from model.folding import slug
from presentation.audit import worded_detail

_SHOWN = 500
_IN_VIEW = 14  # rows; more of them scroll


def show_audit(visit: Visit) -> None:
    """Draw the newest events that match the filters."""
    texts = visit.language.admin
    names = {code: texts.action_names.get(code, code) for code in visit.records.ask_now(known_actions)}
    left, middle, right, wide = st.columns((1, 1, 1, 2))
    since = left.date_input(texts.since, value=None, format="DD/MM/YYYY", key="audit_since")
    until = middle.date_input(texts.until, value=None, format="DD/MM/YYYY", key="audit_until")
    who = right.text_input(texts.who, key="audit_who")
    actions = wide.multiselect(texts.actions, list(names), format_func=names.__getitem__, key="audit_actions")
    start = datetime.combine(since, time()) if isinstance(since, date) else None
    end = end_of_day(until) if isinstance(until, date) else None
    find = partial(find_events, since=start, until=end, who=who, actions=actions)
    entries = visit.records.ask_now(partial(find, most=_SHOWN))
    if not entries:
        st.info(texts.audit_none)
        return
    total = visit.records.ask_now(partial(count_events, since=start, until=end, who=who, actions=actions))
    st.caption(texts.audit_note.format(count=visit.language.numbers.count(total)))
    rows = [_row(one, visit) for one in entries]
    with st.container(height=520 if len(rows) > _IN_VIEW else "content", border=False):
        show_small_table(texts.audit_heads, rows, whole=(0,), caption=texts.tabs[1])
    show_more(total - len(entries), visit.language)
    st.download_button(
        texts.audit_csv,
        lambda: _as_csv(visit, visit.records.ask_now(find)),
        f"{slug(visit.language.exports.menu.file_words['audit'])}_{date.today()}.csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _row(one: AuditEvent, visit: Visit) -> tuple[str, str, str, str]:
    action = visit.language.admin.action_names.get(one.action, one.action)
    detail = worded_detail(one, visit.language, visit.catalogue)
    return visit.language.numbers.moment(one.happened_at), one.who, action, detail


def _as_csv(visit: Visit, events: Iterable[AuditEvent]) -> bytes:
    """All matching events as CSV, including those the list leaves out."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(visit.language.admin.audit_heads)
    writer.writerows([disarmed(value) for value in _row(one, visit)] for one in events)
    return b"\xef\xbb\xbf" + text.getvalue().encode()
