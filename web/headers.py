"""Security and caching headers of every response, and blocked internal addresses."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Figures about the process and a way to drive the app without a browser: open to everybody in Streamlit.
CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
ALWAYS: Final = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
}
OUR_FILES: Final = "/app/static/"
REVALIDATED: Final = "no-cache"  # their names carry no hash; a 304 costs next to nothing


class ResponseHeaders:
    """Middleware that blocks addresses and adds headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in ALWAYS.items():
                    headers[name] = value
                if path.startswith(OUR_FILES):
                    headers["cache-control"] = REVALIDATED
            await send(message)

        app = PlainTextResponse("Not found", 404) if path.startswith(CLOSED) else self._app
        await app(scope, receive, send_with_headers)
