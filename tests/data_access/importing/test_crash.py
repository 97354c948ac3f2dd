"""An importer killed at any moment leaves the database as it was, and the next start reports what happened."""

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from data_access.cli.verify import verify
from data_access.database.connections import open_engine
from data_access.database.errors import NotSaved
from data_access.database.schema import audit_event, import_batch, initiative
from data_access.importing.choices import Choices
from data_access.importing.diary import close_unfinished
from data_access.importing.saving import save
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from data_access.importing.undoing import undo
from model.reader import LOCAL, Reader, Role
from tests.data_access.importing.children import run_and_kill
from tests.data_access.importing.good_rows import good_rows
from tests.data_access.importing.stored import imported, scalars, written

KILLS = 25  # on each of two databases
COUNT = 1_000


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killed_at_random_moments_nothing_or_everything_is_there(prepared_url: str, tmp_path: Path):
    draw = random.Random(20220420)
    file = written(tmp_path, good_rows(COUNT))
    understood = understand(prepared_url, file, Choices("1tr", by=Reader("killed", Role.ADMIN)))
    text = 0
    for _ in range(KILLS):
        run_and_kill(prepared_url, understood, draw.uniform(0.0, 0.7))
        text += len(close_unfinished(prepared_url))
        present = scalars(prepared_url, select(func.count()).select_from(initiative))[0]
        standing = scalars(
            prepared_url, select(func.count()).select_from(import_batch).where(import_batch.c.undone_at.is_(None))
        )[0]
        assert (present, standing) in ((0, 0), (COUNT, 1))
        _check_sums(prepared_url)
        if present:
            _take_back(prepared_url)
    noted = select(func.count()).select_from(audit_event).where(audit_event.c.action == "import_unfinished")
    assert scalars(prepared_url, noted) == [text]
    assert text > 0
    assert imported(prepared_url, file).counts == (COUNT, 0, 0)


def _check_sums(url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        assert verify(connection).is_clean
    engine.dispose()


def _take_back(url: str) -> None:
    batch = scalars(url, select(func.max(import_batch.c.id)).where(import_batch.c.undone_at.is_(None)))[0]
    undo(url, batch, Reader("test", Role.ADMIN))


def test_a_living_import_is_not_called_unfinished(prepared_url: str, tmp_path: Path):
    imported(prepared_url, written(tmp_path, good_rows()))

    assert close_unfinished(prepared_url) == []


def test_a_full_disk_leaves_nothing_and_says_so(_prepared_file: Path, tmp_path: Path):
    database = tmp_path / "small.db"
    shutil.copy(_prepared_file, database)
    url = f"sqlite:///{database}"
    understood = understand(url, written(tmp_path, good_rows(2_000)), Choices("1tr", by=LOCAL))
    _save_into_full_disk(url, understood)

    assert scalars(url, select(func.count()).select_from(initiative)) == [0]


def _save_into_full_disk(url: str, understood: Understood) -> None:
    """Save into a database that may not grow: SQLite reports it as a full disk."""
    from data_access.database import transactions

    def limited(connection: Any) -> bool:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transactions, "_takes_lock", limited)
        with pytest.raises(NotSaved, match="disk_full"):
            save(url, understood)


def test_a_database_that_went_away_is_reported_and_the_preview_can_be_saved_later(postgresql_url: str, tmp_path: Path):
    from data_access.reference.seed import prepare

    prepare(postgresql_url, say=lambda *_words: None)
    understood = understand(postgresql_url, written(tmp_path, good_rows()), Choices("1tr", by=LOCAL))

    with pytest.raises(NotSaved, match="database_lost"):
        save(_elsewhere(postgresql_url), understood)

    assert save(postgresql_url, understood).counts == (20, 0, 0)


def _elsewhere(url: str) -> str:
    """The same address with an unused port."""
    from sqlalchemy import make_url

    from tests.postgresql import free_port

    return make_url(url).set(port=free_port()).render_as_string(hide_password=False)
