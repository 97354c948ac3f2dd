"""Functions that write refuse callers without permission themselves, and write nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from data_access.database.errors import NotAllowed
from data_access.database.schema import (
    audit_event,
    exemplar,
    import_batch,
    initiative,
    programme_event,
    slide_list,
    unit,
)
from data_access.database.schema import snapshot as snapshots
from data_access.database.transactions import reading, writing
from data_access.importing.choices import Choices, Kind
from data_access.importing.queue import decide, waiting
from data_access.importing.remembering import UNIT, Remembered, fetch_remembered, forget, remember_answers
from data_access.importing.saving import save
from data_access.importing.syncing.running import waiting_file
from data_access.importing.understanding import understand
from data_access.importing.undoing import batches, undo
from data_access.rows.exemplars import choose_exemplar, drop_exemplar
from data_access.rows.staff_choices import add_event, drop_event, note_download
from data_access.snapshots.freezing import freeze
from data_access.staff.slide_lists import forget_slide_list, save_slide_list
from model.reader import LOCAL, Reader, Role
from tests.data_access.importing.good_rows import good_rows
from tests.data_access.importing.stored import scalars, written

WRITTEN = (import_batch, initiative, snapshots, exemplar, programme_event, slide_list, audit_event)


def state(url: str) -> list[int]:
    return [scalars(url, select(func.count()).select_from(table))[0] for table in WRITTEN]


@pytest.fixture
def url(prepared_url: str, tmp_path: Path) -> str:
    """A file imported by LOCAL, and a slide list of another account."""
    save(prepared_url, understand(prepared_url, written(tmp_path, good_rows(30)), Choices("1tr", by=LOCAL)))
    save_slide_list(prepared_url, "Hội nghị", ("map",), 0, "", Reader("other@example.vn", Role.VIEWER))
    return prepared_url


def attempts(url: str, folder: Path, by: Reader) -> dict[str, tuple[Role, Callable[[], object]]]:
    """Each writing function, with the lowest role that may call it."""
    batch = scalars(url, select(import_batch.c.id))[0]
    code = scalars(url, select(initiative.c.code))[0]
    more = written(folder, good_rows(40))
    return {
        "import": (Role.STAFF, lambda: save(url, understand(url, more, Choices("1tr", by=by)))),
        "undo": (Role.STAFF, lambda: undo(url, batch, by)),
        "take": (Role.STAFF, lambda: note_download(url, by, rows=30)),
        "decide": (Role.LEAD, lambda: decide(url, [1], "keep", by)),
        "freeze": (Role.LEAD, lambda: freeze(url, "1tr", "Báo cáo", by)),
        "choose": (Role.LEAD, lambda: choose_exemplar(url, 1, code, "Dễ làm", by)),
        "drop": (Role.LEAD, lambda: drop_exemplar(url, 1, code, by)),
        "event": (Role.LEAD, lambda: add_event(url, 1, date(2022, 3, 1), "Sơ kết", "", by)),
        "no_event": (Role.LEAD, lambda: drop_event(url, 1, 1, by)),
        "slides": (Role.LEAD, lambda: forget_slide_list(url, "hoi-nghi", by)),
    }


@pytest.mark.parametrize("role", [Role.VIEWER, Role.STAFF])
def test_a_lower_role_writes_nothing(url: str, tmp_path: Path, role: Role):
    before = state(url)
    for least, attempt in attempts(url, tmp_path, Reader("a@example.vn", role)).values():
        if role.rank < least.rank:
            with pytest.raises(NotAllowed):
                attempt()
    assert state(url) == before


def test_nobody_imports_without_saying_who(url: str, tmp_path: Path):
    with pytest.raises(NotAllowed):
        save(url, understand(url, written(tmp_path, good_rows(40)), Choices("1tr")))


def test_an_account_of_one_unit_writes_for_no_other(url: str, tmp_path: Path):
    """The rows of LOCAL's file lie in several units; none of them is this one."""
    before = state(url)
    by = Reader("a@example.vn", Role.LEAD, ("CD-TKS",))
    tried = attempts(url, tmp_path, by)
    for name in ("undo", "choose", "drop"):
        with pytest.raises(NotAllowed):
            tried[name][1]()
    for kind in (Kind.UNITS, Kind.FIGURES):
        read = understand(url, written(tmp_path, good_rows(3)), Choices("1tr", kind, by=by))
        if read.may_be_saved:
            with pytest.raises(NotAllowed):
                save(url, read)
    assert state(url) == before


def test_the_preview_names_rows_outside_the_scope_and_they_are_not_saved(url: str, tmp_path: Path):
    by = Reader("a@example.vn", Role.STAFF, ("CD-TKS",))
    read = understand(url, written(tmp_path, good_rows(40)), Choices("1tr", by=by))

    assert "outside_scope" in {remark.code for remark in read.remarks}
    assert read.rows.height == 0
    assert not read.may_be_saved


def unit_of(url: str, code: str) -> str:
    above = unit.join(initiative, initiative.c.unit_id == unit.c.id)
    return str(scalars(url, select(unit.c.code).select_from(above).where(initiative.c.code == code))[0])


def test_an_account_of_one_unit_takes_no_row_of_another_over_by_its_code(url: str, tmp_path: Path):
    """The code exists in another unit, whose row is neither overwritten nor shown."""
    stored = [row for row in good_rows(40) if row[0] in scalars(url, select(initiative.c.code))]
    mine = stored[0]
    other = next(row for row in stored if row[4] != mine[4])
    taken = written(tmp_path, [[other[0], *mine[1:]]])
    by = Reader("a@example.vn", Role.STAFF, (unit_of(url, mine[0]),))
    before = state(url)

    read = understand(url, taken, Choices("1tr", by=by, replace=True))

    assert "codes_of_others" in {remark.code for remark in read.remarks}
    assert read.overwrites == ()
    assert not read.may_be_saved
    everybodys = understand(url, taken, Choices("1tr", by=LOCAL, replace=True))
    with pytest.raises(NotAllowed):
        save(url, replace(everybodys, choices=read.choices))
    assert state(url)[:-1] == before[:-1]  # the log tells that it was tried


def test_the_queue_and_the_imports_of_others_are_not_listed(url: str, tmp_path: Path):
    rows = [[f"Q{number}", *row[1:8], 9_000_000_000_000_000, row[9]] for number, row in enumerate(good_rows(3))]
    save(url, understand(url, written(tmp_path, rows), Choices("1tr", by=LOCAL)))
    own, stranger = unit_of(url, "Q0"), Reader("a@example.vn", Role.STAFF, ("CD-TKS",))
    with reading(url) as connection:
        assert {entry["code"] for entry in waiting(connection, LOCAL)} >= {"Q0", "Q1", "Q2"}
        assert waiting(connection, stranger) == []
        results = {entry["code"] for entry in waiting(connection, Reader("b@example.vn", Role.STAFF, (own,)))}
        assert results & {"Q0", "Q1", "Q2"} == {code for code in ("Q0", "Q1", "Q2") if unit_of(url, code) == own}
        assert batches(connection, LOCAL)
        assert batches(connection, stranger) == []
        for ask in (waiting, batches):
            with pytest.raises(NotAllowed):
                ask(connection, Reader("v@example.vn", Role.VIEWER))


def test_a_code_that_resembles_one_of_another_unit_is_not_reported(url: str, tmp_path: Path):
    mine = good_rows(30)[0]
    other = next(row for row in good_rows(30) if row[4] != mine[4])
    file = written(tmp_path, [[other[0].replace("-0", "-"), *mine[1:]]])  # as if zeros had been left out
    preview = understand(url, file, Choices("1tr", by=LOCAL))
    assert "alike_codes" in {remark.code for remark in preview.remarks}
    own = understand(url, file, Choices("1tr", by=Reader("a@example.vn", Role.STAFF, (unit_of(url, mine[0]),))))
    assert "alike_codes" not in {remark.code for remark in own.remarks}


def test_sources_and_their_answers_are_for_accounts_that_see_everything(url: str, tmp_path: Path):
    by = Reader("a@example.vn", Role.STAFF, ("CD-TKS",))
    with pytest.raises(NotAllowed):
        waiting_file(url, "portal", tmp_path, by)
    with writing(url) as connection:
        for who in ("sync:portal", by.email):
            choices = Choices("1tr", by=LOCAL, blanks=(f"của {who}",), sender=who)
            remember_answers(connection, choices)
    with reading(url) as connection:
        assert {one.spelling for one in fetch_remembered(connection, by)} == {f"của {by.email}"}
        everything = {one.who: one for one in fetch_remembered(connection, LOCAL)}
    with pytest.raises(NotAllowed):
        forget(url, by, everything["sync:portal"])
    name = Remembered(UNIT, "xu thanh", "LD-38", "x", datetime(2022, 4, 20))
    with pytest.raises(NotAllowed):
        forget(url, by, name)
