"""Upload limits for each tab, since Streamlit keeps uploads in memory until the tab is closed."""

import time
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PLACE: Final = "/_stcore/upload_file/"
MOST_FILES: Final = 400  # of an import at once; their bytes are what counts
MOST_BYTES: Final = 120 * 1024 * 1024
_FORGOTTEN_SECONDS: Final = 24 * 3600


@dataclass
class _Tab:
    files: dict[str, int] = field(default_factory=dict)
    last: float = field(default_factory=time.monotonic)


class UploadLimit:
    """Middleware that answers 413 to more than MOST_FILES files or MOST_BYTES bytes at once in one tab."""

    def __init__(self, app: ASGIApp, most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES) -> None:
        self._app = app
        self._most_files = most_files
        self._most_bytes = most_bytes
        self._tabs: dict[str, _Tab] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        method = scope.get("method", "")
        if scope["type"] != "http" or PLACE not in scope["path"] or method not in ("PUT", "POST", "DELETE"):
            await self._app(scope, receive, send)
            return
        tab, _, file = str(scope["path"]).partition(PLACE)[2].partition("/")
        if method == "DELETE":
            await self._app(scope, receive, send)
            self._tab(tab).files.pop(file, None)
            return
        length = Headers(scope=scope).get("content-length", "")
        if not length.isdecimal():
            await PlainTextResponse("Say how long it is.\n", 413)(scope, receive, send)
        elif not self._has_room(tab, file, int(length)):
            await PlainTextResponse("Too many files at once. Remove some first.\n", 413)(scope, receive, send)
        else:
            await self._hand_over(self._tab(tab), file, int(length), scope, receive, send)

    async def _hand_over(self, tab: _Tab, file: str, length: int, scope: Scope, receive: Receive, send: Send) -> None:
        tab.files[file] = length  # at once: others may arrive meanwhile

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] >= 400:
                tab.files.pop(file, None)
            await send(message)

        await self._app(scope, receive, answer)

    def _has_room(self, tab: str, file: str, length: int) -> bool:
        others = [size for name, size in self._tab(tab).files.items() if name != file]
        return len(others) < self._most_files and sum(others) + length <= self._most_bytes

    def _tab(self, name: str) -> _Tab:
        now = time.monotonic()
        if name not in self._tabs:
            self._tabs = {key: tab for key, tab in self._tabs.items() if now - tab.last < _FORGOTTEN_SECONDS}
        tab = self._tabs.setdefault(name, _Tab())
        tab.last = now
        return tab
