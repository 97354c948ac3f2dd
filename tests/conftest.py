"""Databases, the running app and a browser, for every test that asks for one by name."""

import fcntl
import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from hypothesis import settings

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


def pytest_collection_finish() -> None:
    """Thousands of collected tests and every library live as long as the worker: searching them is a tenth of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


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
def _prepared_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from data_access.reference.seed import prepare

    file = tmp_path_factory.mktemp("prepared") / "prepared.db"
    prepare(f"sqlite:///{file}", say=_silent)
    return file


@pytest.fixture(scope="session")
def _prepared_template(postgresql_server: str) -> Iterator[str]:
    from data_access.reference.seed import prepare

    with new_database(postgresql_server, "template0") as address:
        prepare(address, say=_silent)
        yield address.rpartition("/")[2]


@pytest.fixture(params=ENGINES)
def prepared_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Address of a database with schema and reference data but no initiative: a copy, so it costs next to nothing."""
    if request.param == "sqlite":
        file = tmp_path / "prepared.db"
        file.write_bytes(request.getfixturevalue("_prepared_file").read_bytes())
        yield f"sqlite:///{file}"
        return
    template = request.getfixturevalue("_prepared_template")
    with new_database(request.getfixturevalue("postgresql_server"), template) as address:
        yield address


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the demonstration records of phase 1, made once per run. Never write to it."""
    from data_access.demo import write_demo
    from data_access.reference.seed import prepare

    with _once(tmp_path_factory, "demo.db") as (file, is_first):
        if is_first:
            unfinished = f"sqlite:///{file.with_suffix('.unfinished')}"
            prepare(unfinished, say=_silent)
            write_demo(unfinished, until=DEMO_UNTIL, say=_silent)
            file.with_suffix(".unfinished").rename(file)
    return f"sqlite:///{file}"


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

    with running_chromium() as browser:
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
def demo_app(demo_database: str, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """`tests.pages.running.open_page` over the demonstration records."""
    from tests.pages.running import open_page

    monkeypatch.setenv("DATABASE_URL", demo_database)
    return open_page


@contextmanager
def new_database(server: str, template: str) -> Iterator[str]:
    """Address of a copy of `template`, dropped at the end."""
    # Copying files takes a quarter of the time of writing every page to the log.
    name = f"test_{uuid4().hex[:12]}"
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")  # type: ignore[call-overload]
        try:
            yield server.rpartition("/")[0] + f"/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]


@contextmanager
def _once(factory: pytest.TempPathFactory, name: str) -> Iterator[tuple[Path, bool]]:
    """A file that the first of all workers makes while the others wait."""
    base = factory.getbasetemp()
    file = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / name
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield file, not file.exists()


def _silent(*_words: object) -> None:
    """Progress is for people."""
