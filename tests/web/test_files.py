"""Large files on disk go to whoever has their address, and are deleted afterwards."""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

import anyio
import pytest

from tests.looping import run_apart
from web import files
from web.files import FOLDER, DownloadServer, DownloadStore
from web.sessions import VISITOR, Visitor


async def _elsewhere(scope, receive, send) -> None:
    await send({"type": "http.response.start", "status": 418, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@dataclass
class Answer:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def ask(path: str, method: str = "GET", visitor: Visitor | None = None) -> Answer:
    answer = Answer()

    async def send(message) -> None:
        answer.status = message.get("status", answer.status)
        answer.headers |= {name.decode(): value.decode() for name, value in message.get("headers", ())}
        answer.body += message.get("body", b"")

    async def receive():
        await anyio.sleep_forever()

    scope = {"type": "http", "method": method, "path": path, "headers": [], VISITOR: visitor}
    run_apart(DownloadServer(_elsewhere), scope, receive, send)
    return answer


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> DownloadStore:
    monkeypatch.setattr(files.tempfile, "tempdir", str(tmp_path))
    downloads = DownloadStore()
    monkeypatch.setattr(files, "DOWNLOADS", downloads)
    return downloads


def test_a_file_is_sent_to_be_saved(downloads):
    file, address = downloads.new_file("1tr-rows.csv", "")
    file.write_bytes(b"x" * 100)
    answer = ask(address)

    assert (answer.status, answer.body) == (200, b"x" * 100)
    assert 'filename="1tr-rows.csv"' in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"
    assert downloads.is_open


@pytest.mark.parametrize("path", ["", "x/y.csv", "../x", "%2e%2e/x", "./rows.csv", "a/b/c"])
def test_nothing_else_is_sent(downloads, path):
    downloads.new_file("rows.csv", "")[0].write_bytes(b"x")

    assert ask(FOLDER + path).status in (404, 418)
    assert ask("/targets").status == 418
    assert ask(FOLDER + "x/y.csv", "POST").status == 404


def test_two_files_of_one_name_have_addresses_of_their_own(downloads):
    (one, here), (other, there) = downloads.new_file("rows.csv", ""), downloads.new_file("rows.csv", "")

    assert one != other and here != there
    assert len(here) > len(FOLDER) + 40


def test_files_are_gone_after_a_while(downloads, monkeypatch):
    monkeypatch.setattr(files, "KEPT_SECONDS", 0.2)
    file, address = downloads.new_file("rows.csv", "")
    file.write_bytes(b"x")
    deadline = time.monotonic() + 5
    while file.exists() and time.monotonic() < deadline:
        time.sleep(0.05)

    assert not file.parent.exists()
    assert ask(address).status == 404


def test_what_killed_processes_left_is_removed(downloads, tmp_path):
    old, young = tmp_path / "dashboard-files-old", tmp_path / "dashboard-files-young"
    for folder in (old, young):
        folder.mkdir()
    two_days_ago = time.time() - 2 * 24 * 3600
    os.utime(old, (two_days_ago, two_days_ago))
    downloads.new_file("rows.csv", "")

    assert not old.exists() and young.exists()


def test_a_file_is_for_the_account_that_requested_it(downloads):
    file, address = downloads.new_file("rows.csv", "lan@example.vn")
    file.write_bytes(b"x")

    assert ask(address).status == 404
    assert ask(address, visitor=Visitor("mai@example.vn", may_upload=True)).status == 404
    assert ask(address, visitor=Visitor("lan@example.vn", may_upload=True)).status == 200
