"""Rows of the explore page as a file: short ones on click, long ones prepared behind a progress bar."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote

import streamlit as st

from data_access.database.errors import DataAccessError
from data_access.database.settings import database_url
from data_access.importing.bulk import Progress
from data_access.rows.explore import rows_in_scope
from data_access.rows.staff_choices import note_download
from exports.csv.rows import write_rows
from interface.shell.access import current_reader, may_see_people
from interface.shell.visit import Visit
from interface.widgets.import_job import Job
from model import settings
from model.address import canonical
from presentation.file_names import file_name
from web.files import DOWNLOADS, KEPT_SECONDS

AT_A_CLICK: Final = 20_000  # rows whose file may pass through memory
MOST_IN_MEMORY: Final = 200_000  # where nobody serves files from the disk
_HELD: Final = "rows_file"


@dataclass(frozen=True)
class _Job:
    """A file in progress for one reader, and the request it answers."""

    form: str
    file: Path
    address: str
    job: Job[int]


def offer_rows(visit: Visit, words: str, order: str) -> None:
    """Draw the CSV download of the filtered rows, prepared first where they are many."""
    texts, computed_only = visit.language.explore, order == "benefit"
    write = _writer(visit, words, computed_only=computed_only)
    whole = rows_in_scope(visit.records, visit.filters, computed_only=computed_only)
    about = visit.language.exports.menu.file_words["rows"]
    name = file_name(about, "csv", visit.records, visit.filters, visit.language)
    if whole > AT_A_CLICK and DOWNLOADS.is_open:
        text = f"{canonical(visit.filters)}|{words}|{computed_only}|{visit.language.code}|{visit.freshness.version}"
        start = partial(_start, text, name, write, whole)
        st.button(texts.download, icon=":material/download:", help=texts.download_note, key="rows_csv", on_click=start)
        return
    note = texts.download_note
    if whole > MOST_IN_MEMORY:
        note += " " + texts.download_cut.format(most=visit.language.numbers.count(MOST_IN_MEMORY))
    st.download_button(
        texts.download,
        partial(_at_once, write),
        name,
        "text/csv",
        icon=":material/download:",
        help=note,
        on_click="ignore",
        key="rows_csv",
    )


def show_rows_file(visit: Visit) -> None:
    """Draw the progress of the requested file, then its link; nothing without a request."""
    making: _Job | None = st.session_state.get(_HELD)
    if making is None:
        return
    texts, numbers = visit.language.explore, visit.language.numbers
    try:
        rows = making.job.wait(texts.download_working, visit.language)
    except OSError:
        st.session_state.pop(_HELD)
        st.error(texts.download_gone)
        return
    except DataAccessError:
        st.session_state.pop(_HELD)  # the page asks again by itself, but not for this
        raise
    if not making.file.exists():  # its time has passed
        st.session_state.pop(_HELD)
        return
    size = numbers.decimal(making.file.stat().st_size / 1e6, 1)
    minutes = numbers.count(KEPT_SECONDS // 60)
    with st.container(horizontal=True, vertical_alignment="center", key="rows_file"):
        st.link_button(
            texts.download_save, settings.base_path() + making.address, icon=":material/save:", type="primary"
        )
        st.markdown(texts.download_ready.format(rows=numbers.count(rows), size=size, minutes=minutes))


def _start(text: str, name: str, write: Callable[..., int], whole: int) -> None:
    """Callback: start writing in the background, once even for repeated clicks."""
    making: _Job | None = st.session_state.get(_HELD)
    if making is None or making.form != text or (making.job.is_done and not making.file.exists()):
        file, address = DOWNLOADS.new_file(name, current_reader().email)

        def work(progress: Progress) -> int:
            return write(file, progress=progress)

        st.session_state[_HELD] = _Job(text, file, address, Job(work, whole))


def _writer(visit: Visit, words: str, *, computed_only: bool) -> Callable[..., int]:
    """A function that writes the file off the script thread; the reader's identity is taken now."""
    by, with_people, records, filters = current_reader(), may_see_people(), visit.records, visit.filters
    language, url = visit.language, database_url()

    def write(file: Path, **more: object) -> int:
        people = {"with_people": with_people, "computed_only": computed_only}
        rows = write_rows(file, records, filters, language, words, **people, **more)  # type: ignore[arg-type]
        if with_people:
            query = canonical(filters) + (f"&q={quote(words)}" if words else "")
            note_download(url, by, rows=rows, page="explore", query=query)
        return rows

    return write


def _at_once(write: Callable[..., int]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.csv"
        write(file, most=MOST_IN_MEMORY)
        return file.read_bytes()
