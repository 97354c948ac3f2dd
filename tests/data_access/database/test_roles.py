"""PostgreSQL itself refuses rows of other units to readers, and changes of the audit log to writers."""

from contextlib import closing
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Connection, func, make_url, select, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from data_access.cli import commands
from data_access.cli.answer import SUBJECTS, answer
from data_access.cli.backup import write_backup
from data_access.cli.restore import restore
from data_access.cube import scope
from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.row_level import READ
from data_access.database.schema import audit_event, former_row, held_row, initiative, snapshot_cell, unit
from data_access.importing.choices import Choices
from data_access.importing.saving import save
from data_access.importing.understanding import understand
from data_access.importing.undoing import undo
from data_access.reference.seed import prepare
from data_access.rows import explore
from data_access.rows.explore import fetch_rows
from data_access.snapshots.freezing import freeze
from data_access.store.scoped import records_for
from model.filters import Filters
from model.reach import Reach
from model.reader import LOCAL, Reader, Role
from model.rows import RowSearch
from tests.data_access.importing.good_rows import good_rows
from tests.data_access.importing.stored import written
from tests.data_access.invented_rows import invent, write
from tests.live_records import live_records

STAFF = Reader("a@x.vn", Role.STAFF, ("LD-01",))


@pytest.fixture
def urls(postgresql_url: str) -> tuple[str, str]:
    """The address of the owner, and of a login with the permissions of the roles."""
    prepare(postgresql_url, say=lambda _: None)
    write(postgresql_url, *invent(300, seed=3))
    freeze(postgresql_url, "1tr", "Chốt", LOCAL)
    login = f"web_{uuid4().hex[:8]}"
    owner = open_engine(postgresql_url)
    with owner.begin() as connection:
        connection.execute(text(f"CREATE ROLE {login} LOGIN"))
    owner.dispose()
    address = make_url(postgresql_url)
    return postgresql_url, address.set(username=login).render_as_string(hide_password=False)


@pytest.fixture
def web(urls: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    owner, login = urls
    monkeypatch.setenv("DATABASE_URL", owner)
    assert commands.main(["init", "--roles", "--login", str(make_url(login).username)]) == 0
    return login


def units_of(connection: Connection) -> set[str]:
    query = select(unit.c.code).where(unit.c.id.in_(select(initiative.c.unit_id)))
    return set(connection.scalars(query))


def reach_of(url: str, *codes: str) -> Reach:
    with open_engine(url).connect() as connection:
        return Reach(tuple(connection.scalars(select(unit.c.id).where(unit.c.code.in_(codes)))))


def test_whoever_reads_with_the_roles_sees_the_same(urls: tuple[str, str], web: str):
    with live_records(urls[0]) as owner, live_records(web) as reading:
        for subject in (*SUBJECTS, "explore"):
            assert answer(reading, subject, "") == answer(owner, subject, "")
        own = records_for(owner, STAFF), records_for(reading, STAFF)
        assert answer(own[0], "explore", "") == answer(own[1], "explore", "")


def test_no_statement_meets_rows_out_of_reach(web: str):
    reach = reach_of(web, "LD-01")
    with closing(Database(web)) as database:
        assert len(database.ask(units_of)) > 1
        assert database.ask(units_of, reach=reach) == {"LD-01"}
        for table in (held_row, former_row, snapshot_cell):
            count = partial(_count, table)
            assert database.ask(count, reach=Reach(())) == 0
        own = database.ask(partial(_count, snapshot_cell), reach=reach)
        assert 0 < own < database.ask(partial(_count, snapshot_cell))
        with pytest.raises(ProgrammingError, match="permission denied"):
            database.ask(lambda connection: connection.scalar(text("SELECT count(*) FROM account")), reach=reach)


def _count(table: object, connection: Connection) -> int:
    return int(connection.scalar(select(func.count()).select_from(table)) or 0)  # type: ignore[arg-type]


def test_with_the_check_in_python_taken_away_the_database_still_refuses(web: str, monkeypatch: pytest.MonkeyPatch):
    """A simulated mistake of ours: every statement lacks the condition on units."""
    forgotten = scope.scope_of

    def everything(filters: Filters, catalogue: object) -> scope.Scope:
        return forgotten(filters.changed(reach=None), catalogue)  # type: ignore[arg-type]

    monkeypatch.setattr(explore, "scope_of", everything)
    with live_records(web) as records:
        page = fetch_rows(records_for(records, STAFF), Filters(), RowSearch("cat"))
        everybody = fetch_rows(records, Filters(), RowSearch("cat"))
        codes = {records.catalogue.unit_by_id[row["unit_id"]].code for row in page.rows}
    assert codes <= {"LD-01"}
    assert len(everybody.rows) > len(page.rows)


def test_a_login_that_names_no_units_reads_no_rows(web: str):
    with open_engine(web).connect() as connection:
        connection.execute(text(f"SET ROLE {READ}"))
        assert units_of(connection) == set()


def test_imports_undo_and_freezing_work_with_the_roles(web: str, tmp_path: Path):
    before = Database(web).ask(partial(_count, initiative))
    saved = save(web, understand(web, written(tmp_path, good_rows(5)), Choices("1tr", by=LOCAL)))
    assert Database(web).ask(partial(_count, initiative)) == before + 5
    assert saved.batch is not None
    undo(web, saved.batch, LOCAL)
    assert Database(web).ask(partial(_count, initiative)) == before
    assert freeze(web, "1tr", "Lần nữa", LOCAL).code


def test_the_audit_log_is_added_to_and_never_changed(web: str):
    with open_engine(web).connect() as connection:
        assert connection.scalar(select(func.count()).select_from(audit_event))
        for statement in (
            "UPDATE audit_event SET who = 'x'",
            "DELETE FROM audit_event",
            "ALTER TABLE initiative DISABLE ROW LEVEL SECURITY",
        ):
            with pytest.raises(DBAPIError, match=r"permission denied|must be owner"), connection.begin_nested():
                connection.execute(text(statement))


def test_a_backup_that_is_put_back_leaves_the_roles_their_rights(urls: tuple[str, str], web: str, tmp_path: Path):
    write_backup(web, tmp_path / "one.backup")
    restore(urls[0], tmp_path / "one.backup", who="test", replace=True)
    with closing(Database(web)) as database:
        assert len(database.ask(units_of)) > 1
        assert database.ask(units_of, reach=reach_of(web, "LD-01")) == {"LD-01"}


def test_a_second_run_changes_nothing_and_a_file_has_no_roles(
    web: str, urls: tuple[str, str], tmp_path: Path, monkeypatch, capsys
):
    assert commands.main(["init", "--roles"]) == 0
    assert commands.main(["init"]) == 0
    assert len(Database(web).ask(units_of, reach=reach_of(web, "LD-01"))) == 1
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'file.db'}")
    assert commands.main(["init", "--roles"]) == 1
    assert "Roles are PostgreSQL's" in capsys.readouterr().err
