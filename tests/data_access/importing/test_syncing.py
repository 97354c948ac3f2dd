"""Sources that are read repeatedly: nothing is lost or counted twice, and open questions wait."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import create_engine, func, select, text, update

from data_access.cli.verify import verify
from data_access.database.errors import NotSaved
from data_access.database.schema import import_batch, initiative, sync_source, sync_waiting
from data_access.database.transactions import reading, writing
from data_access.importing.choices import Choices
from data_access.importing.syncing.running import run_once, save_waiting, waiting_file
from data_access.importing.syncing.settings import SourceSettings, read_settings
from data_access.importing.understanding import understand
from data_access.importing.undoing import undo
from data_access.reference.sync_states import fetch_sync_states
from model.clock import this_moment
from tests.data_access.importing.good_rows import good_rows
from tests.data_access.importing.stored import scalars, written
from tests.data_access.importing.test_asked_first import BY
from tests.serving import PROJECT

COUNT = select(func.count()).select_from(initiative)
COLUMNS = {"ma": "Mã sáng kiến", "ten": "Tên sáng kiến", "don_vi": "Đơn vị", "ngay": "Ngày cập nhật"}
TABLE = "CREATE TABLE sk (ma VARCHAR(40), ten VARCHAR(200), don_vi VARCHAR(100), ngay VARCHAR(20), sua TIMESTAMP)"


@pytest.fixture(params=["sqlite", "postgresql"])
def portal(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A source with three rows, on either engine."""
    url = f"sqlite:///{tmp_path / 'portal.db'}"
    if request.param == "postgresql":
        url = str(request.getfixturevalue("postgresql_url"))
    run(url, "DROP TABLE IF EXISTS sk", TABLE)
    for number in (1, 2, 3):
        put(url, f"P-{number}", f"2022-04-0{number} 08:00:00")
    return url


def run(url: str, *statements: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def put(url: str, code: str, changed: str, title: str = "Tên", unit: str = "Thanh Hóa") -> None:
    run(url, f"DELETE FROM sk WHERE ma = '{code}'")
    run(url, f"INSERT INTO sk VALUES ('{code}', '{title} {code}', '{unit}', '20/04/2022', '{changed}')")


def source_of(url: str, **options: str) -> SourceSettings:
    values = {"url": url, "table": "sk", "changed": "sua", "key": "ma", "overlap": "10m", "check_deleted_every": "0s"}
    return SourceSettings("portal", "1tr", "database", {**values, **options}, columns=COLUMNS)


def is_clean(url: str) -> bool:
    with reading(url) as connection:
        return verify(connection).is_clean


def test_what_changed_comes_once(prepared_url: str, portal: str):
    source = source_of(portal)
    assert run_once(prepared_url, source, BY).counts == (3, 0, 0)
    put(portal, "P-2", "2022-04-04 09:00:00", title="Tên mới")
    put(portal, "P-4", "2022-04-04 09:05:00")
    assert run_once(prepared_url, source, BY).counts == (1, 1, 1)
    # Committed late under an earlier stamp: the overlap finds it.
    put(portal, "P-5", "2022-04-04 08:57:00")
    assert run_once(prepared_url, source, BY).counts == (1, 0, 2)
    assert scalars(prepared_url, COUNT) == [5]
    assert is_clean(prepared_url)


def test_rows_read_before_are_understood_anew_where_they_may_mean_something_else(prepared_url: str, portal: str):
    source = source_of(portal, overlap="30d")

    def counts() -> tuple[int, int, int]:
        return run_once(prepared_url, source, BY).counts

    assert [counts() for _ in range(4)] == [(3, 0, 0), (0, 0, 3), (0, 0, 3), (0, 0, 3)]
    undo(prepared_url, max(scalars(prepared_url, select(import_batch.c.id))), BY)
    assert counts() == (3, 0, 0), "taken back here, and the source still has them"
    assert [counts() for _ in range(2)] == [(0, 0, 3)] * 2
    put(portal, "P-3", "2022-04-03 08:00:00", title="Khác")
    assert counts() == (0, 1, 2), "other words under the same moment"
    assert [counts() for _ in range(2)] == [(0, 0, 3)] * 2
    source = replace(source, fixed={"Tên sáng kiến": "Một tên"})
    assert counts() == (0, 3, 0), "another fixed value"


def test_deletions_are_reported_and_never_applied(prepared_url: str, portal: str):
    source = source_of(portal)
    run_once(prepared_url, source, BY)
    run(portal, "DELETE FROM sk WHERE ma = 'P-1'")
    assert run_once(prepared_url, source, BY).deleted == ["P-1"]
    assert scalars(prepared_url, COUNT) == [3]
    with reading(prepared_url) as connection:
        assert [one.deleted for one in fetch_sync_states(connection)] == [1]


def test_what_is_open_waits_until_staff_answer_once(prepared_url: str, portal: str, tmp_path: Path):
    source = source_of(portal)
    put(portal, "P-9", "2022-04-09 08:00:00", unit="Xứ Thanh")
    first = run_once(prepared_url, source, BY)
    assert (first.counts, first.waiting) == ((3, 0, 0), 1)
    assert scalars(prepared_url, select(sync_waiting.c.code)) == ["P-9"]

    file = waiting_file(prepared_url, "portal", tmp_path, BY)
    choices = Choices("1tr", by=BY, replace=True, sender="sync:portal", unit_names={"Xứ Thanh": "LD-38"})
    answered = understand(prepared_url, file, choices, name="sync:portal")
    save_waiting(prepared_url, "portal", answered)
    assert "wrong_extension" not in {remark.code for remark in answered.remarks}
    assert not scalars(prepared_url, select(sync_waiting.c.code))
    put(portal, "P-10", "2022-04-10 08:00:00", unit="Xứ Thanh")
    again = run_once(prepared_url, source, BY)
    assert (again.counts[0], again.waiting) == (1, 0)
    assert scalars(prepared_url, COUNT) == [5]


def test_a_source_that_is_away_changes_nothing_and_is_reported(prepared_url: str, portal: str):
    run_once(prepared_url, source_of(portal), BY)
    with pytest.raises(NotSaved, match="source_away"):
        run_once(prepared_url, source_of("sqlite:////no/such/folder/x.db"), BY)
    with reading(prepared_url) as connection:
        (one,) = fetch_sync_states(connection)
    assert one.problem.startswith("source_away")
    assert one.succeeded_at is not None
    assert run_once(prepared_url, source_of(portal), BY).counts[0] == 0


def test_a_clock_that_jumped_keeps_nothing_waiting(prepared_url: str, portal: str, tmp_path: Path):
    """A share whose files are dated a year ahead, and a state that last looked for deletions in the future."""
    ahead = this_moment() + timedelta(days=365)
    file = written(tmp_path, good_rows(5), "ahead.csv")
    os.utime(file, (ahead.timestamp(), ahead.timestamp()))
    share = SourceSettings("folder", "1tr", "folder", {"path": str(tmp_path), "settled_seconds": "0.1"})
    assert [run_once(prepared_url, share, BY).counts for _ in range(2)] == [(5, 0, 0), (0, 0, 0)]

    source = replace(source_of(portal, check_deleted_every="1d"), every=timedelta(minutes=15))
    run_once(prepared_url, source, BY)
    with writing(prepared_url) as connection:
        connection.execute(update(sync_source).values(checked_at=ahead, succeeded_at=ahead))
        stale = {one.name: one.is_stale(this_moment()) for one in fetch_sync_states(connection)}
    assert stale["portal"]
    run(portal, "DELETE FROM sk WHERE ma = 'P-1'")
    assert run_once(prepared_url, source, BY).deleted == ["P-1"]
    with reading(prepared_url) as connection:
        assert not any(one.is_stale(this_moment()) for one in fetch_sync_states(connection))


def test_a_file_that_is_still_written_under_a_wrong_clock_waits(prepared_url: str, tmp_path: Path):
    ahead = time.time() + 3600
    file = written(tmp_path, good_rows(5), "ahead.csv")
    stop = Event()

    def keep_writing() -> None:
        while not stop.wait(0.02):
            with file.open("a") as more:
                more.write("\n")
            os.utime(file, (ahead, ahead))

    os.utime(file, (ahead, ahead))
    writer = Thread(target=keep_writing)
    writer.start()
    try:
        share = SourceSettings("folder", "1tr", "folder", {"path": str(tmp_path), "settled_seconds": "0.2"})
        assert run_once(prepared_url, share, BY).counts == (0, 0, 0)
    finally:
        stop.set()
        writer.join()


def test_a_folder_is_read_file_by_file_once(prepared_url: str, tmp_path: Path):
    folder = tmp_path / "drop"
    folder.mkdir()
    settings = SourceSettings("folder", "1tr", "folder", {"path": str(folder), "settled_seconds": "0"})
    written(folder, good_rows(5), "a.csv")
    assert run_once(prepared_url, settings, BY).counts == (5, 0, 0)
    assert run_once(prepared_url, settings, BY).counts == (0, 0, 0)
    written(folder, [["SK-X", "Tên", "", "", "Xứ Thanh", "", "20/04/2022", "", "", ""]], "b.csv")
    written(folder, good_rows(7), "c.csv")
    ran = run_once(prepared_url, settings, BY)
    assert ran.counts == (2, 0, 5)
    assert [one.name for one in ran.unanswered] == ["b.csv"]
    assert scalars(prepared_url, COUNT) == [7]


class _Pages(BaseHTTPRequestHandler):
    """Three pages: the second one fails once, and the last one repeats for ever."""

    failed = False

    def do_GET(self) -> None:
        page = int(self.path.rpartition("=")[2])
        if page == 2 and not _Pages.failed:
            _Pages.failed = True
            self.send_error(503)
            return
        number = min(page, 3)
        body = f'{{"data": [{{"ma": "W-{number}", "ten": "Tên {number}", "don_vi": "Huế", "ngay": "20/04/2022"}}]}}'
        allowed = self.headers.get("Authorization") == "Bearer secret"
        self.send_response(200 if allowed else 401)
        self.end_headers()
        self.wfile.write(body.encode() if allowed else b"")

    def log_message(self, *_arguments: object) -> None:
        return


def test_pages_of_an_address_are_read_past_failures_and_repeats(prepared_url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORTAL_TOKEN", "secret")
    _Pages.failed = False
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        options: Mapping[str, str] = {
            "url": f"http://127.0.0.1:{server.server_port}/", "page_parameter": "page", "records": "data",
            "token_env": "PORTAL_TOKEN",
        }  # fmt: skip
        settings = SourceSettings("web", "1tr", "web", options, columns=COLUMNS)
        assert run_once(prepared_url, settings, BY).counts == (3, 0, 0)
        assert run_once(prepared_url, settings, BY).counts == (0, 0, 3)
        server.shutdown()


def test_a_run_that_is_killed_goes_on_and_counts_nothing_twice(prepared_url: str, tmp_path: Path):
    portal = f"sqlite:///{tmp_path / 'portal.db'}"
    run(portal, TABLE)
    for number in range(40):
        put(portal, f"K-{number}", f"2022-04-01 08:00:{number:02d}")
    file = tmp_path / "portal.toml"
    columns = "\n".join(f'{name} = "{heading}"' for name, heading in COLUMNS.items())
    message = f'programme = "1tr"\nevery = "15m"\n[source]\ntype = "database"\nurl = "{portal}"\ntable = "sk"\n'
    file.write_text(f'{message}changed = "sua"\n[columns]\n{columns}\n', encoding="utf-8")
    assert read_settings(file).every == timedelta(minutes=15)
    command = [sys.executable, "-m", "importer", "sync", str(file), "--once"]
    environment = {**os.environ, "DATABASE_URL": prepared_url}
    for wait in (0.9, 1.6, 2.4):
        child = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL)
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        child.wait()
    ended = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert scalars(prepared_url, COUNT) == [40]
    assert is_clean(prepared_url)
