"""Imports in a browser: a file that is too large, many at once, and readers while a large one runs."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from sqlalchemy import func, select

from data_access.database.schema import initiative
from tests.browser.watching import PATIENCE
from tests.data_access.importing.good_rows import good_rows
from tests.data_access.importing.stored import imported, scalars, written
from tests.serving import PROJECT, serving

pytestmark = pytest.mark.browser

LIMIT = 30 * 2**20  # bytes; .streamlit/config.toml
BEFORE, ADDED = 500, 50_000
SLOWEST = 2.0  # seconds, for 95 of 100 readers on a machine that has nothing else to do
MUCH_SLOWER = 2.5  # times as long as without an import, on one that is busy anyway
UPLOADER = "[data-testid=stFileUploader]"


@pytest.mark.parametrize(("lang", "expected"), [("vi", "Tệp lớn quá 30 MB"), ("en", "File must be 30.0MB or smaller")])
def test_a_file_one_byte_too_large_is_refused_with_the_limit(browser_page, tmp_path, lang, expected):
    file = tmp_path / "large.csv"
    file.write_bytes(b"x" * (LIMIT + 1))
    browser_page.goto(f"/import?lang={lang}")
    browser_page.locator("input[type=file]").first.set_input_files(file, timeout=60_000)

    browser_page.locator(UPLOADER).get_by_text(expected).wait_for(timeout=20_000)


def test_twenty_large_uploads_at_once_are_refused_and_leave_memory_alone(browser_page, server, tmp_path):
    """Files are sent past the page, as a script would, half of them without their length."""
    small = tmp_path / "small.csv"
    small.write_bytes(b"x")
    browser_page.goto("/import")
    browser_page.locator("input[type=file]").first.wait_for(state="attached", timeout=60_000)
    with browser_page.expect_request(lambda request: "upload_file" in request.url) as caught:
        browser_page.locator("input[type=file]").first.set_input_files(small)
    headers = {**caught.value.all_headers(), "content-type": "multipart/form-data; boundary=b"}
    process = _server_process(server)
    before = process.memory_info().rss

    with ThreadPoolExecutor(20) as senders:
        sent = [senders.submit(_upload, caught.value.url, headers, chunked=bool(n % 2)) for n in range(20)]
        most = before
        while not all(one.done() for one in sent):
            most = max(most, process.memory_info().rss)
            time.sleep(0.02)

    assert [one.result() for one in sent] == [413] * 20
    assert most - before < 300 * 2**20
    browser_page.reload()
    browser_page.locator("input[type=file]").first.wait_for(state="attached", timeout=60_000)


def _server_process(address: str) -> psutil.Process:
    port = urlsplit(address).port
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            if any(line.laddr.port == port for line in process.net_connections("tcp") if line.status == "LISTEN"):
                return process
    raise LookupError("The server is no child of this process.")


def _upload(url: str, headers: dict[str, str], *, chunked: bool) -> int:
    """Send 50 MB until the server answers; returns the status."""
    parts, size, block = urlsplit(url), 50 * 2**20, b"x" * 2**16
    values = {name: value for name, value in headers.items() if name not in ("content-length", "connection", "host")}
    values |= {"transfer-encoding": "chunked"} if chunked else {"content-length": str(size)}
    start = b"--b\r\nContent-Disposition: form-data; name=f; filename=large.csv\r\n\r\n"
    with socket.create_connection((parts.hostname, parts.port), 60) as line:
        lines = [f"PUT {parts.path} HTTP/1.1", f"host: {parts.netloc}", *(f"{k}: {v}" for k, v in values.items())]
        line.sendall("\r\n".join((*lines, "", "")).encode())
        line.setblocking(False)
        pieces = iter([start, *[block] * (size // len(block))])
        answer, waiting, deadline = b"", b"", time.monotonic() + 60
        while b"\r\n" not in answer and time.monotonic() < deadline:
            try:
                answer += line.recv(4096)
            except BlockingIOError:
                time.sleep(0.001)
            waiting = waiting or _piece(next(pieces, b""), chunked=chunked)
            try:
                waiting = waiting[line.send(waiting) :]
            except (BlockingIOError, ConnectionError):
                continue
    return int(answer.split(b" ")[1])


def _piece(content: bytes, *, chunked: bool) -> bytes:
    return f"{len(content):x}\r\n".encode() + content + b"\r\n" if chunked else content


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_readers_during_a_large_import_see_the_old_total_or_the_new_one(prepared_url: str, chromium, tmp_path: Path):
    imported(prepared_url, written(tmp_path, good_rows(BEFORE, seed=2), "before.csv"))
    rows = [[f"TO-{number}", *row[1:]] for number, row in enumerate(good_rows(ADDED))]
    command = [sys.executable, "-m", "data_access", "import", str(written(tmp_path, rows)), "--programme", "1tr"]
    new_total = f"{BEFORE + ADDED:,}".replace(",", ".")
    seen: list[tuple[str, float]] = []
    with serving(prepared_url, tmp_path / "log") as address, _browser(chromium, address) as browser:
        _total_of_new_reader(browser)  # the first of all also waits for the start of the server
        calm = max(_total_of_new_reader(browser)[1] for _ in range(3))
        environment = {"DATABASE_URL": prepared_url, "PATH": "", "LANG": "C.UTF-8"}
        with subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL) as importing:
            while importing.poll() is None:
                seen.append(_total_of_new_reader(browser))
        assert importing.returncode == 0
        _total_of_new_reader(browser, new_total)

    assert scalars(prepared_url, select(func.count()).select_from(initiative)) == [BEFORE + ADDED]
    assert {total for total, _ in seen} <= {str(BEFORE), new_total}
    assert str(BEFORE) in {total for total, _ in seen}
    waits = sorted(seconds for _, seconds in seen)
    print(
        f"{len(waits)} readers, half within {waits[len(waits) // 2]:.2f} s, slowest {waits[-1]:.2f}, before {calm:.2f}"
    )
    assert waits[int(0.95 * (len(waits) - 1))] < max(SLOWEST, MUCH_SLOWER * calm)


@contextmanager
def _browser(chromium, address: str) -> Iterator[object]:
    """A browser shared by many readers, with the app's scripts in its cache."""
    context = chromium.new_context(base_url=address)
    yield context
    context.close()


def _total_of_new_reader(browser, expected: str = "") -> tuple[str, float]:
    """The total shown to a new reader, and the seconds until it appeared."""
    page, start = browser.new_page(), time.monotonic()
    try:
        page.goto("/")
        value = page.locator("[class*=value_uploads] [data-testid=stMetricValue]").filter(has_text=expected).first
        value.wait_for(timeout=PATIENCE * 1000)
        return value.inner_text(), time.monotonic() - start
    finally:
        page.close()
