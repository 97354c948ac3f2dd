"""Báo cáo: preview of printed reports, frozen figures, and reports by e-mail."""

from functools import partial

import streamlit as st

from exports.pdf import Form, preview_report
from interface.sections.freezing import show_freezing
from interface.sections.mail_log import read_file, show_file_orders, show_letters
from interface.sections.mail_trial import show_trial
from interface.sections.mailing import show_orders
from interface.shell.choosing import Chooser
from interface.shell.exporting import app_address
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from interface.widgets.panels import show_hint, show_title
from model.accounts import may
from presentation.occasion import Occasion

_ALONE = 1050  # px of a page that has no other beside it

visit = open_page("reports")
language, texts = visit.language, visit.language.exports.menu
form_code = st.query_params.get("form", "")
form = Form(form_code) if form_code in set(Form) else Form.ONE_PAGE

shows = language.freezing.shows
show = st.query_params.get("show", "")
show = show if show in shows else "print"
address = app_address()


def sheets() -> list[bytes]:
    # Without reader: the pictures are kept for everybody who comes by this address.
    occasion = Occasion(address=address, page=visit.subject)
    make = partial(preview_report, visit.records, visit.filters, language, occasion, form)
    return visit.keep(f"preview|{form}|{address}", make)


def preview() -> None:
    pages = sheets()
    st.markdown(f"## {texts.preview.format(count=language.numbers.count(len(pages)))}")
    if not visit.wide:
        show_hint(texts.preview_moves)
    with (
        st.container(horizontal_alignment="center"),
        st.container(key="report-pages", width=_ALONE if len(pages) == 1 else "stretch"),
        st.grid(min_column_width=560 if visit.wide else 300),
    ):
        for number, page in enumerate(pages, start=1):
            with st.container(border=True):
                caption = language.exports.page.format(page=number, pages=len(pages))
                st.image(page, caption=caption, width="stretch", alt=caption)


def mail() -> None:
    texts = language.mailing
    show_title(texts.title, texts.note, None, language)
    if not may(visit.reader, "order_mail"):
        st.info(texts.may_not, icon=":material/lock:")
        return
    server, of_file = read_file(visit)
    order = show_orders(visit)
    if order is not None:
        show_trial(order, server, visit)
    show_file_orders(of_file, visit)
    show_letters(visit)


choose = Chooser(visit.catalogue, language)
with st.container(horizontal=True, vertical_alignment="bottom"):
    names = language.pages.filter_names
    choose.one("show", names["show"], list(shows), show, shows.__getitem__, default="print", key="switch")
    if show == "print":
        choose.one(
            "form", names["form"], list(Form), form, lambda code: texts.forms[str(code)], Form.ONE_PAGE, key="switch"
        )
if show == "frozen":
    show_freezing(visit)
elif show == "mail":
    with showing_problems(language):
        mail()
else:
    st.caption(texts.all_pages)
    with showing_problems(language):
        with st.container(key="report-making"), st.spinner(texts.preview_begins):
            sheets()
        visit.show(preview, form, address)
