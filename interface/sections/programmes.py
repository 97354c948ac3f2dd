"""The list of programmes, their progress and their actions."""

from datetime import date

import streamlit as st

from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.programmes.book import exported_book
from data_access.programmes.states import Standing, change_state, list_programmes, remove_programme
from exports.kinds import SPREADSHEET
from importer.wording import Wording
from interface.shell.access import act
from interface.shell.notices import keep_notice, show_notice
from interface.shell.programme_choice import choose_programme
from interface.shell.visit import Visit
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from model.clock import this_second
from model.folding import slug
from model.reader import Reader
from presentation.file_names import name_of_programme
from presentation.programme_state import describe_state

_NOTICE = "programme_notice"
_ACTIONS = {"draft": ("reopen",), "running": ("close",), "closed": ("reopen", "archive"), "archived": ("reopen",)}


def show_programmes(visit: Visit) -> None:
    """Draw the list and the actions for the selected programme."""
    texts = visit.language.programmes
    programmes = visit.records.ask_now(list_programmes)
    if not programmes:
        return
    now = this_second().replace(second=0)
    rows = [_row(programme, visit, now.date()) for programme in programmes]
    st.caption(texts.list_note.format(moment=visit.language.numbers.moment(now)))
    show_small_table(list(rows[0]), [list(row.values()) for row in rows], numbers=(3, 4, 5, 6))
    by_code = {programme.code: programme for programme in programmes}
    names = {programme.code: visit.language.name_of(programme) for programme in programmes}
    code = choose_programme(texts.which, names, visit, "handled_programme")
    _show_actions(by_code[code], visit)


def show_last_result(visit: Visit) -> None:
    """Draw the result of the last action; before the first programme, how to begin."""
    show_notice(_NOTICE)
    if not visit.catalogue.programmes:
        st.info(visit.language.programmes.begin, icon=":material/rocket_launch:")


def _row(standing: Standing, visit: Visit, day: date) -> dict[str, str]:
    texts, numbers = visit.language.programmes, visit.language.numbers
    return {
        texts.heads["name"]: visit.language.name_of(standing),
        texts.heads["code"]: standing.code,
        texts.heads["state"]: describe_state(standing, day, visit.language)
        + (texts.default if standing.is_default else ""),
        texts.heads["units"]: numbers.count(standing.units),
        texts.heads["uploads"]: numbers.count(standing.uploads),
        texts.heads["target"]: numbers.count(standing.target) if standing.target else "–",
        texts.heads["reached"]: numbers.percent(100 * standing.uploads / standing.target)
        if standing.target and standing.uploads
        else "–",
        texts.heads["newest"]: numbers.moment(standing.newest) if standing.newest else "–",
    }


def _show_actions(standing: Standing, visit: Visit) -> None:
    texts = visit.language.programmes
    name = name_of_programme(visit.catalogue, standing.code, visit.language)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            texts.export,
            lambda: _exported(standing.code),
            f"{name}_{slug(visit.language.exports.menu.file_words['set-up'])}.xlsx",
            SPREADSHEET,
            on_click="ignore",
            icon=":material/download:",
            key="programme_export",
        )
        comparison = "compare-open" if standing.comparison == "closed" else "compare-closed"
        actions = (*(() if standing.is_default else ("default",)), *_ACTIONS[standing.state], comparison)
        for action in actions:
            label = texts.actions[action]
            note, args = texts.action_notes.get(action), (standing.code, action, visit)
            st.button(label, key=f"programme_{action}", help=note, on_click=_change, args=args)
        if not standing.uploads:
            # Of its own, so that it does not stay open and ask about the programme that is next in the list.
            with st.popover(texts.actions["remove"], key=f"sure_{standing.code}"):
                st.markdown(plain(texts.sure.format(code=standing.code)))
                label, removal = texts.actions["remove"], (standing.code, "remove", visit)
                st.button(label, key="programme_remove", type="primary", on_click=_change, args=removal)


def _exported(code: str) -> bytes:
    with reading(database_url()) as connection:
        return exported_book(connection, code)


def _change(code: str, action: str, visit: Visit) -> None:
    """Callback: change the state of a programme, or keep why it was refused."""

    def try_it(by: Reader) -> None:
        try:
            _do(code, action, by)
        except NotSaved as problem:  # caught here: around `act` it would count as an unavailable database
            keep_notice(_NOTICE, "error", Wording(visit.language).problem(problem))
            return
        visit.records.live.catch_up()
        keep_notice(_NOTICE, "success", visit.language.programmes.done[action].format(code=code))

    act(visit.language, try_it)


def _do(code: str, action: str, by: Reader) -> None:
    if action != "remove":
        change_state(database_url(), code, action, by)
        return
    remove_programme(database_url(), code, by)
    if st.query_params.get("programme") == code:
        st.query_params.pop("programme")
