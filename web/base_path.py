"""Serving below a path: `BASE_PATH=/dashboard` behind `location /dashboard/`.

It works whether or not the proxy strips the path; the app always sees addresses without it.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BasePath:
    """Middleware that strips the base path from requests and adds it to redirects."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        """`base` is “” or “/dashboard”."""
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._base or scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return

        async def send_within(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                to = headers.get("location", "")
                if to.startswith("/") and to != self._base and not to.startswith(("//", f"{self._base}/")):
                    headers["location"] = f"{self._base}{to}"
            await send(message)

        await self._app(self._within(scope), receive, send_within)

    def _within(self, scope: Scope) -> Scope:
        path: str = scope["path"]
        if path != self._base and not path.startswith(f"{self._base}/"):
            return scope
        raw: bytes = scope.get("raw_path") or path.encode()
        length = len(self._base)
        return {**scope, "path": path[length:] or "/", "raw_path": raw[length:] or b"/"}
