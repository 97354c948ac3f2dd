"""Trial of a scheduled report: who would get what, a preview, and a test letter to oneself."""

from functools import partial

import streamlit as st

from data_access.database.errors import DataAccessError, NotSent
from exports.mail.addressing import Unaddressed
from exports.mail.answers import answer_of
from exports.mail.plan import Mail, Order, order_of
from exports.mail.trying import preview_letter, readers_of, send_to_oneself
from interface.shell.access import act
from interface.shell.loading import open_records
from interface.shell.problems import showing_problems
from interface.shell.visit import Visit
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from model.address_strict import NotUnderstood
from model.mailing import MailOrder
from model.reader import Reader
from presentation.mailing import reason_line
from presentation.notices import describe_notices
from presentation.signatures import short_names

_KILO = 1024


def show_trial(mail_order: MailOrder, mail: Mail | None, visit: Visit) -> None:
    """Draw recipients and what each would see, a preview for one of them, and a button that sends it to oneself."""
    texts, order = visit.language.mailing, order_of(mail_order)
    readers = readers_of(order, open_records())
    title = texts.test_title.format(name=order.name)
    show_title(title, texts.test_note, None, visit.language)
    rows = [(order.shown(to), *_account(reader, visit)) for to, reader in readers.items()]
    show_small_table(texts.test_heads, rows, long=(2,), caption=title)
    to = st.selectbox(texts.as_whom, order.to, format_func=order.shown, key=f"mail_as_{mail_order.number}")
    with st.container(horizontal=True):
        is_pressed = st.button(texts.show_letter, icon=":material/drafts:", key="mail_look")
        if mail is None:
            st.caption(texts.no_way)
        else:
            own = visit.reader.email or mail.owner or mail.sender
            label = texts.send_me.format(to=plain(own))
            send = st.button(label, icon=":material/forward_to_inbox:", key="mail_send")
            if send:
                act(visit.language, partial(_send, order, mail, own, visit))
    if is_pressed:
        _show_letter(order, mail, to, visit)


def _account(reader: Reader | None, visit: Visit) -> tuple[str, str]:
    texts = visit.language.mailing
    if reader is None:
        return texts.reasons["no account"], ""
    units = short_names(reader.units, visit.catalogue)
    return visit.language.pages.roles[reader.role], ", ".join(units) or texts.sees


def _show_letter(order: Order, mail: Mail | None, to: str, visit: Visit) -> None:
    texts = visit.language.mailing
    try:
        with st.spinner(texts.making), showing_problems(visit.language):
            letter = preview_letter(order, mail, to, open_records())
    except (Unaddressed, NotUnderstood) as problem:
        st.warning(texts.not_sent.format(reason=_reason(problem, visit)))
        return
    with st.container(border=True):
        st.markdown(f"**{plain(texts.subject.format(subject=letter.subject))}**")
        st.text(letter.text)
        numbers = visit.language.numbers
        files = ", ".join(f"{name} ({numbers.count(-(-size // _KILO))} KB)" for name, size in letter.files)
        st.caption(plain(texts.files.format(files=files)))


def _send(order: Order, mail: Mail, own: str, visit: Visit, by: Reader) -> None:
    texts = visit.language.mailing
    try:
        with st.spinner(texts.making):
            send_to_oneself(order, mail, own, by, open_records())
    except (Unaddressed, NotUnderstood, DataAccessError) as problem:
        st.error(plain(texts.not_sent.format(reason=_reason(problem, visit))))
        return
    st.success(plain(texts.sent_me.format(to=own)))


def _reason(problem: Exception, visit: Visit) -> str:
    if isinstance(problem, NotUnderstood):
        return describe_notices(problem, visit.language)
    away = isinstance(problem, DataAccessError) and not isinstance(problem, NotSent)
    return reason_line(answer_of(problem) if away else str(problem), visit.language)
