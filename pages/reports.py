"""Báo cáo: the printed reports as they will be printed."""

import streamlit as st

from exports.occasion import Occasion
from exports.report import Form, preview_report
from interface.choosing import Chooser
from interface.page import open_page
from language.exports import EXPORTS

visit = open_page("reports")
language, texts = visit.language, EXPORTS[visit.language.code].menu
asked = st.query_params.get("form", "")
form = Form(asked) if asked in set(Form) else Form.ONE_PAGE

choose = Chooser(visit.catalogue, language)
label = language.pages.filter_names["form"]
choose.one("form", label, list(Form), form, lambda code: texts.forms[str(code)], default=Form.ONE_PAGE, key="switch")
st.caption(texts.all_pages)


def preview() -> None:
    # Of nobody and from nowhere: the pictures are kept for every reader of this view.
    pages = preview_report(visit.keeper, visit.filters, language, Occasion(page=visit.subject), form)
    st.markdown(f"##### {texts.preview.format(count=language.numbers.count(len(pages)))}")
    with st.grid(min_column_width=560 if visit.wide else 300):
        for number, page in enumerate(pages, start=1):
            with st.container(border=True):
                said = EXPORTS[language.code].page.format(page=number, pages=len(pages))
                st.image(page, caption=said, width="stretch")


visit.show(preview, form)
