"""A lake equals the database after every kind of write, and readers never see half a version."""

import time
from pathlib import Path

import pytest
from sqlalchemy import update

from data_access.cli.commands import main
from data_access.database import connections
from data_access.database.connections import open_engine
from data_access.database.lake import BrokenLake, current, folder_of, published
from data_access.database.schema import initiative
from data_access.database.versions import raise_version
from data_access.importing.undoing import undo
from data_access.lake.publish import publish
from model.reader import Reader, Role
from tests.copies import Copies
from tests.data_access.importing.good_rows import good_rows, with_cell
from tests.data_access.importing.stored import imported, written
from tests.data_access.invented_rows import invent, write
from tests.data_access.lake.reading import rows_of_database, rows_of_lake

TITLE, DAY, DECIDED, BENEFIT, STATUS = 1, 6, 7, 8, 9


def test_rows_are_those_of_the_database(prepared_url: str, tmp_path: Path):
    write(prepared_url, *invent(300, seed=1), *invent(40, seed=2, programme_id=2))

    report = publish(prepared_url, tmp_path / "lake")

    assert rows_of_lake(tmp_path / "lake") == rows_of_database(prepared_url)
    assert (report.manifest.number, report.manifest.rows) == (1, 340)
    assert {number: part.rows for number, part in report.manifest.parts.items() if part.rows} == {1: 300, 2: 40}


def test_texts_and_moments_arrive_as_they_are_and_files_are_the_same_from_either_database(
    copies: Copies, tmp_path: Path
):
    """PostgreSQL writes rows as CSV, where empty, missing and multi-line texts are easily confused."""
    texts = ("", None, 'a "b", c', "two\nlines", "\\N", "\\.", " spaces ", "NULL", "t", "Đổi mới", "tab\there", "\r\n")
    rows = invent(len(texts), seed=1)
    for row, words in zip(rows, texts, strict=True):
        row |= {"author": words, "author_folded": words, "title_folded": words or "", "applied": None}
    rows[4]["settled_at"] = rows[4]["settled_at"].replace(microsecond=120)
    rows[1]["applied"] = True
    files = []
    for engine in ("sqlite", "postgresql"):
        with copies.of(engine) as url:
            write(url, *rows)
            lake = tmp_path / engine
            files.append(publish(url, lake).manifest.parts[1].days)
            assert rows_of_lake(lake) == rows_of_database(url)
    assert files[0] == files[1] != {}


def test_who_computes_between_two_queries_is_not_cut_off(prepared_url: str, tmp_path: Path, monkeypatch):
    """PostgreSQL ends transactions in which a reader does nothing for ten seconds, here a tenth of one."""
    for limits in ("_LOCKS", "_READER"):
        monkeypatch.setattr(connections, limits, "SET LOCAL idle_in_transaction_session_timeout = 100")
    write(prepared_url, *invent(50, seed=1), *invent(40, seed=2, programme_id=2))

    publish(prepared_url, tmp_path, progress=lambda *_: time.sleep(0.3))

    assert rows_of_lake(tmp_path) == rows_of_database(prepared_url)


def test_nothing_new_is_published_where_nothing_changed(prepared_url: str, tmp_path: Path):
    write(prepared_url, *invent(50, seed=1))
    publish(prepared_url, tmp_path)

    again, everything = publish(prepared_url, tmp_path), publish(prepared_url, tmp_path, everything=True)

    assert (again.days_read, again.days_written, current(tmp_path)) == (0, 0, 1)
    assert everything.days_read > 0
    assert (everything.days_written, current(tmp_path)) == (0, 1)


def test_only_changed_days_are_written(prepared_url: str, tmp_path: Path):
    rows = good_rows(60)
    imported(prepared_url, written(tmp_path, rows))
    lake = tmp_path / "lake"
    first = publish(prepared_url, lake).manifest.parts[1]
    changed = with_cell(rows, 7, TITLE, "Một tên khác hẳn")
    imported(prepared_url, written(tmp_path, changed))

    report = publish(prepared_url, lake)

    day = int(f"{rows[7][DAY]:%Y%m%d}")
    assert [number for number, one in report.manifest.parts[1].days.items() if one != first.days[number]] == [day]
    assert report.days_written == 1
    assert rows_of_lake(lake) == rows_of_database(prepared_url)


@pytest.mark.parametrize(
    ("column", "value"), [(TITLE, "Khác"), (BENEFIT, 7_000_000), (STATUS, "Không hợp lệ"), (DECIDED, "01/12/2025")]
)
def test_every_kind_of_change_arrives(column: int, value: object, prepared_url: str, tmp_path: Path):
    """A day of upload counts as changed even where none of its cells changed."""
    rows = good_rows(40)
    imported(prepared_url, written(tmp_path, rows))
    publish(prepared_url, tmp_path / "lake")
    batch = imported(prepared_url, written(tmp_path, with_cell(rows, 3, column, value))).batch
    assert batch

    publish(prepared_url, tmp_path / "lake")
    assert rows_of_lake(tmp_path / "lake") == rows_of_database(prepared_url)

    undo(prepared_url, batch, by=Reader("test", Role.ADMIN))
    publish(prepared_url, tmp_path / "lake")
    assert rows_of_lake(tmp_path / "lake") == rows_of_database(prepared_url)


def test_days_and_rows_that_went_away_are_gone(prepared_url: str, tmp_path: Path):
    write(prepared_url, *invent(20, seed=1))
    batch = imported(prepared_url, written(tmp_path, good_rows(20))).batch
    assert batch
    publish(prepared_url, tmp_path / "lake")
    undo(prepared_url, batch, by=Reader("test", Role.ADMIN))

    report = publish(prepared_url, tmp_path / "lake")

    assert report.manifest.rows == 20
    assert rows_of_lake(tmp_path / "lake") == rows_of_database(prepared_url)


def test_versions_that_name_no_days_have_everything_read(prepared_url: str, tmp_path: Path):
    write(prepared_url, *invent(30, seed=1))
    publish(prepared_url, tmp_path)
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        connection.execute(update(initiative).values(title="Đổi bằng tay"))
        raise_version(connection, 1, ())
    engine.dispose()

    publish(prepared_url, tmp_path)

    assert {row[3] for row in rows_of_lake(tmp_path)} == {"Đổi bằng tay"}


def test_what_breaks_off_is_not_seen(prepared_url: str, tmp_path: Path):
    write(prepared_url, *invent(30, seed=1))
    publish(prepared_url, tmp_path)
    before = rows_of_lake(tmp_path)
    write(prepared_url, *invent(30, seed=2))
    in_the_way = folder_of(tmp_path, 2).with_suffix(".unfinished")
    in_the_way.write_text("a file where a folder is to be made")

    with pytest.raises(OSError, match=r"unfinished"):
        publish(prepared_url, tmp_path)

    assert rows_of_lake(tmp_path) == before
    in_the_way.unlink()
    publish(prepared_url, tmp_path)
    assert rows_of_lake(tmp_path) == rows_of_database(prepared_url)


def test_a_version_stays_as_it_was_until_two_newer_ones_are_there(prepared_url: str, tmp_path: Path):
    for seed in range(1, 6):
        write(prepared_url, *invent(10, seed=seed))
        publish(prepared_url, tmp_path)

    assert sorted(folder.name for folder in (tmp_path / "versions").iterdir()) == ["000003", "000004", "000005"]
    assert rows_of_lake(tmp_path) == rows_of_database(prepared_url)


@pytest.mark.parametrize("words", ["nonsense", "12"])
def test_a_folder_that_is_no_lake_is_reported(words: str, tmp_path: Path):
    (tmp_path / "current").write_text(words)

    with pytest.raises(BrokenLake, match=r"^The lake .* (cannot be read|has lost its published version)"):
        published(tmp_path)


def test_the_command_says_what_it_did(
    prepared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    write(prepared_url, *invent(30, seed=1))
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    assert main(["lake", "publish"]) == 2
    assert capsys.readouterr().err.startswith("LAKE is not set.")
    monkeypatch.setenv("LAKE", str(tmp_path / "lake"))

    assert main(["lake", "publish"]) == 0

    assert "version 1, 30 rows;" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("url", "reason"),
    [("", "is not set"), ("mysql://x:secret@h", "no such engine for rows"), ("no address", "no such engine for rows")],
)
def test_an_engine_that_cannot_count_is_reported(
    url: str,
    reason: str,
    prepared_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    write(prepared_url, *invent(30, seed=1))
    publish(prepared_url, tmp_path)
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    monkeypatch.setenv("LAKE", str(tmp_path))
    monkeypatch.setenv("ROWS_URL", url)

    assert main(["lake", "count"]) == 2

    errors = capsys.readouterr().err
    assert reason in errors
    assert "secret" not in errors
