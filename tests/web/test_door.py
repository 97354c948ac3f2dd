"""Without a login only this machine gets answers, judged by the request, whatever the listener, proxy or command."""

import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.front import PROXIES, proxied_by
from tests.serving import PROJECT, serving
from web.door import comes_from_here

PATHS = (
    "/",
    "/explore",
    "/x.y",
    "/_stcore/health",
    "/_stcore/host-config",
    "/files/a/b",
    "/app/static/controls.js",
    "/words/controls.js",
)
HOST = "127.0.0.1:8501"


@pytest.fixture(scope="module", params=["asgi.py", "uvicorn"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("door")
    command = (
        ("asgi.py",)
        if request.param == "asgi.py"
        else ("-m", "uvicorn", "asgi:app", "--host", "0.0.0.0", "--port", "{port}")
    )
    with serving(f"sqlite:///{folder / 'none.db'}", folder / "log", command=command) as running:
        yield running


def fetch(url: str, headers: dict[str, str]) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except HTTPError as answer:
        return answer.code, answer.read().decode("utf-8", "replace")


def open_stream(address: str, origin: str | None, **headers: str) -> int:
    """The status of a websocket's handshake."""
    try:
        with connect(
            address.replace("http", "ws") + "/_stcore/stream",
            origin=origin,
            additional_headers=headers,
            subprotocols=["streamlit"],
            proxy=None,
        ):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "192.0.2.7"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Forwarded-Proto": "https"},
        {"X-Forwarded-Anything": ""},
        {"Forwarded": "for=127.0.0.1"},
        {"X-Real-IP": "127.0.0.1"},
        {"Via": "1.1 somewhere"},
        {"Host": "dashboard.example.vn"},
        {"Host": "localhost.example.vn"},
        {"Host": "192.0.2.7:8501"},
        {"Host": "0.0.0.0:8501"},
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9"},
    ],
    ids=str,
)
def test_nobody_but_this_machine_is_answered(address: str, headers: dict[str, str]):
    for path in PATHS:
        status, text = fetch(address + path, headers)

        assert status == 403, path
        assert "DASHBOARD_ACCESS=login" in text

    more = {name: value for name, value in headers.items() if name not in ("Origin", "Host")}
    origin = headers.get("Origin") or (f"http://{headers['Host']}" if "Host" in headers else address)
    assert open_stream(address, origin, **more) == 403


def test_this_machine_is_answered_under_each_of_its_names(address: str):
    port = address.rpartition(":")[2]
    for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}", f"[::1]:{port}", "localhost"):
        assert fetch(address + "/", {"Host": host})[0] == 200, host
    assert open_stream(address, address) == 101


def test_a_page_that_says_not_where_it_comes_from_gets_no_stream(address: str):
    assert open_stream(address, None) == 403
    assert open_stream(address, "http://127.0.0.1:9") == 403


@pytest.mark.parametrize("kind", PROXIES)
@pytest.mark.parametrize("forwards", [True, False])
def test_readers_behind_a_proxy_need_a_login(address: str, kind: str, forwards: bool, tmp_path: Path):
    with proxied_by(kind, address, tmp_path, forwards=forwards) as outside:
        assert fetch(outside + "/", {"Host": "dashboard.example.vn"})[0] == 403
        assert open_stream(outside, "https://dashboard.example.vn") == 403
        if forwards:
            assert fetch(outside + "/", {})[0] == 403
            assert open_stream(outside, outside) == 403


@pytest.mark.parametrize(
    ("peer", "host", "origin", "answered"),
    [
        ("127.0.0.1", HOST, None, True),
        ("127.0.0.9", HOST, None, True),
        ("::1", "[::1]:8501", "http://[::1]:8501", True),
        ("::ffff:127.0.0.1", HOST, None, True),
        ("192.0.2.7", HOST, None, False),
        ("", HOST, None, False),
        ("127.0.0.1", "", None, False),
        ("127.0.0.1", "user@127.0.0.1", None, False),
        ("127.0.0.1", "127.0.0.1:http", None, False),
        ("127.0.0.1", "127.1", None, False),
        ("127.0.0.1", "2130706433", None, False),
        ("127.0.0.1", "localhost.", None, False),
        ("127.0.0.1", HOST, "http://localhost:8501", False),
        ("127.0.0.1", HOST, "file://", False),
    ],
)
def test_every_sign_has_to_say_here(peer: str, host: str, origin: str | None, answered: bool):
    headers = [("Host", host)] + ([("Origin", origin)] if origin else [])

    assert comes_from_here(headers, peer, needs_origin=False) is answered


def test_two_hosts_are_none():
    assert not comes_from_here([("Host", HOST), ("Host", "dashboard.example.vn")], "127.0.0.1", needs_origin=False)


@pytest.mark.parametrize("written", ["Login", "LOGIN", "yes", "offen", "open "])
@pytest.mark.parametrize("command", [("asgi.py",), ("-m", "uvicorn", "asgi:app", "--port", "0")])
def test_a_word_that_nobody_knows_stops_the_start(written: str, command: tuple[str, ...]):
    answer = subprocess.run(
        [sys.executable, *command],
        cwd=PROJECT,
        env=os.environ | {"DASHBOARD_ACCESS": written, "PORT": "0"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert answer.returncode == 1
    assert answer.stderr.startswith(f"DASHBOARD_ACCESS={written} is not known. Write DASHBOARD_ACCESS=open for this")
    assert len(answer.stderr.splitlines()) == 1
