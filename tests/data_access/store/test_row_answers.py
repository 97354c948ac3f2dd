"""Rows are queried in the lake's engine where its rows are those the cube counts, else in the database.

A second database stands for the engine: it answers the same statements, and its rows can be told apart.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text, update

from data_access.cube.cube import empty_cube
from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.errors import DatabaseUnreachable, UnreadableSetting
from data_access.database.lake import CURRENT
from data_access.database.schema import initiative
from data_access.lake.publish import publish
from data_access.reference.seed import prepare
from data_access.rows.explore import fetch_rows
from data_access.store.live import LiveRecords
from data_access.store.row_answers import Elsewhere, RowAnswers, elsewhere
from model.filters import Filters
from model.rows import RowSearch
from tests.data_access.invented_rows import invent, write
from tests.live_records import live_records

ROWS = invent(120, seed=1)


@pytest.fixture
def lake(prepared_url: str, tmp_path: Path) -> Path:
    write(prepared_url, *ROWS)
    publish(prepared_url, tmp_path / "lake")
    return tmp_path / "lake"


@pytest.fixture
def engine(tmp_path: Path) -> str:
    """Address of a database in the place of Spark: the same rows, all with one title."""
    url = f"sqlite:///{tmp_path / 'engine.db'}"
    prepare(url, say=lambda _line: None)
    write(url, *ROWS)
    with open_engine(url).begin() as connection:
        connection.execute(update(initiative).values(title="Từ hồ dữ liệu"))
    return url


@pytest.fixture
def records(prepared_url: str, engine: str, lake: Path) -> Iterator[LiveRecords]:
    with closing(LiveRecords(Database(prepared_url), rows_from=Elsewhere(Database(engine), lake))) as records:
        yield records


def titles(records: LiveRecords) -> set[str]:
    return {row["title"] for row in fetch_rows(records, Filters(), RowSearch("", "newest")).rows}


def test_a_lake_of_the_same_state_answers(records: LiveRecords):
    assert titles(records) == {"Từ hồ dữ liệu"}


def test_a_lake_that_is_behind_is_not_queried(records: LiveRecords, prepared_url: str):
    write(prepared_url, *invent(3, seed=2))
    records.catch_up()

    assert titles(records) == {row["title"] for row in (*ROWS, *invent(3, seed=2))}


def test_a_lake_that_cannot_be_read_is_not_queried(records: LiveRecords, lake: Path):
    (lake / CURRENT).write_text("nonsense")

    assert titles(records) == {row["title"] for row in ROWS}


def test_an_engine_that_is_away_is_not_waited_for(prepared_url: str, lake: Path, tmp_path: Path):
    away = Elsewhere(Database(f"sqlite:///{tmp_path / 'nowhere' / 'away.db'}"), lake)
    with live_records(prepared_url, rows_from=away) as records:
        assert titles(records) == {row["title"] for row in ROWS}
        assert int(records.slice(Filters(sectors=("sxkd",), as_of=ROWS[0]["uploaded_at"])).counts()["uploads"].sum())


def test_no_other_engine_is_queried_by_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    assert elsewhere() is None
    monkeypatch.setenv("LAKE", str(tmp_path))
    assert elsewhere() is None


def test_an_engine_without_a_lake_is_reported(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ROWS_URL", "hive://127.0.0.1:10000")

    with pytest.raises(UnreadableSetting, match=r"^ROWS_URL cannot be read: LAKE, the folder"):
        elsewhere()


def test_a_sum_over_all_rows_may_take_longer_than_other_questions(prepared_url: str):
    # A server ends what takes three seconds, unless it is told otherwise.
    slowly = text(
        "SELECT pg_sleep(3.5)" if "postgresql" in prepared_url else
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT count(*) FROM n"
    )  # fmt: skip
    with closing(Database(prepared_url, answer_within=0.3, hold=0)) as database:
        rows, cube = RowAnswers(database), empty_cube(1)
        with pytest.raises(DatabaseUnreachable):
            rows.ask(lambda connection: connection.execute(slowly).all(), cube)

        assert rows.sum(lambda connection: connection.execute(slowly).all(), cube)
