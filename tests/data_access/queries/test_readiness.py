"""Readiness as of a day: who has what, who does better, and what an account may see of it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest
from sqlalchemy import insert

from data_access.cli.answer_outcomes import OUTCOMES
from data_access.database.schema import readiness_fact, readiness_item, unit
from data_access.database.transactions import writing
from data_access.database.versions import raise_version
from data_access.queries.published import fetch_published
from data_access.queries.readiness import fetch_ideas, fetch_notes, fetch_printed_shares, fetch_readiness
from data_access.reference.seed import ids_by_code
from data_access.rules.readiness import example
from data_access.snapshots.freezing import freeze
from data_access.snapshots.frozen import at_snapshot
from data_access.snapshots.sealing import broken_seals
from data_access.store.records import Records
from data_access.store.scoped import records_for
from language.languages import VIETNAMESE
from model.filters import Filters
from model.reader import LOCAL, Reader, Role
from model.readiness import IDEAS, Contrast, Readiness, Share
from presentation.readiness_words import describe_contrast
from tests.data_access.drawn_programme import records_over

CODES = ("LD-01", "LD-02", "LD-04", "LD-06", "LD-08", "LD-10", "LD-11", "LD-12", "LD-14", "LD-15")
ROWS = "unit | uploaded_at | count\n" + "\n".join(
    f"{code} | 2022-02-01 08:00 | {10 * place}" for place, code in enumerate(CODES, 1)
)
TARGETS = "unit | phase | value\n" + "\n".join(f"{code} | 0 | 100" for code in CODES)


def say(url: str, *facts: tuple[str, str, int, date], **more: Any) -> None:
    with writing(url) as connection:
        units = ids_by_code(connection, unit)
        same = {"programme_id": 1, "source": "Báo cáo", "note": "Bà An", "who": "a@b.vn", "amount": None}
        same["recorded_at"] = datetime(2022, 6, 1)
        for code, item, state, day in facts:
            row = {**same, "unit_id": units[code], "item": item, "state": state, "day": day, **more}
            connection.execute(insert(readiness_fact).values(**row))
        raise_version(connection, 1, ())


@pytest.fixture
def records(prepared_url: str) -> Iterator[Records]:
    with closing(records_over(prepared_url, ROWS, TARGETS)) as records:
        say(prepared_url, *((code, "video", int(place < 5), date(2022, 1, 10)) for place, code in enumerate(CODES)))
        say(prepared_url, ("LD-01", "video", 0, date(2022, 3, 1)), ("LD-01", "gone", 1, date(2022, 1, 1)))
        records.catch_up()
        yield records


def share_of(readiness: Readiness, item: str = "video") -> Share:
    return next(one for one in readiness.shares if one.item.code == item)


def contrast_of(readiness: Readiness) -> Contrast:
    return next(one for one in readiness.contrasts if one.item.code == "video")


def test_only_statements_up_to_the_day_count(records: Records):
    early = fetch_readiness(records, Filters(as_of=datetime(2022, 2, 28, 23)))
    late = fetch_readiness(records, Filters(as_of=datetime(2022, 3, 1, 0)))
    before = fetch_readiness(records, Filters(as_of=datetime(2022, 1, 9)))

    assert (share_of(early).yes, share_of(early).no) == (5, 5)
    assert (share_of(late).yes, share_of(late).no) == (4, 6)
    assert before.is_empty and share_of(before).units == share_of(late).units == 82
    assert share_of(before).yes_pct is None  # nothing known is no zero
    assert share_of(late).unknown == 72 and share_of(late).yes_pct == pytest.approx(100 * 4 / 82)


def test_the_middle_of_those_who_have_stands_beside_the_middle_of_those_who_have_not(records: Records):
    result = contrast_of(fetch_readiness(records, Filters(as_of=datetime(2022, 2, 28, 23))))
    assert (result.having, result.lacking, result.having_pct, result.lacking_pct) == (5, 5, 30, 80)
    assert result.is_telling and "thấp hơn 50,00 điểm" in describe_contrast(result, VIETNAMESE)

    few = contrast_of(fetch_readiness(records, Filters()))
    assert not few.is_telling and "Chưa đủ đơn vị" in describe_contrast(few, VIETNAMESE)


def test_units_that_are_filtered_are_all_there_is(records: Records):
    readiness = fetch_readiness(records, Filters(units=("LD-01", "LD-02")))
    assert (share_of(readiness).yes, share_of(readiness).no, share_of(readiness).unknown) == (1, 1, 0)
    assert readiness.frame["unit_code"].unique().sort().to_list() == ["LD-01", "LD-02"]


def test_names_of_people_are_for_who_sees_the_rows_of_the_unit(records: Records):
    def noted(reader: Reader) -> set[str]:
        frame = fetch_readiness(records_for(records, reader), Filters()).frame
        return set(frame.drop_nulls("note")["unit_code"])

    assert noted(Reader("s@x.vn", Role.STAFF, ("LD-01",))) == {"LD-01"}
    assert noted(Reader("v@x.vn", Role.VIEWER)) == noted(Reader("v@x.vn", Role.VIEWER, ("LD-01",))) == set()
    assert noted(LOCAL) == set(CODES)
    assert len(fetch_notes(records, Filters(), "LD-01")) == 3
    assert fetch_notes(records_for(records, Reader("s@x.vn", Role.STAFF, ("LD-02",))), Filters(), "LD-01") == ()


def test_frozen_figures_keep_their_statements(prepared_url: str, records: Records):
    frozen = freeze(prepared_url, "1tr", "Tháng 2", LOCAL, datetime(2022, 3, 2))
    say(prepared_url, *((code, "video", 1, date(2022, 1, 20)) for code in CODES))
    records.catch_up()
    then, scoped = at_snapshot(records, Filters(snapshot=frozen.code))

    assert share_of(fetch_readiness(records, Filters())).yes == 9
    assert share_of(fetch_readiness(then, scoped)).yes == 4
    assert records.ask_now(lambda connection: list(broken_seals(connection))) == []


def test_the_printed_share_stands_beside_from_its_day_on(records: Records):
    assert fetch_printed_shares(records, Filters(as_of=datetime(2022, 4, 19))) == {}
    assert fetch_printed_shares(records, Filters(units=("LD-01",))) == {}
    (printed,) = fetch_printed_shares(records, Filters(as_of=datetime(2022, 4, 20, 8))).values()
    assert printed.figure.value == 100


def test_the_ledger_and_the_page_say_one_share_and_that_of_the_printed_moment(prepared_url: str, records: Records):
    metric = next(item.metric for item in example() if item.metric)
    code = next(item.code for item in example() if item.metric)
    say(
        prepared_url,
        *((unit, code, 1, date(2022, 4, 1)) for unit in CODES[:3]),
        *((unit, code, 1, date(2022, 5, 1)) for unit in CODES),
    )
    records.catch_up()

    (printed,) = fetch_printed_shares(records, Filters()).values()
    ledger = fetch_published(records, Filters()).filter(pl.col("metric") == metric)["system_value"].to_list()

    assert printed.own is not None and ledger == [printed.own]
    assert printed.own == 100 * 3 / len(records.catalogue.units_in(Filters()))


def test_ideas_registered_are_shown_where_the_programme_records_them(prepared_url: str, records: Records):
    assert fetch_ideas(records, Filters()) is None
    with writing(prepared_url) as connection:
        item = {"programme_id": 1, "place": 0, "kind": "count", "name_vi": "Đăng ký ý tưởng", "name_en": "Ideas"}
        connection.execute(insert(readiness_item).values(code=IDEAS, **item))
    say(prepared_url, ("LD-01", IDEAS, 1, date(2022, 2, 1)), amount=40)
    say(prepared_url, ("LD-02", IDEAS, 1, date(2022, 2, 1)), amount=7)
    say(prepared_url, ("LD-01", IDEAS, 1, date(2022, 3, 1)), ("LD-02", "gone", 1, date(2022, 3, 1)), amount=60)
    records.catch_up()
    amounts = [
        (ideas.amount, ideas.yes)
        for filters in (Filters(), Filters(as_of=datetime(2022, 2, 9)), Filters(units=("LD-02",)))
        if (ideas := fetch_ideas(records, filters))
    ]
    assert amounts == [(67, 2), (47, 2), (7, 1)]
    assert fetch_ideas(records, Filters(as_of=datetime(2022, 1, 9))) is None
    assert fetch_ideas(records, Filters(sectors=("y-te",))) is None
    rows = OUTCOMES["recognition"](records, Filters()).rows
    assert [(row["code"], row["value"]) for row in rows if row["kind"] == "ideas"] == [
        ("ideas_registered", 67),
        ("ideas_units", 2),
    ]
