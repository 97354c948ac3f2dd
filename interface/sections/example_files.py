"""Downloads of one example: slide, printed page, editable text."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from data_access.database.settings import database_url
from data_access.staff.audit import note_event
from exports.kinds import EXAMPLE_KINDS, make_example_file, name_of_example
from interface.shell.access import current_reader
from interface.shell.exporting import current_occasion
from interface.shell.visit import Visit
from model.address import canonical
from model.examples import Example
from model.reader import Reader
from presentation.occasion import Occasion


def show_example_files(example: Example, visit: Visit) -> None:
    """Draw one button for each kind of file; files are made on click."""
    texts, occasion, by = visit.language.examples, current_occasion("examples"), current_reader()
    with st.popover(texts.files_title, icon=":material/download:"):
        for kind, form in EXAMPLE_KINDS.items():
            st.download_button(
                texts.files[kind],
                partial(_make, kind, example.code, visit, occasion, by),
                name_of_example(kind, visit.records, visit.filters, visit.language, example.code),
                form.mime,
                key=f"example_{kind}",
                on_click="ignore",
                type="tertiary",
                width="stretch",
            )


def _make(kind: str, code: str, visit: Visit, occasion: Callable[[], Occasion], by: Reader) -> bytes:
    """The file as bytes; the download is recorded in the audit log first."""
    if by.email:
        query = canonical(visit.filters)
        note_event(database_url(), by, "exported", kind=kind, page="examples", example=code, query=query)
    return make_example_file(kind, visit.records, visit.filters, visit.language, occasion(), code)
