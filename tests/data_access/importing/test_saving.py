"""Files are saved, saved again, changed and undone, each as a whole or not at all."""

import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from data_access.cli.verify import verify
from data_access.database.connections import open_engine
from data_access.database.errors import NotSaved
from data_access.database.schema import audit_event, data_version, held_row, initiative, remembered_unit, target, unit
from data_access.database.transactions import reading
from data_access.importing import saving
from data_access.importing.choices import Choices, Kind
from data_access.importing.queue import decide, waiting
from data_access.importing.saving import save, save_all
from data_access.importing.understanding import understand
from data_access.importing.undoing import batches, undo
from data_access.programmes.tables import tables_of
from model.reader import LOCAL, Reader, Role
from tests.data_access.importing.bad_texts import BENEFIT, DAY, PLACE, TARGETS, TITLE
from tests.data_access.importing.good_rows import TARGET_HEADINGS, good_rows, with_cell, with_column
from tests.data_access.importing.stored import contents, imported, scalars, written
from tests.data_access.programmes.test_loading import load

ROWS = good_rows()


def is_clean(url: str) -> bool:
    engine = open_engine(url, read_only=True)
    with engine.connect() as connection:
        clean = verify(connection).is_clean
    engine.dispose()
    return clean


def test_what_was_saved_equals_the_file(prepared_url: str, tmp_path: Path):
    imported(prepared_url, written(tmp_path, ROWS))
    columns = (
        initiative.c.code,
        initiative.c.title,
        initiative.c.uploaded_at,
        initiative.c.benefit_vnd,
        unit.c.short_name,
    )
    engine = open_engine(prepared_url, read_only=True)
    with engine.connect() as connection:
        query = select(*columns).join(unit, unit.c.id == initiative.c.unit_id).order_by(initiative.c.code)
        stored = [tuple(row) for row in connection.execute(query)]
    engine.dispose()

    names = {"Huế": "Thừa Thiên Huế"}
    midnight = [datetime(row[DAY].year, row[DAY].month, row[DAY].day) for row in ROWS]
    assert stored == [
        (row[0], row[TITLE], moment, row[BENEFIT], names.get(row[PLACE], row[PLACE]))
        for row, moment in zip(ROWS, midnight, strict=True)
    ]
    assert is_clean(prepared_url)


def test_the_same_file_again_changes_nothing(prepared_url: str, tmp_path: Path):
    file = written(tmp_path, ROWS)
    imported(prepared_url, file)
    before = contents(prepared_url)

    again = imported(prepared_url, file)

    assert again.batch is None
    assert again.counts == (0, 0, 20)
    assert contents(prepared_url) == before


def test_the_same_code_with_other_content_is_an_update_and_reported(prepared_url: str, tmp_path: Path):
    imported(prepared_url, written(tmp_path, ROWS))
    changed = imported(prepared_url, written(tmp_path, with_cell(ROWS, 3, TITLE, "Tên đã sửa lại cho đúng")))

    assert changed.counts == (0, 1, 19)
    assert "Tên đã sửa lại cho đúng" in scalars(prepared_url, select(initiative.c.title))
    assert is_clean(prepared_url)


def test_what_a_file_does_not_say_stays(prepared_url: str, tmp_path: Path):
    imported(prepared_url, written(tmp_path, ROWS))
    narrow = [[row[0], row[TITLE], row[PLACE], row[DAY]] for row in with_cell(ROWS, 0, TITLE, "Một tên khác hẳn")]
    headings = ("Mã sáng kiến", "Tên sáng kiến", "Đơn vị", "Ngày cập nhật")

    assert imported(prepared_url, written(tmp_path, narrow, headings=headings)).counts == (0, 1, 19)
    assert scalars(prepared_url, select(func.sum(initiative.c.benefit_vnd))) == [sum(row[BENEFIT] for row in ROWS)]


def test_undo_returns_to_exactly_the_former_state(prepared_url: str, tmp_path: Path):
    imported(prepared_url, written(tmp_path, ROWS))
    before = contents(prepared_url)
    other = [*with_cell(ROWS, 2, BENEFIT, ""), *good_rows(30, seed=5)[20:]]
    other = with_cell(other, 7, PLACE, "Nghệ An")
    saved = imported(prepared_url, written(tmp_path, other))
    assert contents(prepared_url) != before

    undone = undo(prepared_url, int(saved.batch or 0), Reader("test", Role.ADMIN))

    assert (undone.removed, undone.restored) == (10, 2)
    assert contents(prepared_url) == before
    assert is_clean(prepared_url)


def test_undo_refuses_where_later_edits_stand_on_it(prepared_url: str, tmp_path: Path):
    first = imported(prepared_url, written(tmp_path, ROWS))
    second = imported(prepared_url, written(tmp_path, with_cell(ROWS, 0, TITLE, "Sửa sau")))
    before = contents(prepared_url)

    with pytest.raises(NotSaved, match="later_edits") as refused:
        undo(prepared_url, int(first.batch or 0), Reader("test", Role.ADMIN))

    assert refused.value.params["batches"] == [second.batch]
    assert contents(prepared_url) == before
    undo(prepared_url, int(second.batch or 0), Reader("test", Role.ADMIN))
    undo(prepared_url, int(first.batch or 0), Reader("test", Role.ADMIN))
    assert scalars(prepared_url, select(func.count()).select_from(initiative)) == [0]


def test_undo_twice_and_of_nothing_is_refused(prepared_url: str, tmp_path: Path):
    saved = imported(prepared_url, written(tmp_path, ROWS))
    undo(prepared_url, int(saved.batch or 0), Reader("test", Role.ADMIN))

    with pytest.raises(NotSaved, match="already_undone"):
        undo(prepared_url, int(saved.batch or 0), Reader("test", Role.ADMIN))
    with pytest.raises(NotSaved, match="no_such_batch"):
        undo(prepared_url, 999, Reader("test", Role.ADMIN))


@pytest.mark.parametrize("step", ["write_held", "write_problems", "raise_version"])
def test_a_failure_at_any_step_leaves_nothing(step: str, prepared_url: str, tmp_path: Path, monkeypatch: Any):
    imported(prepared_url, written(tmp_path, ROWS))
    before = contents(prepared_url)

    def fail(*_all: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(saving, step, fail)
    with pytest.raises(RuntimeError):
        imported(prepared_url, written(tmp_path, [*with_cell(ROWS, 1, TITLE, "x y z"), *good_rows(40)[20:]]))

    assert contents(prepared_url) == before


def test_several_files_are_saved_together_or_not_at_all(prepared_url: str, tmp_path: Path):
    choices = Choices("1tr", by=Reader("test", Role.ADMIN))
    files = [written(tmp_path, ROWS[:10], "a.csv"), written(tmp_path, ROWS[10:], "b.csv")]
    read = [understand(prepared_url, file, choices) for file in files]
    count = select(func.count()).select_from(initiative)

    stale = replace(read[1], counts=(9, 9, 9))

    with pytest.raises(NotSaved, match="changed_meanwhile"):
        save_all(prepared_url, [read[0], stale], as_previewed=True)
    assert scalars(prepared_url, count) == [0]
    assert [saved.counts[0] for saved in save_all(prepared_url, read)] == [10, 10]


def test_two_people_with_the_same_file_at_once(prepared_url: str, tmp_path: Path):
    file = written(tmp_path, ROWS)
    read = [understand(prepared_url, file, Choices("1tr", by=Reader(who, Role.ADMIN))) for who in ("An", "Bình")]
    counts: list[tuple[int, int, int]] = []
    together = [threading.Thread(target=lambda one=one: counts.append(save(prepared_url, one).counts)) for one in read]
    for thread in together:
        thread.start()
    for thread in together:
        thread.join(30)

    assert sorted(counts) == [(0, 0, 20), (20, 0, 0)]
    assert scalars(prepared_url, select(func.count()).select_from(initiative)) == [20]


def test_a_change_since_the_preview_is_shown_before_it_is_saved(prepared_url: str, tmp_path: Path):
    previewed = understand(prepared_url, written(tmp_path, ROWS), Choices("1tr", by=Reader("test", Role.ADMIN)))
    imported(prepared_url, written(tmp_path, ROWS[:5], "other.csv"))

    with pytest.raises(NotSaved, match="changed_meanwhile") as refused:
        save(prepared_url, previewed, as_previewed=True)

    assert refused.value.params["now"] == (15, 0, 5)


def test_wrong_rows_are_left_out_only_on_request(prepared_url: str, tmp_path: Path):
    file = written(tmp_path, with_cell(ROWS, 4, PLACE, "Nơi nào đó"))
    preview = understand(prepared_url, file, Choices("1tr"))
    with pytest.raises(NotSaved, match="not_ready"):
        save(prepared_url, preview)

    saved = imported(prepared_url, file, keep_good=True)

    assert (saved.counts, saved.left_out) == ((19, 0, 0), 1)


def test_a_confirmed_name_is_remembered(prepared_url: str, tmp_path: Path):
    file = written(tmp_path, with_cell(ROWS, 4, PLACE, "Xứ Nghệ"))
    assert not understand(prepared_url, file, Choices("1tr")).may_be_saved

    imported(prepared_url, file, unit_names={"Xứ Nghệ": "LD-40"})

    assert scalars(prepared_url, select(remembered_unit.c.spelling)) == ["xu nghe"]
    assert understand(prepared_url, file, Choices("1tr")).may_be_saved


def test_the_queue_keeps_or_removes_and_undo_brings_back(prepared_url: str, tmp_path: Path):
    imported(prepared_url, written(tmp_path, with_column(ROWS, BENEFIT, [600_000_000_000, 1])))
    before = contents(prepared_url)["initiative"]
    with reading(prepared_url) as connection:
        huge = [entry["id"] for entry in waiting(connection, LOCAL, "1tr") if entry["reason"] == "huge_benefit"]
        (first,) = waiting(connection, LOCAL, "1tr", most=1)
    assert len(huge) == 10
    assert first["total"] > 10  # a list that is cut knows how many more there are

    assert decide(prepared_url, huge[:4], "keep", Reader("An", Role.ADMIN)) is None
    batch = decide(prepared_url, huge[4:], "remove", Reader("Bình", Role.ADMIN))

    assert scalars(prepared_url, select(func.count()).select_from(initiative)) == [14]
    assert is_clean(prepared_url)
    decided = select(held_row.c.decided_by).where(held_row.c.id.in_(huge)).order_by(held_row.c.id)
    assert scalars(prepared_url, decided) == ["An"] * 4 + ["Bình"] * 6
    undo(prepared_url, int(batch or 0), Reader("test", Role.ADMIN))
    assert contents(prepared_url)["initiative"] == before
    assert is_clean(prepared_url)


def test_targets_are_updated_and_undone(prepared_url: str, tmp_path: Path):
    before = contents(prepared_url)
    file = written(tmp_path, TARGETS, headings=TARGET_HEADINGS)

    saved = imported(prepared_url, file, kind=Kind.TARGETS)

    assert sum(saved.counts) == 7
    assert set(scalars(prepared_url, select(target.c.value))) >= {1000 + 10 * number for number in range(7)}
    assert imported(prepared_url, file, kind=Kind.TARGETS).counts == (0, 0, 7)
    undo(prepared_url, int(saved.batch or 0), Reader("test", Role.ADMIN))
    assert contents(prepared_url) == before


def test_members_of_units_are_updated_and_undone(prepared_url: str, tmp_path: Path):
    before = contents(prepared_url)
    headings = ("Đơn vị", "Đoàn viên", "Tính đến", "Tên khác")
    file = written(tmp_path, [["Nghệ An", "123.456", "01/01/2024", "Xứ Nghệ"]], headings=headings)

    saved = imported(prepared_url, file, kind=Kind.UNITS)

    assert saved.counts == (0, 1, 0)
    assert scalars(prepared_url, select(unit.c.members).where(unit.c.code == "LD-40")) == [123_456]
    undo(prepared_url, int(saved.batch or 0), Reader("test", Role.ADMIN))
    assert contents(prepared_url) == before


def test_provinces_of_units_are_all_provinces_and_not_those_of_members(prepared_url: str, tmp_path: Path):
    assert load(prepared_url, {"Đơn vị": "Mã | Tên | Tỉnh\nA | Khối A | Hà Nội"}).batch
    with reading(prepared_url) as connection:
        assert [row["code"] for row in tables_of(connection, "ct-2026")["unit"]] == ["A"]
    file = written(tmp_path, [["Khối A", "Nghệ An"]], headings=("Đơn vị", "Tỉnh"))

    saved = imported(prepared_url, file, kind=Kind.UNITS, programme="ct-2026")

    assert saved.counts == (0, 1, 0)
    assert scalars(prepared_url, select(unit.c.province_code_2022).where(unit.c.code == "A")) == ["40"]


def test_the_ledger_imported_again_changes_nothing(prepared_url: str):
    ledger = Path(saving.__file__).parents[1] / "reference" / "published_figures.csv"

    again = imported(prepared_url, ledger, kind=Kind.FIGURES)

    assert again.counts[:2] == (0, 0)
    assert again.counts[2] > 100


def test_versions_batches_and_the_log_record_every_write(prepared_url: str, tmp_path: Path):
    version = select(data_version.c.version).where(data_version.c.programme_id == 1)
    first = (scalars(prepared_url, version) or [0])[0]
    saved = imported(prepared_url, written(tmp_path, ROWS))
    undo(prepared_url, int(saved.batch or 0), Reader("An", Role.ADMIN))

    assert scalars(prepared_url, version)[0] >= first + 2
    with reading(prepared_url) as connection:
        (batch,) = batches(connection, LOCAL, "1tr")
    assert (batch["rows"], batch["who"], batch["undone_at"] is not None) == (20, "test", True)
    assert scalars(prepared_url, select(audit_event.c.action).order_by(audit_event.c.id))[-3:] == [
        "import_started", "import", "undo",
    ]  # fmt: skip
