"""Access control with login: everybody gets the login pages, only accounts get anything else."""

from collections.abc import Callable
from importlib import import_module
from typing import Final

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web.access import Provider
from web.entrance import PLACES, entrance_page, safe_path
from web.sessions import COOKIE, VISITOR, Sessions, Unavailable, Visitor, session_loader
from web.shared import SHARED
from web.words import PATH

# Endpoints for machines, which have rules of their own, and static files.
FOR_MACHINES: Final = ("/healthz", "/readyz", "/metrics", "/_stcore/health")
FOR_EVERYBODY: Final = ("/app/static/", "/static/", PATH, SHARED)  # of examples only what staff made public
UPLOADS: Final = "/_stcore/upload_file"
_NO_PAGES: Final = ("/_stcore", "/media", "/files/", "/component")


class Gate:
    """Middleware that requires login before anything of the app is sent, including streams and uploads."""

    def __init__(self, app: ASGIApp, provider: Provider, sessions: str) -> None:
        """`sessions`: “module:name” of the session store."""
        self._app = app
        self._provider = provider
        self._sessions: Callable[[], Sessions] = session_loader(sessions)
        # Its packages are needed only here.
        self._login: ASGIApp = import_module("web.login").Login(provider, self._sessions).app()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = str(scope.get("path", "")).removeprefix(scope.get("root_path") or "\0")
        if scope["type"] == "lifespan" or path in FOR_MACHINES:
            await self._app(scope, receive, send)
            return
        refusal: ASGIApp | None = None
        if not self._is_ours(scope):
            refusal = PlainTextResponse("This address is not the one the dashboard is reached under.\n", 403)
        elif scope["type"] == "http" and path in PLACES:
            refusal = self._login
        elif scope["type"] != "http" or not path.startswith(FOR_EVERYBODY):
            refusal = await self._refusal(scope, path)
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": "403"})
        else:
            await refusal(scope, receive, send)

    async def _refusal(self, scope: Scope, path: str) -> Response | None:
        """The response for a request without permission; None where it is allowed. Stores the account in the scope."""
        try:
            visitor = await self._visitor(scope)
        except Unavailable:
            return entrance_page(scope, "away", 503, to=_target_address(scope, path), base=self._provider.base_path)
        scope[VISITOR] = visitor
        if visitor is None:
            if path.startswith(_NO_PAGES) or scope.get("method") not in ("GET", "HEAD"):
                return PlainTextResponse("Log in first.\n", 401)
            return entrance_page(scope, "enter", 401, to=_target_address(scope, path), base=self._provider.base_path)
        if path.startswith(UPLOADS) and not visitor.may_upload:
            return PlainTextResponse("This account may not upload files.\n", 403)
        return None

    async def _visitor(self, scope: Scope) -> Visitor | None:
        token = cookie_parser(Headers(scope=scope).get("cookie", "")).get(COOKIE, "")
        return await to_thread.run_sync(lambda: self._sessions().visitor(token)) if token else None

    def _is_ours(self, scope: Scope) -> bool:
        """Whether Host and Origin are the public address."""
        headers = Headers(scope=scope)
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        scheme, _, place = self._provider.origin.partition("://")
        if len(hosts) != 1 or _plain(scheme, hosts[0]) != _plain(scheme, place):
            return False
        if not origins:
            return str(scope["type"]) != "websocket"
        theirs, _, their_place = origins[0].lower().partition("://")
        return len(origins) == 1 and theirs == scheme and _plain(scheme, their_place) == _plain(scheme, place)


def _plain(scheme: str, place: str) -> str:
    """A host without its default port."""
    return place.lower().removesuffix(":443" if scheme == "https" else ":80")


def _target_address(scope: Scope, path: str) -> str:
    query = scope.get("query_string", b"").decode("latin-1")
    return safe_path(f"{scope.get('raw_path', b'').decode('latin-1') or path}{f'?{query}' if query else ''}")
