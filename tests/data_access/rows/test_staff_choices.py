"""Saved views belong to their owner and can be opened again; choices for everybody are shown to every reader."""

import getpass
import json
from contextlib import closing
from datetime import date

from sqlalchemy import select

from data_access.database.connections import open_engine
from data_access.database.schema import audit_event
from data_access.queries.trend import fetch_trend
from data_access.rows.exemplars import choose_exemplar, drop_exemplar, fetch_exemplars
from data_access.rows.staff_choices import (
    add_event,
    delete_view,
    drop_event,
    fetch_events,
    find_view,
    note_download,
    save_view,
    saved_views,
)
from model.filters import Filters
from model.reader import LOCAL, Reader, Role
from tests.data_access.drawn_programme import records_over

ROWS = """
unit  | uploaded_at
LD-38 | 2022-02-01 09:00
"""


def test_views_belong_to_their_owner_and_are_shared_by_number(prepared_url):
    first = save_view(prepared_url, Reader("a@x", Role.VIEWER), " Y tế ", "explore", "sector=y-te")
    again = save_view(prepared_url, Reader("a@x", Role.VIEWER), "Y tế", "explore", "sector=y-te&q=may")
    other = save_view(prepared_url, Reader("b@x", Role.VIEWER), "Y tế", "explore", "")
    with closing(records_over(prepared_url)) as records:
        assert first == again != other
        assert [(view.name, view.query) for view in saved_views(records, "a@x")] == [("Y tế", "sector=y-te&q=may")]
        delete_view(prepared_url, Reader("b@x", Role.VIEWER), first)
        assert find_view(records, first).owner == "a@x"
        delete_view(prepared_url, Reader("a@x", Role.VIEWER), first)
        assert find_view(records, first) is None


def test_examples_are_chosen_changed_and_dropped(prepared_url):
    with closing(records_over(prepared_url, ROWS)) as records:
        code = records.ask_now(lambda connection: connection.exec_driver_sql("SELECT code FROM initiative").scalar())
    choose_exemplar(prepared_url, 1, code, "Dễ làm", Reader("a@x", Role.LEAD))
    choose_exemplar(prepared_url, 1, code, "<b>Rẻ</b>", Reader("b@x", Role.LEAD))
    choose_exemplar(prepared_url, 1, "gone", "x", LOCAL)
    with closing(records_over(prepared_url)) as records:
        results = {example.code: example for example in fetch_exemplars(records, "1tr")}
        assert (results[code].reason, results[code].who, results[code].row["code"]) == ("<b>Rẻ</b>", "b@x", code)
        assert results["gone"].row is None
        assert fetch_exemplars(records, "75n") == ()
    drop_exemplar(prepared_url, 1, code, LOCAL)
    drop_exemplar(prepared_url, 1, "gone", LOCAL)
    with closing(records_over(prepared_url)) as records:
        assert fetch_exemplars(records, "1tr") == ()


def test_events_stand_on_the_axis_of_their_programme(prepared_url):
    add_event(prepared_url, 1, date(2022, 3, 1), "Sơ kết đợt 1", "", Reader("a@x", Role.LEAD))
    add_event(prepared_url, 1, date(2022, 3, 1), "Sơ kết đợt 1", "Biên bản", Reader("a@x", Role.LEAD))
    with closing(records_over(prepared_url, ROWS)) as records:
        (event,) = fetch_events(records, "1tr")
        texts = [(one.day, one.name_vi, one.number) for one in fetch_trend(records, Filters()).happenings]
        assert (date(2022, 3, 1), "Sơ kết đợt 1", event.number) in texts
        assert event.source == "Biên bản"
    drop_event(prepared_url, 1, event.number or 0, LOCAL)
    with closing(records_over(prepared_url)) as records:
        assert fetch_events(records, "1tr") == []


def test_a_download_with_names_is_written_down(prepared_url):
    note_download(prepared_url, LOCAL, rows=12, query="unit=LD-38")
    engine = open_engine(prepared_url)
    with engine.connect() as connection:
        row = connection.execute(select(audit_event).where(audit_event.c.action == "rows_downloaded")).one()
    engine.dispose()
    assert (row.who, json.loads(row.detail)) == (getpass.getuser(), {"rows": 12, "query": "unit=LD-38"})
