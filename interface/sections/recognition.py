"""Parts of the recognition page: waiting times, backlogs, and published figures."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final

import streamlit as st

from charts.recognition import draw_waits
from charts.sectors import draw_sectors
from data_access.database.settings import database_url
from data_access.queries.recognition import fetch_unrewarded
from data_access.rows.staff_choices import note_download
from data_access.rows.unrewarded import oldest_unrewarded
from exports.csv.unrewarded import MOST, write_unrewarded
from interface.shell.access import current_reader
from interface.shell.address import link_params
from interface.shell.visit import Visit
from interface.shell.wording import breakdown_sources, breakdown_title, records_source
from interface.widgets.panels import show_chart, show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from interface.widgets.tables import show_table
from model.accounts import may
from model.address import canonical
from model.breakdown import Breakdown
from model.catalogue import Programme
from model.filters import Filters
from model.recognition import Recognition, Unrewarded, Waits
from presentation.file_names import file_name
from presentation.recognition import describe_unrewarded

_LISTED: Final = 50


def show_waits(
    title: str, note: str, waits: Waits | None, visit: Visit, colour: str = "", *, moment: datetime | None
) -> None:
    """Draw one kind of waiting time as a chart under a sentence."""
    figure = draw_waits(waits, visit.look, moment=moment, colour=colour)
    show_chart(title, note, figure, records_source(visit), visit.language)


def show_unrewarded(unrewarded: Unrewarded, recognition: Recognition, visit: Visit) -> None:
    """Draw how long valid initiatives have waited for a reward, and in which units."""
    texts = visit.language.recognition
    ages, units = st.columns((1, 2))
    with ages:
        note = describe_unrewarded(unrewarded, recognition, visit.language)
        show_waits(
            texts.unrewarded_title,
            note,
            unrewarded.waits,
            visit,
            visit.look.palette.gold,
            moment=recognition.moment,
        )
    with units, st.container(border=True, height="stretch"):
        show_title(
            *(texts.unrewarded_units, texts.unrewarded_units_note, records_source(visit), visit.language),
            visit.language.pages.sort,
        )
        late = "over_60_days" if unrewarded.limit is None else "over_limit"
        columns = ("unit_name", "unrewarded", late, "unrewarded_pct", "longest_days")
        show_table(unrewarded.units.select(columns), visit.language, height=330)


def _file(visit: Visit, moment: datetime) -> bytes:
    """The list as CSV; the download is recorded in the audit log."""
    note_download(database_url(), current_reader(), page="recognition", query=canonical(visit.filters))
    return write_unrewarded(visit.records, visit.filters, visit.language, moment)


def list_unrewarded(visit: Visit) -> None:
    """Draw the longest waiting ones, for accounts that may see rows, limited to their units."""
    unrewarded, language = fetch_unrewarded(visit.records, visit.filters), visit.language
    if unrewarded is None or not unrewarded.waits.total or not visit.records.lists_rows:
        return
    texts, numbers = language.recognition, language.numbers
    most = numbers.count(min(_LISTED, unrewarded.waits.total))
    if not st.toggle(texts.unrewarded_list.format(count=most), key="unrewarded_list"):
        return
    visit.may_show_rows()
    moment, units = visit.moment, visit.catalogue.unit_by_id
    if moment and may(current_reader(), "take_rows"):
        make, about = partial(_file, visit, moment), language.exports.menu.file_words["unrewarded"]
        name = file_name(about, "csv", visit.records, visit.filters, language)
        note = texts.unrewarded_file_note.format(most=numbers.count(MOST))
        st.download_button(
            texts.unrewarded_file, make, name, "text/csv", on_click="ignore", icon=":material/download:", help=note
        )
    rows = [
        (
            str(row["code"]),
            str(row["title"]),
            language.names.word(units[row["unit_id"]].name),
            numbers.date(row["settled_at"].date()),
            numbers.count((moment.date() - row["settled_at"].date()).days) if moment else "",
        )
        for row in oldest_unrewarded(visit.records, visit.filters, _LISTED)
    ]
    with st.container(height=420, border=False):
        show_small_table(texts.unrewarded_columns, rows, numbers=(4,), whole=(0, 3), long=(1,))


def show_printed(breakdowns: tuple[Breakdown, ...], visit: Visit) -> None:
    """Draw published ladders and lists, each with its source."""
    with st.grid(2, min_column_width=430):
        for breakdown in breakdowns:
            show_chart(
                breakdown_title(breakdown, visit.language),
                visit.language.one_of(breakdown.note_vi, breakdown.note_en),
                draw_sectors(breakdown, visit.look),
                breakdown_sources(breakdown, visit.language),
                visit.language,
            )


def show_other_programmes(programmes: Sequence[Programme], visit: Visit) -> None:
    """Draw links to other programmes with published levels or titles, often quoted together with this one."""
    language = visit.language
    if not programmes:
        return
    with st.container(horizontal=True, gap="small", key="elsewhere", vertical_alignment="center"):
        st.markdown(language.recognition.elsewhere, width="content")
        for programme in programmes:
            name = language.name_of(programme)
            params = {"programme": [programme.code], **link_params(Filters())}
            st.page_link("pages/recognition.py", label=plain(name), query_params=params, width="content")
