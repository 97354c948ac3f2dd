"""A backup holds every table at one moment and can be restored into either engine; nothing is ever left half done."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Connection, func, insert, inspect, select, text, update

from data_access.cli.backup import BrokenBackup, NotBackedUp, read_back, write_backup
from data_access.cli.commands import main
from data_access.cli.restore import NotRestored, restore
from data_access.cli.verify import verify
from data_access.database.connections import open_engine
from data_access.database.schema import audit_event, initiative, metadata, unit
from data_access.demo import write_demo
from data_access.snapshots.freezing import freeze
from model.reader import LOCAL
from tests.conftest import ENGINES
from tests.copies import Copies
from tests.data_access.importing.good_rows import good_rows
from tests.data_access.importing.stored import imported, written

ROWS = 400


def silent(_line: str) -> None: ...


@pytest.fixture(params=ENGINES)
def filled(request: pytest.FixtureRequest, copies: Copies) -> Iterator[str]:
    """A database with records, an import, frozen figures, and a unit whose parent has a greater number."""
    with copies.of(request.param, "filled", fill) as url:
        yield url


def fill(url: str) -> None:
    write_demo(url, rows=ROWS, say=silent)
    with TemporaryDirectory() as folder:
        imported(url, written(Path(folder), good_rows(20)))
    freeze(url, "1tr", "Hội nghị", LOCAL, None, None)
    with begun(url) as connection:
        numbers = connection.scalars(select(unit.c.id).order_by(unit.c.id)).all()
        connection.execute(update(unit).where(unit.c.id == numbers[0]).values(parent_id=numbers[-1]))


def begun(url: str):
    return open_engine(url).begin()


def ask_database(url: str, query: Callable[[Connection], object]) -> object:
    engine = open_engine(url, read_only=True)
    try:
        with engine.connect() as connection:
            return query(connection)
    finally:
        engine.dispose()


def everything(url: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables; the audit log without the entry of the restore."""

    def read(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
        results = {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
        }
        notes = select(audit_event).where(audit_event.c.action != "restore").order_by(audit_event.c.id)
        return results | {"audit_event": [tuple(row) for row in connection.execute(notes)]}

    return ask_database(url, read)


@pytest.fixture
def others(tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """An empty database of either engine."""
    return {
        "sqlite": f"sqlite:///{tmp_path / 'other' / 'other.db'}",
        "postgresql": request.getfixturevalue("postgresql_url"),
    }


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_everything_comes_back_on_either_engine(filled: str, others: dict[str, str], tmp_path: Path, engine: str):
    manifest = write_backup(filled, tmp_path / "a.backup")
    restore(others[engine], tmp_path / "a.backup", who="ha")

    assert manifest.tables["initiative"].rows >= ROWS
    assert everything(others[engine]) == everything(filled)
    with begun(others[engine]) as connection:
        assert verify(connection).is_clean
        # The next row gets a number of its own.
        connection.execute(insert(audit_event).values(happened_at=func.now(), who="ha", action="x"))


def test_a_database_in_use_is_replaced_only_on_request(filled: str, tmp_path: Path):
    write_backup(filled, tmp_path / "a.backup")
    before = everything(filled)
    with begun(filled) as connection:
        connection.execute(text("DELETE FROM import_problem"))
        connection.execute(update(initiative).values(title="changed"))

    with pytest.raises(NotRestored, match="--replace"):
        restore(filled, tmp_path / "a.backup", who="ha")
    assert everything(filled) != before
    restore(filled, tmp_path / "a.backup", who="ha", replace=True)

    assert everything(filled) == before
    with begun(filled) as connection:
        assert verify(connection).is_clean


def test_an_upgrade_that_was_no_good_is_taken_back(filled: str, tmp_path: Path):
    """The database is of a version that this program does not know, with two tables it does not know."""
    write_backup(filled, tmp_path / "before.backup")
    before = everything(filled)
    with begun(filled) as connection:
        connection.execute(
            text("CREATE TABLE of_tomorrow (id INTEGER PRIMARY KEY, unit_id INTEGER REFERENCES unit (id))")
        )
        connection.execute(text("CREATE TABLE of_tomorrow_too (id INTEGER REFERENCES of_tomorrow (id))"))
        connection.execute(text("INSERT INTO of_tomorrow SELECT 1, min(id) FROM unit"))
        connection.execute(text("ALTER TABLE initiative ADD COLUMN of_tomorrow INTEGER"))
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    restore(filled, tmp_path / "before.backup", who="ha", replace=True)

    assert everything(filled) == before
    names = ask_database(filled, lambda connection: inspect(connection).get_table_names())
    assert not [name for name in names if "tomorrow" in name]
    with begun(filled) as connection:
        assert verify(connection).is_clean


def test_tables_of_somebody_else_stay_where_they_are(filled: str, tmp_path: Path):
    write_backup(filled, tmp_path / "a.backup")
    with begun(filled) as connection:
        connection.execute(text("CREATE TABLE of_somebody_else (id INTEGER)"))

    restore(filled, tmp_path / "a.backup", who="ha", replace=True)

    assert "of_somebody_else" in ask_database(filled, lambda connection: inspect(connection).get_table_names())


@pytest.mark.parametrize("damage", ["cut", "changed", "no zip", "no manifest", "another table"])
def test_a_damaged_backup_changes_nothing(filled: str, tmp_path: Path, damage: str):
    file = tmp_path / "a.backup"
    write_backup(filled, file)
    before = everything(filled)
    _damage(file, damage)

    with pytest.raises(BrokenBackup):
        restore(filled, file, who="ha", replace=True)

    assert everything(filled) == before


def _damage(file: Path, how: str) -> None:
    content = file.read_bytes()
    if how == "cut":
        file.write_bytes(content[: len(content) // 2])
    elif how == "no zip":
        file.write_bytes(b"Not a backup at all")
    elif how == "changed":
        middle = content.index(b"PAR1", 2000) + 40
        file.write_bytes(content[:middle] + bytes([content[middle] ^ 255]) + content[middle + 1 :])
    else:
        with zipfile.ZipFile(file) as whole:
            members = {name: whole.read(name) for name in whole.namelist()}
        if how == "no manifest":
            del members["manifest.json"]
        else:
            members["unit.parquet"] = members["sector.parquet"]
        with zipfile.ZipFile(file, "w") as changed:
            for name, written_before in members.items():
                changed.writestr(name, written_before)


def test_a_restoring_that_fails_leaves_the_former_state(filled: str, tmp_path: Path, monkeypatch):
    write_backup(filled, tmp_path / "a.backup")
    before = everything(filled)

    def fail(*_given: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("data_access.cli.restore._count_on", fail)
    with pytest.raises(RuntimeError):
        restore(filled, tmp_path / "a.backup", who="ha", replace=True)

    assert everything(filled) == before


def test_a_backup_that_fails_leaves_no_file(database_url: str, tmp_path: Path):
    with begun(database_url) as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))

    with pytest.raises(NotBackedUp, match="init"):
        write_backup(database_url, tmp_path / "a.backup")

    assert not list(tmp_path.glob("*.backup")) + list(tmp_path.glob(".*"))


def test_the_commands_say_what_they_did(filled: str, tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", filled)
    file = tmp_path / "a.backup"

    assert main(["backup", str(file)]) == 0
    assert "read back and compared" in capsys.readouterr().out
    assert main(["restore", str(file)]) == 2
    assert "--replace" in capsys.readouterr().err
    assert main(["restore", str(tmp_path / "none")]) == 2
    assert "no file" in capsys.readouterr().err
    assert main(["backup", str(tmp_path / "none" / "a.backup")]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert main(["restore", str(file), "--replace"]) == 0
    assert main(["verify"]) == 0
    assert read_back(file).tables["audit_event"].rows > 0
