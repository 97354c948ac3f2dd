"""Nhập dữ liệu: import of files with preview, undo, and decisions on doubtful rows."""

import streamlit as st

from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.importing.diary import close_unfinished
from importer.wording import Wording
from interface.sections.import_memory import show_memory
from interface.sections.import_records import show_batches, show_queue
from interface.sections.import_sources import show_sources
from interface.sections.intake import show_answering, show_intake
from interface.shell.access import current_reader
from interface.shell.page import open_page
from interface.shell.refusals import show_refusal
from interface.widgets.sources import plain
from model.accounts import may

visit = open_page("import")
wording = Wording(visit.language)
texts = wording.texts
by = current_reader()
if not may(by, "import"):
    st.info(texts.may_not_write)
    st.stop()

st.caption(texts.intro)
try:
    for died in close_unfinished(database_url()):
        moment = visit.language.numbers.moment(died["at"])
        st.warning(plain(texts.unfinished.format(file=died["file"], who=died["who"], at=moment)))
    tabs = [texts.tab_intake, texts.tab_batches, texts.tab_queue, texts.tab_memory, texts.tab_sync]
    intake, batches, queue, memory, sources = st.tabs(tabs)
    with intake:
        show_intake(visit, by)
    with batches:
        show_batches(by, visit.catalogue, wording)
    with queue:
        show_queue(visit.filters.programme, by, wording)
    with memory:
        show_memory(by, visit.catalogue, wording)
    with sources:
        show_sources(by, wording)
        show_answering(visit, by)
except NotSaved as problem:
    show_refusal(problem, wording.language)
