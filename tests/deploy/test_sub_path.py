"""Below a path of a shared host everything still works: pages, files, pictures, stage and socket."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.watching import listen, open_at, settle
from tests.deploy.test_serve import wait_until_ready
from tests.postgresql import free_port
from tests.serving import PROJECT

BASE = "/dashboard"
MEETING = "as_of=2022-04-20T08:00&phase=1"


@pytest.fixture(scope="module")
def below(demo_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of `make serve` with BASE_PATH: a process of the app behind nginx."""
    port, log = free_port(), tmp_path_factory.mktemp("below") / "log"
    settings = {"DATABASE_URL": demo_database, "PORT": str(port), "PROCESSES": "1", "BASE_PATH": BASE}
    with log.open("w") as text:
        process = subprocess.Popen(
            [sys.executable, "-m", "deploy.serve"], cwd=PROJECT, env=os.environ | settings, stdout=text, stderr=text
        )
    try:
        wait_until_ready(f"http://127.0.0.1:{port}{BASE}", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(40)


def test_everything_is_requested_below_the_path(program, below: str, chromium, tmp_path: Path):
    program("nginx", "nginx-light")
    tab = chromium.new_context(base_url=below, viewport={"width": 1366, "height": 768}).new_page()
    watched, refused = listen(tab), []
    tab.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)

    for page in ("?", "/map?shape=outline&", "/stage?play=1&"):
        open_at(tab, f"{BASE}{page}{MEETING}")
    open_at(tab, f"{BASE}/?{MEETING}")
    tab.locator(".st-key-export_menu button").first.click()
    with tab.expect_download() as caught:
        tab.locator(".st-key-export_one-page button").first.click()
    caught.value.save_as(tmp_path / "report.pdf")
    tab.get_by_role("link", name="Xếp hạng").first.click()
    settle(tab)

    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert urlsplit(tab.url).path == f"{BASE}/ranking" and "phase=1" in tab.url
    assert watched.outside == []
    question = {urlsplit(url).path for url in watched.requests if url.startswith(("http", "ws"))}
    assert {path for path in question if not path.startswith(BASE)} == set()
    assert [url for url in refused if "/_stcore/" not in url] == []  # where Streamlit looks for itself
    assert any(path.endswith(".geojson") for path in question) and any(path.endswith("/stream") for path in question)
    tab.context.close()
