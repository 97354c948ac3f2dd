"""Khai thác: search in single initiatives, cross tables, saved views and examples."""

import streamlit as st

from interface.sections.exploring import choose_rows, open_record, search_of_address, searched_words, show_rows
from interface.sections.keeping import open_view, show_examples, show_views
from interface.sections.pivoting import choose_pivot, chosen, show_pivot
from interface.sections.records import show_record
from interface.sections.row_files import offer_rows, show_rows_file
from interface.shell.address import link_params
from interface.shell.choosing import Chooser
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from interface.widgets.panels import show_title
from model.codes import Basis

visit = open_page("explore")
language, texts = visit.language, visit.language.explore
show = st.query_params.get("show", "rows")
show = show if show in texts.shows else "rows"


def pivot() -> None:
    show_pivot(visit)


with showing_problems(language):
    open_view(visit.records, texts.view_gone)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        Chooser(visit.catalogue, language).one(
            "show",
            language.pages.filter_names["show"],
            list(texts.shows),
            show,
            texts.shows.__getitem__,
            default="rows",
            key="switch",
        )
        show_views(visit)
        if show == "rows" and visit.filters.basis is Basis.RECORDS and visit.records.lists_rows:
            offer_rows(visit, searched_words(visit), search_of_address().order)
    if show == "rows" and visit.filters.basis is Basis.RECORDS:
        show_rows_file(visit)
    if visit.filters.basis is not Basis.RECORDS:
        st.info(texts.only_records)
        if visit.records.has_records(visit.filters.programme):
            params = link_params(visit.filters.changed(basis=Basis.RECORDS))
            st.page_link("pages/explore.py", label=texts.to_records, query_params=params)
    elif show == "pivot":
        choose_pivot(visit)
        visit.show(pivot, *(chosen(part) for part in ("down", "across", "of", "share")))
    elif show == "examples":
        show_examples(visit)
        open_record(visit, show_record)
    else:
        show_title(texts.rows_title, texts.rows_note, None, language, texts.rows_hint)
        choose_rows(visit)
        show_rows(visit)
        open_record(visit, show_record)
