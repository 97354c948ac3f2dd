"""Answers of the running server before any page script runs."""

import gzip
import re
import socket
import subprocess
import sys
import textwrap
import time
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage
from pathlib import Path
from urllib.error import HTTPError

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.serving import PROJECT, serving


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("serving")
    with serving(f"sqlite:///{folder / 'none.db'}", folder / "log") as running:
        yield running


def fetch(url: str) -> tuple[int, HTTPMessage, bytes]:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def page(address: str, path: str) -> str:
    return gzip.decompress(fetch(address + path)[2]).decode()


def test_scripts_travel_compressed_and_are_kept(address: str):
    (script,) = re.findall(r'src="\./(static/js/index\.[^"]+)"', page(address, "/"))

    status, headers, first = fetch(f"{address}/{script}")
    began = time.perf_counter()
    second = fetch(f"{address}/{script}")[2]

    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert "immutable" in headers["cache-control"]
    assert int(headers["content-length"]) == len(first) < len(gzip.decompress(first)) / 2
    assert second == first
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize("path", ["/", "/targets", "/targets?unit=LD-38"])
def test_every_page_is_vietnamese_unless_requested_otherwise(address: str, path: str):
    assert '<html lang="vi" translate="no">' in page(address, path)
    assert '<html lang="en" translate="no">' in page(address, path + ("&" if "?" in path else "?") + "lang=en")
    assert '<html lang="vi" translate="no">' in page(address, path + ("&" if "?" in path else "?") + "lang=xx")


def test_browsers_receive_a_policy(address: str):
    _, headers, _ = fetch(address + "/")

    assert "img-src 'self' data: blob:;" in headers["content-security-policy"]
    assert "connect-src 'self';" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/interact", "/_stcore/script-health-check"],
)
def test_addresses_nobody_needs_are_closed(address: str, path: str):
    assert fetch(address + path)[0] == 404


def test_fonts_and_scripts_of_ours_are_served(address: str):
    for name in ("controls.js", "search.js", "BeVietnamPro-400.woff2", "BeVietnamProTabular-400.woff2"):
        status, headers, body = fetch(f"{address}/app/static/{name}")
        assert (status, headers["cache-control"]) == (200, "no-cache"), name
        assert body


def test_strangers_are_refused(address: str):
    with pytest.raises(InvalidStatus) as refused:
        connect(address.replace("http", "ws") + "/_stcore/stream", origin="http://elsewhere.example")

    assert refused.value.response.status_code == 403


def test_refusing_strangers_asks_nobody_outside():
    # Unpatched, each refusal blocks the event loop until an outside server has told our address, or has not.
    program = """
        import asgi, requests
        from streamlit import net_util
        from streamlit.runtime.app_session import AppSession
        requests.get = lambda *_words, **_more: exit("asked somebody outside")
        assert net_util.get_external_ip() == "127.0.0.1"
        assert AppSession.register_file_watchers(None) is None
    """

    answer = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], cwd=PROJECT, capture_output=True, text=True, check=False
    )

    assert answer.returncode == 0, answer.stderr


def test_an_occupied_port_is_reported_in_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        answer = subprocess.run(
            [sys.executable, "asgi.py"],
            cwd=PROJECT,
            env={"PORT": str(port)},
            capture_output=True,
            text=True,
            check=False,
        )

    assert answer.returncode == 1
    assert answer.stderr == f"Port {port} is in use by another program. Choose another one: make run PORT={port + 1}\n"


def test_plain_streamlit_serves_the_same_script(tmp_path: Path):
    command = ("-m", "streamlit", "run", "dashboard.py")

    with serving(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "log", command=command) as address:
        assert fetch(f"{address}/app/static/BeVietnamPro-400.woff2")[0] == 200
        assert b'<div id="root">' in fetch(address + "/")[2]
