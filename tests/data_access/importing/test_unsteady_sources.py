"""Sources that fail, repeat pages, change meanwhile or have no codes: nothing is lost or counted twice."""

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, func, select, text

from data_access.database.errors import NotSaved
from data_access.database.schema import initiative, sync_waiting
from data_access.database.transactions import reading
from data_access.importing import understanding
from data_access.importing.choices import Kind
from data_access.importing.syncing import from_folder, running
from data_access.importing.syncing.from_web import fetch_pages
from data_access.importing.syncing.row_file import RowFile, kind_of
from data_access.importing.syncing.running import run_once, waiting_file
from data_access.importing.syncing.settings import SourceSettings
from tests.data_access.importing.good_rows import good_rows
from tests.data_access.importing.stored import scalars, written
from tests.data_access.importing.test_asked_first import BY
from tests.data_access.importing.test_syncing import COLUMNS, COUNT, TABLE, is_clean, put, run, source_of
from tests.mariadb import running_mariadb
from tests.unsteady_server import Portal, unsteady_server


@pytest.fixture(scope="session")
def mariadb() -> Iterator[str]:
    with running_mariadb() as url:
        yield url


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Portal]:
    with unsteady_server(tmp_path) as served:
        served.rows = [web_row(number) for number in range(1, 8)]
        yield served


def web_row(number: int) -> dict[str, str]:
    return {"ma": f"W-{number}", "ten": f"Tên {number}", "don_vi": "Huế", "ngay": "20/04/2022"}


def web(portal: Portal, **more: str) -> SourceSettings:
    options = {"url": portal.url, "page_parameter": "page", "records": "data", "ca": portal.ca, "timeout_seconds": "1"}
    return SourceSettings("web", "1tr", "web", {**options, **more}, columns=COLUMNS)


def fetched(settings: SourceSettings, folder: Path) -> list[str]:
    """The codes that arrived."""
    rows = RowFile(folder / "fetched.csv", settings, {})
    fetch_pages(settings, {}, rows)
    rows.finish()
    return list(rows.at(range(2, rows.rows + 2)))


@pytest.mark.parametrize("fault", ["away", "slow", "broken", "repeat"])
def test_a_fault_that_passes_loses_nothing(portal: Portal, fault: str, tmp_path: Path):
    portal.faults = ["", fault]
    assert fetched(web(portal), tmp_path) == [f"W-{number}" for number in range(1, 8)]


def test_a_page_that_stays_away_or_is_missing_is_reported(own_url: str, portal: Portal):
    portal.faults = ["", "away", "away", "away"]
    with pytest.raises(NotSaved, match="source_away"):
        run_once(own_url, web(portal), BY)
    portal.faults = ["", "repeat", "repeat"]  # a cache that keeps saying page 1 while page 3 is new
    with pytest.raises(NotSaved, match="source_away"):
        run_once(own_url, web(portal), BY)
    assert scalars(own_url, COUNT) == [0]
    assert run_once(own_url, web(portal, total="total"), BY).counts == (7, 0, 0)
    assert is_clean(own_url)


def test_fewer_rows_than_the_source_counts_are_reported(portal: Portal, tmp_path: Path):
    portal.rows += [web_row(1), web_row(2)]  # its pages 1 and 5 say the same: nobody knows which is missing
    portal.at_once = 1
    portal.rows = [web_row(1), web_row(1), web_row(2)]
    with pytest.raises(NotSaved, match="source_away"):
        fetched(web(portal, total="total"), tmp_path)


def test_a_token_goes_over_tls_to_the_host_alone(portal: Portal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORTAL_TOKEN", "secret")
    with pytest.raises(NotSaved, match="source_away") as refused:
        fetched(web(portal, url="http://portal.example/", token_env="PORTAL_TOKEN"), tmp_path)
    assert "https" in str(refused.value.params["reason"])
    with pytest.raises(NotSaved, match="source_away"):  # an authority that nobody named
        fetched(web(portal, ca=""), tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    with unsteady_server(other) as stranger:
        portal.faults = [f"moved {stranger.url}?page=1"]
        both = tmp_path / "both.pem"
        both.write_text(Path(portal.ca).read_text() + Path(stranger.ca).read_text())
        fetched(web(portal, token_env="PORTAL_TOKEN", ca=str(both)), tmp_path)
        assert set(portal.authorizations) == {"Bearer secret"}
        assert set(stranger.authorizations) == {""}


def test_rows_without_a_code_stay_distinct_and_wait_until_they_have_one(own_url: str, portal: Portal):
    portal.rows = [{**web_row(number), "ma": ""} for number in (1, 2, 3)]
    assert run_once(own_url, web(portal), BY).waiting == 3
    portal.rows.reverse()
    assert run_once(own_url, web(portal), BY).waiting == 3
    portal.rows = [web_row(1), *portal.rows[:2]]
    ran = run_once(own_url, web(portal), BY)
    assert (ran.counts, ran.waiting) == ((1, 0, 0), 2)
    assert all(code.startswith("?") for code in scalars(own_url, select(sync_waiting.c.code)))


Drop = tuple[Path, SourceSettings]


@pytest.fixture
def drop(tmp_path: Path) -> Drop:
    """A folder that files are dropped into, and the source that reads them at once."""
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder, SourceSettings("drop", "1tr", "folder", {"path": str(folder), "settled_seconds": "0"})


def test_a_share_that_goes_away_while_it_is_read_is_reported(own_url: str, drop: Drop, monkeypatch: pytest.MonkeyPatch):
    folder, settings = drop
    file = written(folder, good_rows(3), "a.csv")

    def listed(*given: Any) -> list[Path]:
        result = from_folder.fetch_files(*given)
        file.unlink()
        return result

    def looked_at(*given: Any) -> list[int]:
        result = from_folder.seen(*given)
        file.unlink()
        return result

    for name, gone in (("fetch_files", listed), ("seen", looked_at)):
        with monkeypatch.context() as patch, pytest.raises(NotSaved, match="source_away"):
            patch.setattr(running, name, gone)
            run_once(own_url, settings, BY)
        written(folder, good_rows(3), "a.csv")
    assert run_once(own_url, settings, BY).counts == (3, 0, 0)


def test_a_target_that_waits_gives_way_to_another_value(own_url: str, tmp_path: Path):
    portal = f"sqlite:///{tmp_path / 'targets.db'}"
    run(portal, "CREATE TABLE ct (id INTEGER, dv TEXT, so TEXT, sua TEXT)")
    run(portal, "INSERT INTO ct VALUES (1, 'Huế', 'nhiều', '2022-04-01 08:00:00')")
    run(portal, "INSERT INTO ct VALUES (2, 'Xứ Không Tên', '900', '2022-04-01 08:00:00')")
    values = {"url": portal, "table": "ct", "changed": "sua", "overlap": "1s", "key": "id"}
    by_key = SourceSettings("ct", "1tr", "database", values, Kind.TARGETS, columns={"dv": "Đơn vị", "so": "Chỉ tiêu"})
    by_unit = replace(by_key, name="ct2", options={**values, "key": ""})
    whole = replace(by_key, name="ct3", options={**values, "key": "", "changed": ""})
    for settings in (by_key, by_unit, whole):
        assert run_once(own_url, settings, BY).waiting == 2
    assert kind_of(waiting_file(own_url, "ct", tmp_path, BY)) is Kind.TARGETS
    run(portal, "UPDATE ct SET so = '1200', sua = '2022-04-02 08:00:00' WHERE id = 1")
    run(portal, "UPDATE ct SET dv = 'Huế', so = '1200', sua = '2022-04-02 08:00:00' WHERE id = 2")
    assert run_once(own_url, by_key, BY).waiting == 0  # its key says that it is the same row
    assert run_once(own_url, by_unit, BY).waiting == 1  # who named another unit then, nobody can say
    assert run_once(own_url, whole, BY).waiting == 0


def test_a_file_is_read_again_only_where_it_changed(own_url: str, drop: Drop, monkeypatch: pytest.MonkeyPatch):
    folder, settings = drop
    file = written(folder, good_rows(3), "a.csv")
    assert run_once(own_url, settings, BY).counts == (3, 0, 0)
    monkeypatch.setattr(from_folder, "sha256_of", lambda _path: "it was read")
    assert run_once(own_url, settings, BY).counts == (0, 0, 0)
    monkeypatch.undo()
    os.utime(file, ns=(1, 1))  # touched, not changed
    assert run_once(own_url, settings, BY).counts == (0, 0, 0)
    written(folder, good_rows(4), "a.csv")
    assert run_once(own_url, settings, BY).counts == (1, 0, 3)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql", "mariadb"])
def test_a_database_that_is_written_to_meanwhile(
    own_url: str, tmp_path: Path, engine: str, request: pytest.FixtureRequest
):
    addresses = {"sqlite": lambda: f"sqlite:///{tmp_path / 'portal.db'}"}
    addresses["postgresql"] = lambda: str(request.getfixturevalue("postgresql_url"))
    addresses["mariadb"] = lambda: str(request.getfixturevalue("mariadb"))
    source = addresses[engine]()
    run(source, "DROP TABLE IF EXISTS sk", TABLE.replace("sua TIMESTAMP", "sua TIMESTAMP NULL"))
    put(source, "M-0", "2022-04-01 08:00:00")
    settings, written_all = source_of(source), threading.Event()

    def write() -> None:
        for number in range(1, 61):
            put(
                source, f"M-{number % 40}", f"2022-04-01 08:{number // 10:02d}:{number % 10:02d}", title=f"Bản {number}"
            )
        written_all.set()

    writer = threading.Thread(target=write)
    writer.start()
    while not written_all.is_set():
        run_once(own_url, settings, BY)
    writer.join()
    run_once(own_url, settings, BY)
    with create_engine(source).connect() as there, reading(own_url) as here:
        expected = {row.ma: row.ten for row in there.execute(text("SELECT ma, ten FROM sk"))}
        results = {row.code: row.title for row in here.execute(select(initiative.c.code, initiative.c.title))}
    assert results == expected
    assert scalars(own_url, select(func.count()).select_from(sync_waiting)) == [0]
    assert is_clean(own_url)


def test_a_file_that_goes_while_it_is_opened_is_a_source_that_is_away(
    own_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "drop").mkdir()
    (tmp_path / "drop" / "a.csv").write_text("Mã sáng kiến,Tên sáng kiến,Đơn vị,Ngày cập nhật\n", encoding="utf-8")
    hash_of = understanding.sha256_of

    def hashed_and_gone(path: Path) -> str:
        message = hash_of(path)
        path.unlink()
        return message

    monkeypatch.setattr(understanding, "sha256_of", hashed_and_gone)
    folder = {"path": str(tmp_path / "drop"), "settled_seconds": "0"}
    with pytest.raises(NotSaved, match="source_away"):
        run_once(own_url, SourceSettings("drop", "1tr", "folder", folder), BY)
