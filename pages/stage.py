"""Trình chiếu: slides for a projector, chosen here, started by a click, saved under a name."""

import streamlit as st

from interface.sections.slide_lists import show_lists, slide_lists
from interface.sections.stage import choose_slides, open_list, show_link, show_stage
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from interface.widgets.panels import show_hint

visit = open_page("stage")
lists = slide_lists(visit.records)
views, seconds = open_list(lists, visit.language)

with st.grid(2, min_column_width=560):
    with st.container():
        with showing_problems(visit.language):
            views = show_stage(visit, views, seconds)
        show_hint(visit.language.stage.keys if visit.wide else visit.language.stage.touch)
        show_link(visit)
    with st.container():
        choose_slides(visit, views, seconds)
        show_lists(visit, lists, views, seconds)
