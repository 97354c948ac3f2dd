"""Large downloads for one reader, written to disk, served from there and deleted soon after.

Streamlit's own downloads stay in memory for the whole session.
"""

import secrets
import shutil
import tempfile
import threading
import time
from pathlib import Path
from typing import Final

from starlette.responses import FileResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from web.sessions import VISITOR, Visitor

FOLDER: Final = "/files/"
KEPT_SECONDS: Final = 15 * 60
_PREFIX: Final = "dashboard-files-"
_OF_THE_DEAD_SECONDS: Final = 24 * 3600


class DownloadStore:
    """The downloads of one process, at unguessable addresses known only to their reader."""

    def __init__(self) -> None:
        self.is_open = False  # whether somebody serves them
        self._owners: dict[str, str] = {}
        self._folder: tempfile.TemporaryDirectory[str] | None = None  # goes with the process
        self._lock = threading.Lock()

    def new_file(self, name: str, owner: str) -> tuple[Path, str]:
        """The path to write a file called `name` to, and its address. It expires after a while.

        `owner` is the account that may fetch it, "" without login.
        """
        token = secrets.token_urlsafe(32)
        with self._lock:
            if self._folder is None:
                _sweep()
                self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX)
            place = Path(self._folder.name) / token
            self._owners[token] = owner
        place.mkdir()
        forget = threading.Timer(KEPT_SECONDS, self._forget, (place,))
        forget.daemon = True
        forget.start()
        return place / name, f"{FOLDER}{token}/{name}"

    def find(self, path: str, asker: str) -> Path | None:
        """The file of an address; None where unknown, expired or another account's."""
        token, _, name = path.removeprefix(FOLDER).partition("/")
        if self._folder is None or "/" in name or token in ("", ".", "..") or name in ("", ".", ".."):
            return None
        file = Path(self._folder.name) / token / name
        return file if self._owners.get(token) == asker and file.is_file() else None

    def _forget(self, place: Path) -> None:
        self._owners.pop(place.name, None)
        shutil.rmtree(place, ignore_errors=True)


DOWNLOADS: Final = DownloadStore()


class DownloadServer:
    """Middleware that serves downloads uncompressed, since compressing them would block other requests."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        DOWNLOADS.is_open = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(FOLDER):
            await self._app(scope, receive, send)
            return
        visitor: Visitor | None = scope.get(VISITOR)
        asker = visitor.email if visitor else ""
        file = DOWNLOADS.find(scope["path"], asker) if scope["method"] in ("GET", "HEAD") else None
        answer = FileResponse(file, filename=file.name) if file else PlainTextResponse("Not found", 404)
        answer.headers["cache-control"] = "no-store"
        await answer(scope, receive, send)


def _sweep() -> None:
    """Remove files left by killed processes."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if time.time() - folder.stat().st_mtime > _OF_THE_DEAD_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)
