"""Databases that are made once, for a worker or for all, and copied for each test that changes them."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

Making = Callable[[str], object]


@dataclass
class Copies:
    """Where the originals are: files in `folder`, databases of the server at `server()`."""

    folder: Path
    server: Callable[[], str]
    prepare: Making
    _originals: dict[tuple[str, str], str] = field(default_factory=dict)

    @contextmanager
    def of(
        self, engine: str, name: str = "prepared", make: Making | None = None, *, empty: bool = False
    ) -> Iterator[str]:
        """Address of a database of one's own as `make` left a prepared one, or an empty one.

        What has one `name` is made once.
        """
        original = self._original(engine, name, make, empty)
        if engine == "postgresql":
            with new_database(self.server(), original.rpartition("/")[2]) as url:
                yield url
            return
        file = self._copied_file(original)
        yield f"sqlite:///{file}"
        for left in self.folder.glob(f"{file.name}*"):
            left.unlink()

    def _original(self, engine: str, name: str, make: Making | None, empty: bool) -> str:
        """Address of what is copied. It goes with the folder and the server."""
        if (engine, name) not in self._originals:
            source = self._original(engine, "prepared", None, True) if make and not empty else None
            if engine == "postgresql":
                url = create_database(self.server(), source.rpartition("/")[2] if source else "template0")
            else:
                url = f"sqlite:///{self._copied_file(source)}"
            (make or self.prepare)(url)
            if engine == "postgresql":
                _leave_alone(url)
            self._originals[engine, name] = url
        return self._originals[engine, name]

    def _copied_file(self, source: str | None) -> Path:
        file = self.folder / f"{uuid4().hex[:12]}.db"
        if source:
            file.write_bytes(Path(source.removeprefix("sqlite:///")).read_bytes())
        return file


def made_once(factory: pytest.TempPathFactory, name: str, fill: Callable[[Path], object]) -> Path:
    """A file that the first of all workers fills while the others wait."""
    base = factory.getbasetemp()
    file = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / name
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            unfinished = file.with_suffix(".unfinished")
            fill(unfinished)
            unfinished.rename(file)
    return file


def _leave_alone(url: str) -> None:
    # Nothing is copied while a connection that somebody forgot still looks at it.
    with _at(url.rpartition("/")[0] + "/postgres") as connection:
        others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s"
        connection.execute(others, (url.rpartition("/")[2],))


def create_database(server: str, template: str) -> str:
    """Address of a new copy of `template`."""
    # Copying files takes a quarter of the time of writing every page to the log.
    name = f"test_{uuid4().hex[:12]}"
    with _at(server) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")  # type: ignore[call-overload]
    return server.rpartition("/")[0] + f"/{name}"


@contextmanager
def new_database(server: str, template: str) -> Iterator[str]:
    """Address of a copy of `template`, dropped at the end."""
    url = create_database(server, template)
    yield url
    with _at(server) as connection:
        connection.execute(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")  # type: ignore[call-overload]


def _at(server: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(server.replace("+psycopg", ""), autocommit=True)
