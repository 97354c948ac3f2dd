"""Past imports with undo, and the queue of doubtful rows."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from data_access.database.errors import NotAllowed, NotSaved
from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.importing.queue import decide, waiting
from data_access.importing.undoing import batches, undo
from importer.records import batch_line, detail_of, more_than
from importer.wording import Wording
from interface.shell.access import current_reader
from interface.shell.notices import keep_notice, show_notice
from interface.widgets.more import show_more
from model.accounts import may
from model.catalogue import Catalogue
from model.edges import Row
from model.reader import Reader
from presentation.signatures import display_name

_NOTICE = "import_notice"
_SHOWN = 20  # imports
_DECIDED = 100


def show_batches(by: Reader, catalogue: Catalogue, wording: Wording) -> None:
    """Draw the latest imports, each with an undo button."""
    texts = wording.texts
    names = {programme.code: wording.programme(programme) for programme in catalogue.programmes}
    with reading(database_url()) as connection:
        imports = batches(connection, by, most=_SHOWN)
    if not imports:
        st.caption(texts.no_batches)
    for batch in imports:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(
                f"{batch_line(batch, wording)} · {names.get(batch['programme'], batch['programme'])}", width="stretch"
            )
            if not batch["undone_at"]:
                with st.popover(texts.undo, icon=":material/undo:", key=f"sure_{batch['id']}"):
                    st.write(texts.undo_sure)
                    work = partial(_undo, batch["id"], wording)
                    st.button(
                        texts.undo,
                        key=f"undo-{batch['id']}",
                        on_click=_do_and_report,
                        args=(work, wording),
                        type="primary",
                    )
    show_more(more_than(imports), wording.language)
    show_notice(_NOTICE)


def _undo(batch: int, wording: Wording, by: Reader) -> str:
    return wording.undone(undo(database_url(), batch, by))


def _do_and_report(work: Callable[[Reader], str], wording: Wording) -> None:
    """Run an action and keep its message for the next rerun."""
    try:
        keep_notice(_NOTICE, "success", work(current_reader()))
    except NotSaved as problem:
        keep_notice(_NOTICE, "error", wording.problem(problem))
    except NotAllowed as problem:
        sentence = wording.language.problems.not_allowed.format(units=", ".join(problem.units))
        keep_notice(_NOTICE, "error", sentence)


def show_queue(programme: str, by: Reader, wording: Wording) -> None:
    """Draw the rows waiting for a decision, with buttons to keep or remove them, and earlier decisions."""
    with reading(database_url()) as connection:
        entries = waiting(connection, by, programme)
        decided = waiting(connection, by, programme, decided=True, most=_DECIDED)
    show_notice(_NOTICE)
    if entries:
        _choose_entries(entries, by, wording)
    else:
        st.caption(wording.texts.nothing_waits)
    if decided:
        with st.expander(wording.texts.decided_title):
            columns = ("reason", "code", "detail", "decision", "decided_by", "decided_at")
            st.dataframe(_table_of(decided, columns, wording), hide_index=True, placeholder="")
            show_more(more_than(decided), wording.language)


def _choose_entries(entries: Sequence[Row], by: Reader, wording: Wording) -> None:
    """Draw the selection of entries and a button for each decision."""
    texts = wording.texts
    st.caption(texts.select_entries)
    table = _table_of(entries, ("id", "reason", "code", "detail", "held_at"), wording)
    picked = st.dataframe(
        table, hide_index=True, placeholder="", on_select="rerun", selection_mode="multi-row", key="queue"
    )
    show_more(more_than(entries), wording.language)
    ids = [entries[place]["id"] for place in picked["selection"]["rows"] if place < len(entries)]
    may_decide = bool(ids) and may(by, "decide")
    with st.container(horizontal=True):
        for decision, label in (("keep", texts.keep), ("remove", texts.remove)):
            work = partial(_decide, ids, decision, wording)
            st.button(
                label, key=f"queue-{decision}", on_click=_do_and_report, args=(work, wording), disabled=not may_decide
            )


def _table_of(entries: Sequence[Row], columns: Sequence[str], wording: Wording) -> list[dict[str, object]]:
    """Worded rows and headings of a table."""
    texts, moment = wording.texts, wording.language.numbers.moment
    writers: Mapping[str, Callable[[Row], object]] = {
        "reason": lambda entry: texts.reasons[entry["reason"]],
        "detail": lambda entry: detail_of(entry, wording),
        "decision": lambda entry: texts.decisions[entry["decision"]],
        "held_at": lambda entry: moment(entry["held_at"]),
        "decided_by": lambda entry: display_name(entry["decided_by"], wording.language),
        "decided_at": lambda entry: moment(entry["decided_at"]),
    }
    return [
        {texts.columns[name]: writers[name](entry) if name in writers else entry[name] for name in columns}
        for entry in entries
    ]


def _decide(ids: list[int], decision: str, wording: Wording, by: Reader) -> str:
    batch = decide(database_url(), ids, decision, by)
    return wording.decided(len(ids), batch)
