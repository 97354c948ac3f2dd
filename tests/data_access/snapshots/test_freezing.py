"""Frozen figures keep their numbers, list later changes, and reveal tampering."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, delete, func, insert, select, update

from data_access.cli import commands
from data_access.cli.answer import SUBJECTS, answer
from data_access.cli.verify import verify
from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.errors import NotFrozen, UnknownSnapshot
from data_access.database.schema import (
    audit_event,
    initiative,
    initiative_cell,
    snapshot,
    snapshot_cell,
    snapshot_examples,
    snapshot_people,
    snapshot_readiness,
    snapshot_target,
    target,
)
from data_access.database.versions import raise_version
from data_access.rows.newest import newest_rows
from data_access.snapshots.freezing import NothingToFreeze, find_snapshots, freeze
from data_access.snapshots.frozen import at_snapshot, at_snapshot_or_notice
from data_access.snapshots.frozen_changes import fetch_frozen_changes
from data_access.store.records import Records
from model.filters import Filters, end_of_day
from model.freezing import Frozen
from model.notices import Notice
from model.reader import Reader, Role
from tests.data_access.invented_rows import DAYS, FIRST, announce, invent, write
from tests.live_records import live_records

MOMENT = datetime.combine(FIRST.date(), datetime.min.time()) + timedelta(days=8, hours=8)
SCOPES = ("", "phase=1", "unit=LD-30&unit=LD-31&boundary=34", "sector=y-te&status=valid", "measure=valid&top=3")

OF_ROWS = "solution=technical"  # no cell knows solutions


@pytest.fixture
def url(prepared_url: str) -> str:
    write(prepared_url, *invent(600, seed=1), *invent(40, seed=2, programme_id=2))
    return prepared_url


@pytest.fixture
def frozen(url: str) -> Frozen:
    return freeze(url, "1tr", "Báo cáo tháng 6", Reader("Lan", Role.ADMIN), MOMENT)


@pytest.fixture
def records(url: str, frozen: Frozen) -> Iterator[Records]:
    with live_records(url) as records:
        yield records


def change(url: str, *steps: Callable[[Connection], None]) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        for step in steps:
            step(connection)
    engine.dispose()


def change_everything(url: str) -> None:
    """Add late rows on all days, revoke decisions, remove rows, double a target."""
    write(url, *invent(80, seed=9), *invent(30, seed=10, first=FIRST - timedelta(days=20)))

    def others(connection: Connection) -> None:
        chosen = (initiative.c.programme_id == 1) & (initiative.c.id % 7 == 0)
        rows = [dict(row) for row in connection.execute(select(initiative).where(chosen)).mappings()]
        connection.execute(delete(initiative).where(chosen))
        announce(connection, rows)
        connection.execute(update(target).values(value=target.c.value * 2))
        raise_version(connection, 1, [])

    change(url, others)


def answers(url: str, *queries: str, subjects=tuple(SUBJECTS)) -> list[str]:
    with live_records(url) as records:
        return [answer(records, subject, query) for subject in subjects for query in queries]


def test_frozen_figures_are_those_of_their_moment(url, frozen):
    of_moment = [f"as_of=2022-06-04T08:00&{scope}" for scope in (*SCOPES, OF_ROWS)]
    of_snapshot = [f"snapshot={frozen.code}&{scope}" for scope in (*SCOPES, OF_ROWS)]

    assert answers(url, *of_snapshot) == answers(url, *of_moment)


def test_frozen_figures_stay_whatever_is_written_later(url, frozen):
    subjects = ("overview", "targets", "ranking", "sectors", "map")
    queries = [f"snapshot={frozen.code}&{scope}" for scope in SCOPES]
    before = answers(url, *queries, subjects=subjects)
    of_moment = answers(url, "as_of=2022-06-04T08:00", subjects=subjects)
    change_everything(url)

    assert answers(url, "as_of=2022-06-04T08:00", subjects=subjects) != of_moment
    assert answers(url, *queries, subjects=subjects) == before


def test_without_a_moment_the_newest_upload_is_the_moment(url):
    newest = select(func.max(initiative.c.uploaded_at)).where(initiative.c.programme_id == 2)
    with closing(Database(url)) as database:
        last = database.ask(lambda connection: connection.scalar(newest))

    assert freeze(url, "75n", "Cuối đợt", Reader("Lan", Role.ADMIN)).as_of == last


def test_a_whole_day_is_frozen_whole(url):
    frozen = freeze(url, "1tr", "Hết ngày", Reader("Lan", Role.ADMIN), end_of_day(MOMENT.date()))

    assert answers(url, f"snapshot={frozen.code}") == answers(url, "as_of=2022-06-04")


def test_people_are_frozen_by_unit(url, records, frozen):
    scoped, filters = at_snapshot(records, Filters(snapshot=frozen.code))
    people = scoped.slice(filters).people("unit_id")
    assert people["people"].sum() > 0
    change_everything(url)
    with live_records(url) as later:
        scoped, filters = at_snapshot(later, Filters(snapshot=frozen.code))
        assert scoped.slice(filters).people("unit_id").equals(people)
        assert scoped.slice(filters.changed(units=("LD-30",))).people().item() <= people["people"].sum()
        with pytest.raises(NotFrozen):
            scoped.slice(filters.changed(sectors=("y-te",))).people()


def test_rows_are_shown_as_long_as_they_are_those_of_then(url, records, frozen):
    scoped, filters = at_snapshot(records, Filters(snapshot=frozen.code))
    assert all(row["uploaded_at"] <= MOMENT for row in newest_rows(scoped, filters, 10))
    write(url, *invent(5, seed=11, first=FIRST + timedelta(days=DAYS + 20)))  # later rows disturb nothing
    with live_records(url) as later:
        scoped, filters = at_snapshot(later, Filters(snapshot=frozen.code))
        assert len(newest_rows(scoped, filters, 10)) == 10
    change_everything(url)
    with live_records(url) as later:
        scoped, filters = at_snapshot(later, Filters(snapshot=frozen.code))
        with pytest.raises(NotFrozen):
            newest_rows(scoped, filters, 10)


def test_an_earlier_moment_of_frozen_figures(url, records, frozen):
    for moment in (MOMENT - timedelta(days=2), end_of_day((MOMENT - timedelta(days=3)).date()), MOMENT - timedelta(7)):
        scoped, filters = at_snapshot(records, Filters(snapshot=frozen.code, as_of=moment))
        of_moment = records.slice(Filters(as_of=moment)).counts("unit_id", "level")
        assert (
            scoped.slice(filters)
            .counts("unit_id", "level")
            .sort("unit_id", "level")
            .equals(of_moment.sort("unit_id", "level"))
        )


def test_a_later_moment_is_the_frozen_one(records, frozen):
    _, filters = at_snapshot(records, Filters(snapshot=frozen.code, as_of=datetime(2030, 1, 1), programme="75n"))

    assert (filters.as_of, filters.programme) == (MOMENT, "1tr")


def test_what_has_changed_since(url, records, frozen):
    scoped, _ = at_snapshot(records, Filters(snapshot=frozen.code))
    assert scoped.frozen is not None
    untouched = fetch_frozen_changes(scoped)
    assert not untouched.has_moved
    assert (
        untouched.uploads == untouched.uploads_today == records.slice(Filters(as_of=MOMENT)).counts()["uploads"].item()
    )
    assert untouched.added_later == 600 - untouched.uploads
    late = invent(3, seed=12, first=FIRST - timedelta(days=30))
    write(url, *(row | {"unit_id": 1} for row in late))

    with live_records(url) as later:
        scoped, _ = at_snapshot(later, Filters(snapshot=frozen.code))
        changes = fetch_frozen_changes(scoped)
    assert [(unit.unit_code, unit.uploads_today - unit.uploads) for unit in changes.units] == [("LD-01", 3)]
    assert changes.uploads_today - changes.uploads == 3


def test_a_changed_target_is_a_change(url, records, frozen):
    values = {"programme_id": 1, "unit_id": 5, "phase": 2, "kind": "guided", "value": 7, "source": "x"}
    change(url, lambda connection: connection.execute(insert(target), [values]), lambda c: raise_version(c, 1, []))

    with live_records(url) as later:
        scoped, _ = at_snapshot(later, Filters(snapshot=frozen.code))
        assert (fetch_frozen_changes(scoped).targets, fetch_frozen_changes(scoped).has_moved) == (1, True)
        assert scoped.targets("1tr").filter(unit_id=5, phase=2, kind="guided").is_empty()


def test_a_code_is_never_given_twice(url, frozen):
    again = freeze(url, "1tr", "Báo cáo tháng 6", Reader("Mai", Role.ADMIN), MOMENT)

    assert (frozen.code, again.code) == ("bao-cao-thang-6", "bao-cao-thang-6-2")
    assert freeze(url, "1tr", "!!!", Reader("Mai", Role.ADMIN), MOMENT).code == "chot"
    with closing(Database(url)) as database:
        assert [one.who for one in database.ask(find_snapshots)] == ["Mai", "Mai", "Lan"]


@pytest.mark.parametrize("programme", ["son-tay-2024", "nobody"])
def test_nothing_is_frozen_where_there_is_nothing(url, programme):
    with pytest.raises(NothingToFreeze):
        freeze(url, programme, "Báo cáo", Reader("Lan", Role.ADMIN))
    with closing(Database(url)) as database:
        assert database.ask(find_snapshots) == []


def test_an_unknown_snapshot_is_reported(records):
    with pytest.raises(UnknownSnapshot):
        answer(records, "overview", "snapshot=nobody")
    scoped, filters, notices = at_snapshot_or_notice(records, Filters(snapshot="nobody", top=3))
    assert (scoped, filters, notices) == (records, Filters(top=3), (Notice("snapshot", "nobody"),))


def test_a_snapshot_frozen_after_somebody_looked_for_it_is_found(url, records):
    assert at_snapshot_or_notice(records, Filters(snapshot="som"))[2]
    freeze(url, "1tr", "Sớm", Reader("Lan", Role.ADMIN), MOMENT)

    assert not at_snapshot_or_notice(records, Filters(snapshot="som"))[2]


def test_freezing_is_in_the_audit_log(url, frozen):
    with closing(Database(url)) as database:
        (event,) = database.ask(lambda c: c.execute(select(audit_event)).all())
    assert (event.who, event.action) == ("Lan", "snapshot_frozen")
    assert frozen.sha256 in event.detail


TAMPERINGS = {
    "a count": update(snapshot_cell).where(snapshot_cell.c.day == 20220530).values(n=snapshot_cell.c.n + 1),
    "a benefit": update(snapshot_cell).values(sum_benefit=snapshot_cell.c.sum_benefit + 1),
    "cells removed": delete(snapshot_cell).where(snapshot_cell.c.day == 20220530),
    "a target": update(snapshot_target).where(snapshot_target.c.unit_id == 1).values(value=1),
    "people": update(snapshot_people).where(snapshot_people.c.unit_id == 1).values(people=999),
    "readiness": update(snapshot_readiness).values(content="{}"),
    "the moment": update(snapshot).values(as_of=datetime(2022, 6, 5)),
    "the name": update(snapshot).values(name="Khác"),
    "who": update(snapshot).values(who="Khác"),
    "the checksum": update(snapshot).values(sha256="0" * 64),
}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_verify_finds_tampering(url, frozen, tampering):
    assert problems(url) == ()
    change(url, lambda connection: connection.execute(TAMPERINGS[tampering]))

    assert [frozen.code in problem for problem in problems(url)] == [True]


def test_verify_finds_a_snapshot_that_is_gone(url, frozen):
    tables = (snapshot_cell, snapshot_target, snapshot_people, snapshot_readiness, snapshot_examples, snapshot)
    change(url, *(lambda connection, table=table: connection.execute(delete(table)) for table in tables))

    assert problems(url) == (f"Snapshot {frozen.code} is gone, but the audit log knows it.",)


def problems(url: str) -> tuple[str, ...]:
    engine = open_engine(url)
    with engine.begin() as connection:
        result = verify(connection).problems
    engine.dispose()
    return result


def test_the_commands(url, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", url)

    assert commands.main(["snapshot", "freeze", "Báo cáo", "--as-of", "2022-06-04T08:00"]) == 0
    assert "?snapshot=bao-cao" in capsys.readouterr().out
    assert commands.main(["snapshot", "list"]) == 0
    assert getpass.getuser() in capsys.readouterr().out
    assert commands.main(["snapshot", "changes", "bao-cao"]) == 0
    write(url, *invent(3, seed=12, first=FIRST - timedelta(days=30)))
    assert commands.main(["snapshot", "changes", "bao-cao"]) == 1
    assert "LD-" in capsys.readouterr().out
    assert commands.main(["snapshot", "changes", "nobody"]) == 1
    assert "nobody" in capsys.readouterr().err
    change(url, lambda c: c.execute(delete(initiative_cell).where(initiative_cell.c.day == 1)))
    assert commands.main(["verify"]) == 0
