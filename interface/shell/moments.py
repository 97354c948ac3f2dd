"""Sidebar widgets for as-of and period."""

from datetime import date, datetime
from functools import partial
from typing import Final

import streamlit as st

from data_access.store.records import Records
from interface.shell import address
from interface.shell.choosing import Chooser
from interface.widgets.repeating import repeat
from model.address_values import read_moment, write_moment
from model.catalogue import Catalogue
from model.codes import Basis
from model.filters import Filters

OTHER_MOMENT: Final = "other"


def choose_moment(choose: Chooser, filters: Filters, records: Records) -> None:
    """Choose the newest moment, a published one, or any other."""
    texts, numbers = choose.language.pages, choose.language.numbers
    in_records = filters.basis is Basis.RECORDS
    moments = sorted(
        {*milestones(records, filters.programme, in_records=in_records), *([filters.as_of] if filters.as_of else [])}
    )
    labels = {"": texts.latest, OTHER_MOMENT: texts.other_moment}
    labels.update({write_moment(moment): numbers.moment(moment) for moment in moments})
    options = ["", *(write_moment(moment) for moment in reversed(moments)), OTHER_MOMENT]
    value = write_moment(filters.as_of) if filters.as_of else ""
    open_picker = st.session_state.get("picking_moment", False)
    choose.from_list("as_of", texts.filter_names["as_of"], options, value, labels.__getitem__, callback=_moment_chosen)
    if open_picker:
        last = filters.as_of or records.last_moment(filters.programme) or datetime(2022, 4, 20, 8)
        st.datetime_input(
            texts.other_moment,
            value=last.replace(second=0, microsecond=0),
            min_value=datetime(2015, 1, 1),
            format="DD/MM/YYYY",
            key="pick_as_of",
            on_change=_moment_picked,
            args=(choose.catalogue,),
        )


def milestones(records: Records, programme: str, *, in_records: bool) -> list[datetime]:
    """Moments with a published national count of uploads; optionally only those covered by the records."""
    return records.remember(
        ("milestones", programme, in_records), partial(_milestones, records, programme, in_records=in_records)
    )


def _milestones(records: Records, programme: str, *, in_records: bool) -> list[datetime]:
    frame = records.published()
    printed = frame.filter(
        (frame["programme"] == programme)
        & (frame["unit_level"] == "cả nước")
        & frame["metric"].is_in(["sang_kien_cap_nhat", "moc_300000"])
    )["as_of"].unique()
    moments = [read_moment(text) for text in printed if text]
    last = records.last_moment(programme)
    return [moment for moment in moments if moment and (not in_records or last is None or moment <= last)]


def _moment_chosen(parameter: str, key: str, catalogue: Catalogue) -> None:
    picking = st.session_state[key] == OTHER_MOMENT
    st.session_state["picking_moment"] = picking
    if not picking:
        address.write_widget(parameter, key, catalogue)


def _moment_picked(catalogue: Catalogue) -> None:
    moment = st.session_state["pick_as_of"]
    if moment:
        st.session_state["picking_moment"] = False
        address.write({"as_of": [write_moment(moment)]}, catalogue)


def choose_period(choose: Chooser, filters: Filters, catalogue: Catalogue) -> None:
    """Choose the first and last day that count."""
    days: tuple[date, ...] = tuple(day for day in (filters.since, filters.last_day) if day)
    repeat("choose_period", days)
    st.date_input(
        choose.language.pages.filter_names["period"],
        min_value=date(2015, 1, 1),
        max_value=date(2035, 12, 31),
        format="DD/MM/YYYY",
        key="choose_period",
        on_change=_period_chosen,
        args=(catalogue,),
    )


def _period_chosen(catalogue: Catalogue) -> None:
    days = st.session_state["choose_period"]
    if len(days) == 1:  # the reader has clicked the first of the two days
        return
    since, last = days or (None, None)
    address.write({"from": [since.isoformat()] if since else [], "to": [last.isoformat()] if last else []}, catalogue)
