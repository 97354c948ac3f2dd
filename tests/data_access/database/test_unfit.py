"""Damaged, newer and read-only databases give one sentence and the right exit code."""

import os
import shutil
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from data_access.cli.commands import FAILED, main
from data_access.cli.parser import REFUSED
from data_access.database import connections
from data_access.database.connections import open_engine
from data_access.database.errors import DatabaseNewer, NotSaved
from data_access.database.transactions import writing
from tests.live_records import live_records
from tests.pages.running import open_page, words

COMMANDS = (("status", FAILED), ("verify", FAILED), ("init", FAILED), ("answer overview", REFUSED))
ADVICE = {"newer": "install the newer version", "torn": "put a backup back", "noise": "put a backup back"}
SHOWN = {"newer": "phiên bản mới hơn chương trình này", "torn": "bị hỏng", "noise": "bị hỏng"}


@pytest.fixture
def file(_prepared_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(_prepared_file, tmp_path / "own.db"))


@pytest.fixture(params=ADVICE)
def unfit(request: pytest.FixtureRequest, file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    kind = str(request.param)
    if kind == "newer":
        change(f"sqlite:///{file}", "UPDATE alembic_version SET version_num = '9999'")
    elif kind == "torn":
        os.truncate(file, 100_000)
    else:
        file.write_bytes(Random(15).randbytes(100_000))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    return kind


def change(url: str, statement: str) -> None:
    engine = open_engine(url)
    with closing(engine.raw_connection()), engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_commands_say_what_to_do(unfit: str, capsys: pytest.CaptureFixture[str]):
    for command, code in COMMANDS:
        assert main(command.split()) == code, command
        errors = capsys.readouterr().err
        assert ADVICE[unfit] in errors.lower(), command
        assert "Traceback" not in errors


def test_pages_say_it_in_the_readers_language(unfit: str):
    page = open_page("dashboard.py")

    assert not page.exception
    assert SHOWN[unfit] in words(page)


def test_nothing_is_written_into_a_newer_schema(prepared_url: str):
    change(prepared_url, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(NotSaved, match="newer_schema"), writing(prepared_url):
        pytest.fail("it was begun")
    with live_records(prepared_url) as records, pytest.raises(DatabaseNewer):
        records.catalogue  # noqa: B018 (reading it is the question)


def test_whoever_has_read_goes_on_while_the_schema_is_brought_up(prepared_url: str):
    with live_records(prepared_url) as records:
        known = len(records.catalogue.programmes)
        change(prepared_url, "UPDATE alembic_version SET version_num = '9999'")
        records.catch_up()

        assert len(records.catalogue.programmes) == known


@pytest.mark.parametrize("mounted", [True, False], ids=["mounted-read-only", "writable"])
def test_a_file_that_nobody_can_change_is_read_without_another_beside_it(file, monkeypatch, mounted):
    change(f"sqlite:///{file}", "UPDATE programme SET code = code")  # now of the kind that has others beside it
    monkeypatch.setattr(connections, "is_mounted_read_only", lambda _folder: mounted)
    engine = open_engine(f"sqlite:///{file}", read_only=True)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM programme"))
        beside = {path.name for path in file.parent.iterdir()} - {file.name}
    engine.dispose()

    assert beside == (set() if mounted else {f"{file.name}-wal", f"{file.name}-shm"})


def test_what_lies_where_it_can_only_be_read_is_not_written(file, monkeypatch, capsys):
    monkeypatch.setattr(connections.os, "access", lambda *_: False)
    shutil.copy(file, file.with_name("kept"))
    os.truncate(file, 0)
    file.with_name(f"{file.name}-wal").mkdir()  # SQLite cannot open what it needs
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")

    with pytest.raises(NotSaved, match="read_only"), writing(f"sqlite:///{file}"):
        pytest.fail("it was begun")
    assert main(["init"]) == FAILED
    assert "can be read there, not changed" in capsys.readouterr().err
