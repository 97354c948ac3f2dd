"""Streamlit's static assets, compressed once and cached.

Streamlit sends them uncompressed, and compression middleware would compress the same megabytes for every reader.
"""

import gzip
from typing import Final

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LEVEL: Final = 6
FOLDER: Final = "/static/"
ENDINGS: Final = (".js", ".css")


class AssetCache:
    """Middleware that serves Streamlit's assets from memory. Their names contain a hash, so they never become stale."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, tuple[MutableHeaders, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_asset(scope):
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        if path not in self._kept:
            status, headers, body = await response_of(self._app, scope, receive)
            if status != 200:
                await respond(send, status, headers, body)
                return
            self._kept[path] = (_marked(headers), await to_thread.run_sync(gzip.compress, body, LEVEL))
        headers, body = self._kept[path]
        await respond(send, 200, headers, body)


async def response_of(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[int, MutableHeaders, bytes]:
    """Status, headers and body of an uncompressed response of `app`."""
    start: Message = {}
    body = bytearray()

    async def gather(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        elif message["type"] == "http.response.body":
            body.extend(message.get("body", b""))

    without = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
    plain = [header for header in scope["headers"] if header[0] not in without]
    await app({**scope, "headers": plain}, receive, gather)
    return start["status"], MutableHeaders(raw=list(start["headers"])), bytes(body)


async def respond(send: Send, status: int, headers: MutableHeaders, body: bytes) -> None:
    """Send a complete response."""
    headers["content-length"] = str(len(body))
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": body})


def _is_asset(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    path: str = scope["path"]
    return (
        path.startswith(FOLDER) and path.endswith(ENDINGS) and "gzip" in Headers(scope=scope).get("accept-encoding", "")
    )


def _marked(headers: MutableHeaders) -> MutableHeaders:
    for name in ("etag", "last-modified", "accept-ranges"):
        if name in headers:
            del headers[name]
    headers["content-encoding"] = "gzip"
    headers["vary"] = "Accept-Encoding"
    return headers
