"""The audit log on the page of administrators: who did what, filtered, and as a file."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import partial

import streamlit as st

from data_access.staff.audit import AuditEvent, find_events, known_actions
from exports.csv.safe_cells import disarmed
from interface.shell.visit import Visit
from model.filters import end_of_day
from presentation.audit import worded_detail

_SHOWN = 500


def show_audit(visit: Visit) -> None:
    """The newest events of what is chosen."""
    texts = visit.language.admin
    names = {code: texts.action_names.get(code, code) for code in visit.records.ask_now(known_actions)}
    left, middle, right, wide = st.columns((1, 1, 1, 2))
    since = left.date_input(texts.since, value=None, format="DD/MM/YYYY", key="audit_since")
    until = middle.date_input(texts.until, value=None, format="DD/MM/YYYY", key="audit_until")
    who = right.text_input(texts.who, key="audit_who")
    actions = wide.multiselect(texts.actions, list(names), format_func=names.__getitem__, key="audit_actions")
    find = partial(
        find_events,
        since=datetime.combine(since, time()) if isinstance(since, date) else None,
        until=end_of_day(until) if isinstance(until, date) else None,
        who=who,
        actions=actions,
        most=_SHOWN,
    )
    found = visit.records.ask_now(find)
    if not found:
        st.info(texts.audit_none)
        return
    st.caption(texts.audit_note.format(count=visit.language.numbers.count(len(found))))
    rows = [_row(one, visit) for one in found]
    st.dataframe(
        [dict(zip(texts.audit_heads, row, strict=True)) for row in rows],
        hide_index=True,
        height=min(520, 36 * (len(rows) + 1)),
    )
    st.download_button(texts.audit_csv, _as_csv(texts.audit_heads, rows), "audit.csv", icon=":material/download:")


def _row(one: AuditEvent, visit: Visit) -> tuple[str, str, str, str]:
    action = visit.language.admin.action_names.get(one.action, one.action)
    detail = worded_detail(one, visit.language, visit.catalogue)
    return visit.language.numbers.moment(one.happened_at), one.who, action, detail


def _as_csv(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([disarmed(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()
