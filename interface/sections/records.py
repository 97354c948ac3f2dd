"""One initiative in words: cells of a list, and all of it in a dialog."""

from typing import Any, Final

import streamlit as st

from data_access.database.settings import database_url
from data_access.rows.staff_choices import choose_exemplar, drop_exemplar, fetch_exemplars
from data_access.rows.then import counted_until, with_now
from exports.csv.rows import COLUMNS, OF_PEOPLE
from interface.shell.access import current_reader, may_see_people
from interface.shell.visit import Visit
from interface.widgets.small_tables import show_small_table
from model.accounts import may
from model.codes import LEVELS, NONE, OWNERSHIPS, POSITIONS, SEXES, SOLUTIONS, STATUSES
from model.edges import Row

_UNKNOWN: Final = "–"


def written(name: str, row: Row, visit: Visit) -> str:
    """One value as the reader's language writes it; people only for those who may see them."""
    return _UNKNOWN if name in OF_PEOPLE and not may_see_people() else in_words(name, row, visit)


def in_words(name: str, row: Row, visit: Visit) -> str:
    """One value as the reader's language writes it."""
    language, names = visit.language, visit.language.names
    numbers = language.numbers
    value: Any = row.get(_FIELDS.get(name, name))
    if value is None:
        return _UNKNOWN
    if name in _CODES:
        code = _CODES[name][value]
        labels = {
            "status": names.statuses,
            "level": names.levels,
            "ownership": names.ownerships,
            "position": names.positions,
            "solution": names.solutions,
            "sex": language.people.sexes,
            "status_now": names.statuses,
            "level_now": names.levels,
        }
        return labels[name].get(code, _UNKNOWN)
    if name == "unit":
        return visit.catalogue.unit_by_id[value].short_name
    if name == "sector":
        return names.sector(visit.catalogue.sector_by_id[value].code if value in visit.catalogue.sector_by_id else NONE)
    if name.endswith("_at"):
        return numbers.moment(value)
    if name == "applied":
        return language.explore.answers[str(value)]
    return numbers.count(value) if isinstance(value, int) else str(value)


def show_record(row: Row, visit: Visit) -> None:
    """Everything known, and whether it is held up as an example."""
    texts = visit.language.explore
    columns = with_now(COLUMNS, counted_until(visit.filters, visit.catalogue))
    shown = [(texts.columns[name], written(name, row, visit)) for name in columns]
    show_small_table(("", ""), shown, caption=texts.record.format(code=row["code"]))
    chosen = next(
        (found for found in fetch_exemplars(visit.records, visit.programme.code) if found.code == row["code"]), None
    )
    by = current_reader()
    if not may(by, "choose_example"):
        return
    with st.form("example", border=False):
        reason = st.text_area(texts.reason, value=chosen.reason if chosen else "", max_chars=500, height=80)
        if st.form_submit_button(texts.choose, icon=":material/star:") and reason.strip():
            choose_exemplar(database_url(), visit.programme.id, row["code"], reason, by)
            _close()
    if chosen and st.button(texts.unchoose, icon=":material/star_border:", key="unchoose"):
        drop_exemplar(database_url(), visit.programme.id, row["code"], by)
        _close()


def _close() -> None:
    st.query_params.pop("row", None)
    st.rerun()


_FIELDS: Final = {"unit": "unit_id", "sector": "sector_id"}
_CODES: Final = {
    "status": STATUSES,
    "level": LEVELS,
    "ownership": OWNERSHIPS,
    "position": POSITIONS,
    "solution": SOLUTIONS,
    "sex": SEXES,
    "status_now": STATUSES,
    "level_now": LEVELS,
}
