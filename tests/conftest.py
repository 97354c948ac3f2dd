"""Databases, the running app and a browser, for every test that asks for one by name."""

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings

from tests.copies import Copies, made_once, new_database

# How long one example takes says more about the machine than about the code.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")

ENGINES = ("sqlite", "postgresql")
DEMO_UNTIL = datetime(2022, 5, 31, 23, 59, 59)

# Nobody's own settings may decide what a test sees.
for name in (
    "DATABASE_URL",
    "PORT",
    "BASE_PATH",
    "DASHBOARD_ACCESS",
    "DASHBOARD_SECRETS",
    "LAKE",
    "ROWS_URL",
    "DATABASE_READ_URL",
):
    os.environ.pop(name, None)

# A process without compiled modules takes three times as long to start, and tests start hundreds.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

MEMORY = Path("/dev/shm")
ROOM = 6 * 2**30  # bytes: databases and browsers of all workers at once, several times over


def _has_room(folder: Path) -> bool:
    """Whether databases fit there, and their servers may be run from there."""
    return folder.is_dir() and shutil.disk_usage(folder).free > ROOM and not os.statvfs(folder).f_flag & os.ST_NOEXEC


# Databases come and go by the thousand. In memory one is there in 10 ms; a disk takes 20 to 500, the more files
# it has seen. Who says where, is heard.
if "TMPDIR" not in os.environ and _has_room(MEMORY):
    os.environ["TMPDIR"] = str(MEMORY)
    tempfile.tempdir = None  # what was asked before


def pytest_collection_finish() -> None:
    """Thousands of collected tests and every library live as long as the worker: searching them is a tenth of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_sessionfinish() -> None:
    """A process that ends leaves its memory to the system: pytest would search all of it five times."""
    gc.freeze()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Address of the maintenance database of this worker's PostgreSQL."""
    from tests.postgresql import running_postgresql

    with running_postgresql() as address:
        yield address


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """Address of an empty PostgreSQL database."""
    with new_database(postgresql_server, "template0") as address:
        yield address


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of an empty database, once on every engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Copies:
    """`tests.copies.Copies` of this worker, over databases with schema and reference data."""
    from data_access.reference.seed import prepare

    return Copies(
        tmp_path_factory.mktemp("copies"),
        lambda: str(request.getfixturevalue("postgresql_server")),
        lambda url: prepare(url, say=_silent),
    )


@pytest.fixture(scope="session")
def _prepared_file(copies: Copies) -> Iterator[Path]:
    with copies.of("sqlite") as url:
        yield Path(url.removeprefix("sqlite:///"))


@pytest.fixture(scope="session")
def _prepared_template(copies: Copies) -> Iterator[str]:
    with copies.of("postgresql") as url:
        yield url.rpartition("/")[2]


@pytest.fixture(params=ENGINES)
def prepared_url(request: pytest.FixtureRequest, copies: Copies) -> Iterator[str]:
    """Address of a database with schema and reference data but no initiative: a copy, so it costs next to nothing."""
    with copies.of(request.param) as url:
        yield url


@pytest.fixture(scope="session")
def file_url(_prepared_file: Path) -> str:
    """Address of a SQLite database with schema and reference data, for tests that write nothing."""
    return f"sqlite:///{_prepared_file}"


@pytest.fixture
def own_url(_prepared_file: Path, tmp_path: Path) -> str:
    """Address of a copy of it in a file of one's own, which the test may write to."""
    file = tmp_path / "own.db"
    file.write_bytes(_prepared_file.read_bytes())
    return f"sqlite:///{file}"


@pytest.fixture
def app_url(own_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same, as the database of the app and of its commands."""
    monkeypatch.setenv("DATABASE_URL", own_url)
    return own_url


@pytest.fixture(scope="module")
def small_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the small programme whose files are read, one for each module."""
    from tests.exports.small_programme import write_small

    url = f"sqlite:///{tmp_path_factory.mktemp('small') / 'small.db'}"
    write_small(url)
    return url


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the demonstration records of phase 1, made once per run. Never write to it."""
    from data_access.demo import write_demo
    from data_access.reference.seed import prepare

    def fill(file: Path) -> None:
        prepare(f"sqlite:///{file}", say=_silent)
        write_demo(f"sqlite:///{file}", until=DEMO_UNTIL, say=_silent)

    return f"sqlite:///{made_once(tmp_path_factory, 'demo.db', fill)}"


@pytest.fixture(scope="module")
def demo_records(demo_database: str) -> Iterator[object]:
    """`Records` over the demonstration records, opened once for a module."""
    yield from _open_records(demo_database)


@pytest.fixture(scope="module")
def small_records(small_url: str) -> Iterator[object]:
    """`Records` over the small programme, opened once for a module."""
    yield from _open_records(small_url)


@pytest.fixture(scope="session")
def server(demo_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the running app over the demonstration records."""
    from tests.serving import serving

    with serving(demo_database, tmp_path_factory.mktemp("server") / "log") as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A headless Chromium, one for each worker."""
    from tests.chromium import running_chromium

    with running_chromium(for_tests=True) as browser:
        yield browser


@pytest.fixture(scope="session")
def _browser_of_tabs(server: str, chromium: object) -> Iterator[object]:
    context = chromium.new_context(base_url=server, viewport={"width": 1366, "height": 768}, locale="en-US")
    yield context
    context.close()


@pytest.fixture
def browser_page(_browser_of_tabs: object) -> Iterator[object]:
    """A tab of 1366 x 768 in an English browser, whose addresses are relative to the running app.

    All tabs are of one browser, which keeps the scripts of the app as browsers do, and nothing that a test left.
    """
    page = _browser_of_tabs.new_page()
    yield page
    page.evaluate("try { localStorage.clear(); sessionStorage.clear() } catch {}")
    page.close()
    _browser_of_tabs.unroute_all()
    _browser_of_tabs.clear_cookies()


@pytest.fixture
def without_dots(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture in dots is the SVG it would be drawn from: words are read there, and drawing costs most of the time.

    `tests/exports/test_pictures.py` has every page in dots.
    """
    monkeypatch.setattr("exports.svg.png_of", lambda svg, *_: svg.encode())


def _open_records(url: str) -> Iterator[object]:
    from tests.live_records import live_records

    with live_records(url) as records:
        yield records


def _silent(*_words: object) -> None:
    """Progress is for people."""
