"""Letters that were sent, and the orders of the schedule file, read-only."""

from functools import partial
from pathlib import Path

import streamlit as st

from data_access.staff.mail_letters import count_letters, find_letters
from exports.mail.plan import Mail, Order, WrongSchedule, read_schedule
from interface.shell.visit import Visit
from interface.widgets.more import show_more
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from model import settings
from model.mailing import MailLetter
from presentation.mailing import order_line, reason_line

_SHOWN = 100


def read_file(visit: Visit) -> tuple[Mail | None, tuple[Order, ...]]:
    """Mail server and orders of the schedule file; draws which server is used, or why there is none."""
    texts, file = visit.language.mailing, settings.mail_schedule()
    if file is None:
        st.info(texts.no_server, icon=":material/mark_email_unread:")
        return None, ()
    try:
        mail, orders = read_schedule(file)
    except (WrongSchedule, OSError) as problem:
        mistake = problem if isinstance(problem, WrongSchedule) else WrongSchedule("away", file.name)
        st.error(plain(texts.bad_server.format(problem=mistake.sentence(visit.language))))
        return None, ()
    st.caption(plain(texts.server.format(host=mail.host, sender=mail.sender)))
    return mail, orders


def show_file_orders(orders: tuple[Order, ...], visit: Visit) -> None:
    """Draw the orders of the file, for accounts that see everything."""
    if not orders or not visit.reader.sees_everything:
        return
    language, texts = visit.language, visit.language.mailing
    name = (settings.mail_schedule() or Path()).name
    show_title(texts.file_title, texts.file_note.format(file=plain(name)), None, language)
    catalogue = visit.records.catalogue
    rows = [
        order_line(
            order.name,
            order.query,
            order.kinds,
            order.days,
            order.at,
            [*map(order.shown, order.to)],
            catalogue,
            language,
        )
        for order in orders
    ]
    show_small_table(texts.heads[:5], rows, whole=(0,), long=(1, 4), caption=texts.file_title)


def show_letters(visit: Visit) -> None:
    """Draw the outcome of the newest letters, and how many older ones there are."""
    texts = visit.language.mailing
    letters = visit.records.ask_now(partial(find_letters, by=visit.reader, most=_SHOWN))
    show_title(texts.log_title, "", None, visit.language)
    if not letters:
        st.markdown(texts.log_none)
        return
    rows = [_row(letter, visit) for letter in letters]
    show_small_table(texts.log_heads, rows, whole=(0, 2), long=(5,), caption=texts.log_title)
    if len(letters) == _SHOWN:
        total = visit.records.ask_now(partial(count_letters, by=visit.reader))
        show_more(total - len(letters), visit.language)


def _row(letter: MailLetter, visit: Visit) -> tuple[str, ...]:
    texts, moment = visit.language.mailing, visit.language.numbers.moment
    remark = reason_line(letter.reason, visit.language)
    return moment(letter.at), letter.report, moment(letter.due), letter.to, texts.outcomes[letter.outcome], remark
