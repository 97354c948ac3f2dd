"""Each account sees rows of its own units alone, and of a closed programme no sums of others."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from functools import partial

import pytest
from sqlalchemy import insert, update

from data_access.cli.answer import answer
from data_access.database.connections import open_engine
from data_access.database.errors import NotAllowed, NotListed, OutOfReach
from data_access.database.schema import exemplar, programme
from data_access.database.versions import raise_version
from data_access.queries.overview import fetch_overview
from data_access.queries.ranking import fetch_ranking
from data_access.queries.unit import fetch_unit
from data_access.queries.value import fetch_value
from data_access.rows.exemplars import fetch_exemplars
from data_access.rows.explore import count_matching, fetch_row, fetch_rows, rows_in_scope
from data_access.rows.row_stream import stream_rows
from data_access.rows.typos import read_spelling
from data_access.snapshots.freezing import freeze
from data_access.snapshots.frozen import at_snapshot
from data_access.store.narrowing import narrowed
from data_access.store.records import Records
from data_access.store.scoped import records_for
from model.filters import Filters
from model.reader import LOCAL, Reader, Role
from model.rows import RowSearch
from tests.data_access.drawn_programme import records_over

# One row of each kind of neighbour: another unit, a union below one's own, a sister union, a row without a union.
ROWS = """
unit  | grassroots | uploaded_at         | title            | author         | benefit | status
LD-38 | g1         | 2022-04-19T08:00:00 | Máy bơm một      | Nguyễn Văn Một | 100     | valid
LD-38 | g2         | 2022-04-19T09:00:00 | Máy bơm hai      | Trần Thị Hai   | 200     | review
LD-38 | -          | 2022-04-19T10:00:00 | Máy bơm ba       | Lê Văn Ba      | 300     | review
LD-40 | g4         | 2022-04-19T11:00:00 | Máy bơm bốn      | Phạm Thị Bốn   | 400     | valid
LD-01 | -          | 2022-04-19T12:00:00 | Lạ lùng năm      | Vũ Văn Năm     | 500     | valid
"""
UNIONS = """
code | above | name
g1   | LD-38 | Trường Một
g2   | LD-38 | Trường Hai
g4   | LD-40 | Trường Bốn
"""
TARGETS = """
unit  | phase | kind       | value
LD-38 | 0     | registered | 10
LD-40 | 0     | registered | 20
LD-01 | 0     | registered | 30
"""
WHOLE = Filters()

OF_ONE = Reader("a@x.vn", Role.STAFF, ("LD-38",))
OF_TWO = Reader("b@x.vn", Role.LEAD, ("LD-38", "LD-40"))
BELOW = Reader("c@x.vn", Role.STAFF, ("g1",))
MIXED = Reader("d@x.vn", Role.STAFF, ("g1", "LD-40"))
VIEWER = Reader("e@x.vn", Role.VIEWER, ("LD-38",))
ABROAD = Reader("f@x.vn", Role.STAFF, ("CD-TKS",))


@pytest.fixture
def records(prepared_url: str) -> Iterator[Records]:
    with closing(records_over(prepared_url, ROWS, TARGETS, grassroots=UNIONS)) as result:
        yield result


def close_comparison(url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(update(programme).where(programme.c.code == "1tr").values(comparison="closed"))
        raise_version(connection, 1, ())
    engine.dispose()


@pytest.fixture
def closed(records: Records, prepared_url: str) -> Iterator[Records]:
    close_comparison(prepared_url)
    with closing(records_over(prepared_url)) as result:
        yield result


def titles(records: Records, filters: Filters = WHOLE, words: str = "") -> set[str]:
    return {row["title"].rpartition(" ")[2] for row in fetch_rows(records, filters, RowSearch(words)).rows}


ALL = {"một", "hai", "ba", "bốn", "năm"}
SEEN = {OF_ONE: {"một", "hai", "ba"}, OF_TWO: {"một", "hai", "ba", "bốn"}, BELOW: {"một"}, MIXED: {"một", "bốn"}}


@pytest.mark.parametrize(("reader", "seen"), [*SEEN.items(), (ABROAD, set()), (LOCAL, ALL)])
def test_every_list_holds_the_rows_of_the_readers_units_alone(records: Records, reader: Reader, seen: set[str]):
    own = records_for(records, reader)

    assert titles(own) == seen
    assert titles(own, words="may bom") == seen - {"năm"}
    assert count_matching(own, WHOLE, "may bom") == len(seen - {"năm"})
    assert rows_in_scope(own, WHOLE) == len(seen)
    streamed = [title for frame in stream_rows(own, WHOLE, "") for title in frame["title"]]
    assert {title.rpartition(" ")[2] for title in streamed} == seen
    largest = {row["title"].rpartition(" ")[2] for row in fetch_value(own, WHOLE).largest}
    assert largest == seen
    newest = fetch_unit(own, Filters(units=("LD-38",))).newest
    assert {row["title"].rpartition(" ")[2] for row in newest} == seen & {"một", "hai", "ba"}


def test_a_row_is_not_found_by_its_code_either(records: Records):
    codes = {row["title"]: row["code"] for row in fetch_rows(records, WHOLE, RowSearch("")).rows}
    own = records_for(records, OF_ONE)

    assert fetch_row(own, "1tr", codes["Máy bơm một"])
    assert fetch_row(own, "1tr", codes["Lạ lùng năm"]) is None


def test_a_slip_of_the_pen_is_not_mended_with_words_of_others(records: Records):
    """“lung” occurs only in a title of another unit, so readers without access get no such suggestion."""
    assert "lung" in read_spelling(records, "1tr").words
    assert "lung" not in read_spelling(records_for(records, OF_ONE), "1tr").words
    assert titles(records, words="la lumg") == {"năm"}
    assert titles(records_for(records, OF_ONE), words="la lumg") == set()


def test_the_gallery_holds_examples_of_the_readers_units(records: Records, prepared_url: str):
    codes = {row["title"]: row["code"] for row in fetch_rows(records, WHOLE, RowSearch("")).rows}
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        for code in (codes["Máy bơm một"], codes["Lạ lùng năm"], "gone"):
            values = {"programme_id": 1, "code": code, "reason": "hay", "who": "x", "chosen_at": datetime(2022, 5, 1)}
            connection.execute(insert(exemplar).values(**values))
    engine.dispose()

    assert len(fetch_exemplars(records, "1tr")) == 3
    assert [one.code for one in fetch_exemplars(records_for(records, OF_ONE), "1tr")] == [codes["Máy bơm một"]]
    assert fetch_exemplars(records_for(records, VIEWER), "1tr") == ()


def test_a_viewer_sees_sums_and_no_row(records: Records):
    own = records_for(records, VIEWER)

    for ask in (
        partial(fetch_rows, own, WHOLE, RowSearch("")),
        partial(count_matching, own, WHOLE, "may"),
        partial(fetch_row, own, "1tr", "x"),
        lambda: list(stream_rows(own, WHOLE, "")),
        partial(answer, own, "explore", ""),
    ):
        with pytest.raises(NotListed):
            ask()
    assert fetch_value(own, WHOLE).largest == ()
    assert fetch_unit(own, Filters(units=("LD-38",))).newest == ()
    assert fetch_overview(own, WHOLE).facts["uploads"].value == 5


def test_sums_of_an_open_programme_are_the_same_for_everybody(records: Records):
    subjects = ("overview", "targets", "ranking", "sectors", "people")
    whole = [answer(records, subject, "") for subject in subjects]
    for reader in (*SEEN, VIEWER, ABROAD):
        own = records_for(records, reader)
        assert [
            answer(own, subject, "") for subject in ("overview", "targets", "ranking", "sectors", "people")
        ] == whole


def test_rows_of_others_requested_by_name_are_refused(records: Records):
    own = records_for(records, OF_ONE)

    assert len(answer(own, "explore", "unit=LD-38").splitlines()) == 4
    for query in ("unit=LD-40", "unit=LD-38&unit=LD-40", "within=LD-40"):
        with pytest.raises(NotAllowed):
            answer(own, "explore", query)


def test_of_a_closed_programme_everything_is_of_the_readers_units(closed: Records):
    own = records_for(closed, OF_ONE)
    filters = narrowed(own, WHOLE)

    assert filters.units == ("LD-38",)
    assert fetch_overview(own, filters).facts["uploads"].value == 3
    assert fetch_overview(own, filters).facts["target"].value == 10
    assert fetch_ranking(own, filters).frame["unit_code"].drop_nulls().to_list() == ["LD-38"]
    # No query that forgets its filters can do more harm.
    assert own.slice(WHOLE).counts()["uploads"].sum() == 3
    assert own.cube("1tr").cells is not closed.cube("1tr").cells
    assert own.targets("1tr")["value"].to_list() == [10]
    assert {unit.code for unit in own.catalogue.members(WHOLE)} == {"LD-38"}


@pytest.mark.parametrize("subject", ["overview", "targets", "ranking", "unit", "map", "compare", "trend", "people"])
def test_of_a_closed_programme_other_units_are_refused(closed: Records, subject: str):
    own = records_for(closed, OF_ONE)

    with pytest.raises(NotAllowed):
        answer(own, subject, "unit=LD-40")
    with pytest.raises(NotAllowed):
        answer(own, subject, "within=LD-40")
    with pytest.raises(NotAllowed):
        answer(records_for(closed, ABROAD), subject, "unit=LD-38")


def test_no_answer_about_a_closed_programme_names_another_unit(closed: Records):
    """Only the account's own sums are shown, without names or derivable numbers of others."""
    for reader in (OF_ONE, BELOW, VIEWER):
        own = records_for(closed, reader)
        for subject in ("overview", "targets", "ranking", "sectors", "unit", "map", "trend", "value", "people"):
            for row in csv.reader(io.StringIO(answer(own, subject, ""))):
                text = " ".join(row)
                assert "LD-40" not in text, (reader.email, subject, text)
                assert "LD-01" not in text, (reader.email, subject, text)


def test_an_account_below_the_ranked_units_sees_its_own_part(closed: Records):
    own = records_for(closed, BELOW)
    filters = narrowed(own, WHOLE)

    assert (filters.within, filters.units) == ("LD-38", ("g1",))
    assert fetch_overview(own, filters).facts["uploads"].value == 1
    assert own.slice(WHOLE).counts()["uploads"].sum() == 1
    assert narrowed(own, Filters(within="LD-38", units=("g1",))).units == ("g1",)
    with pytest.raises(NotAllowed):
        narrowed(own, Filters(within="LD-38", units=("g2",)))


def test_an_account_of_everything_sees_everything_of_a_closed_programme(closed: Records):
    everything = Reader("g@x.vn", Role.VIEWER)

    assert narrowed(records_for(closed, everything), WHOLE) == WHOLE
    assert fetch_overview(records_for(closed, everything), WHOLE).facts["uploads"].value == 5


def test_frozen_figures_know_the_same_limits(closed: Records, prepared_url: str):
    frozen = freeze(prepared_url, "1tr", "Chốt", LOCAL, datetime(2022, 4, 20))
    question = Filters(snapshot=frozen.code)

    for reader, seen in ((OF_TWO, 4), (OF_ONE, 3), (LOCAL, 5), (OF_ONE, 3)):  # kept once, answered for each
        own = records_for(closed, reader)
        records, filters = at_snapshot(own, narrowed(own, question))
        assert fetch_overview(records, filters).facts["uploads"].value == seen
        assert len(fetch_rows(records, filters, RowSearch("")).rows) == seen


def test_answers_are_kept_apart(records: Records):
    """Several readers ask the same question in turn, and nobody gets another's answer."""
    for _ in range(3):
        for reader, seen in SEEN.items():
            assert titles(records_for(records, reader)) == seen
            assert titles(records_for(records, reader), words="bom") == seen - {"năm"}


def test_a_question_that_forgets_its_reader_is_never_answered(records: Records, prepared_url: str):
    own = records_for(records, OF_ONE)
    with pytest.raises(OutOfReach):
        own.ask_list(lambda connection: connection, "key", WHOLE)
    close_comparison(prepared_url)
    with closing(records_over(prepared_url)) as result, pytest.raises(OutOfReach):
        records_for(result, OF_ONE).ask_rows(lambda connection: connection, "key", WHOLE)
