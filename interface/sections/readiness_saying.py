"""Input of readiness from a file or a form, with a preview before saving."""

from functools import partial

import streamlit as st

from data_access.programmes.readiness_book import readiness_book, readiness_book_of
from data_access.programmes.readiness_saving import load_readiness
from data_access.programmes.saving import Loaded
from data_access.queries.readiness import units_with_notes
from data_access.rules.readiness import fetch_history, latest
from importer.readiness import change_lines
from interface.shell.access import may_change
from interface.shell.page_files import PageFile
from interface.shell.visit import Visit
from model.clock import this_day
from model.readiness import Readiness
from model.reference import Unit
from presentation.readiness_words import item_name


def show_readiness_input(readiness: Readiness, visit: Visit) -> None:
    """Draw file, form and draft; nothing without permission or under frozen figures."""
    texts = visit.language.readiness
    if not may_change("import", visit.records):
        return
    lines = partial(_lines, readiness, visit)
    file = PageFile("readiness", texts, partial(_template, readiness, visit), load_readiness, lines, _count)
    file.offer(texts.say_title, ":material/edit_note:", visit, partial(_take_form, readiness, file, visit))


def _take_form(readiness: Readiness, file: PageFile, visit: Visit) -> None:
    texts, word = visit.language.readiness, visit.language.names.word
    units = _units(visit)
    with st.form("readiness_form", border=False):
        st.markdown(f"**{texts.say_form}**")
        fields, items = texts.fields, readiness.names
        names = {unit.code: word(unit.name) for unit in units}
        unit = st.selectbox(fields["unit"], list(names), format_func=names.__getitem__)
        item_names = {code: item_name(item, visit.language) for code, item in items.items()}
        item = st.selectbox(fields["item"], list(items), format_func=item_names.__getitem__)
        result = st.text_input(fields["result"], max_chars=20, key="readiness_result")
        day = st.date_input(fields["day"], this_day(), max_value=this_day(), format="DD/MM/YYYY")
        source = st.text_input(fields["source"], max_chars=300, key="readiness_source")
        note = st.text_input(fields["note"], max_chars=300, key="readiness_note")
        if st.form_submit_button(texts.preview) and unit and item:
            file.hold(readiness_book_of(unit, items[item], result, day, source, note), texts.say_form, visit)


def _template(readiness: Readiness, visit: Visit) -> bytes:
    statements = latest(fetch_history(visit.records, visit.filters))
    units = _units(visit)
    return readiness_book(readiness.items, units, statements, this_day())


def _units(visit: Visit) -> list[Unit]:
    """The units in scope about which something may be said."""
    own = units_with_notes(visit.records, visit.filters)
    return [unit for unit in visit.catalogue.units_in(visit.filters) if unit.code in own]


def _lines(readiness: Readiness, visit: Visit, preview: Loaded) -> list[str]:
    return change_lines(preview, readiness.items, visit.catalogue.unit_by_code, visit.language)


def _count(preview: Loaded) -> int:
    return len(preview.cells)
