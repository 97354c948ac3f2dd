"""Login with an OpenID provider, and logout."""

import logging
from collections.abc import Callable
from typing import Any, Final

from anyio import to_thread
from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from model.edges import Json
from web.access import CALLBACK, Provider
from web.entrance import LOGIN, LOGOUT, entrance_page, safe_path
from web.sessions import COOKIE, FIELD, Sessions, Unavailable, form_token

log = logging.getLogger(__name__)
_STATE_COOKIE: Final = "dashboard_login"
_STATE_SECONDS: Final = 600
# After logout the provider asks for the password again, since another person may use the browser.
_LEFT: Final = "dashboard_left"
_TO: Final = "to-"


class Login:
    """An ASGI application for the three addresses of login and logout."""

    def __init__(self, provider: Provider, sessions: Callable[[], Sessions]) -> None:
        self._provider = provider
        self._sessions = sessions
        self._client = _client(provider)

    def app(self) -> Starlette:
        """The application that serves PLACES."""
        routes = [
            Route(LOGIN, self._login, methods=["GET"]),
            Route(CALLBACK, self._callback, methods=["GET"]),
            Route(LOGOUT, self._logout, methods=["POST"]),
        ]
        state = Middleware(
            SessionMiddleware,
            secret_key=self._provider.cookie_secret,
            session_cookie=_STATE_COOKIE,
            max_age=_STATE_SECONDS,
            same_site="lax",
            https_only=self._provider.is_encrypted,
        )
        return Starlette(routes=routes, middleware=[state])

    async def _login(self, request: Request) -> Response:
        to = safe_path(request.query_params.get("to", "/"))
        for name in [name for name in request.session if name.startswith(_TO)][:-3]:
            del request.session[name]  # cookies hold 4 kB
        prompt = "login" if _LEFT in request.cookies else "select_account"
        try:
            redirect = await self._client.create_authorization_url(self._provider.redirect_uri, prompt=prompt)
        except Exception:  # the network, the provider's answer, its certificate
            log.warning("The login provider does not answer.", exc_info=True)
            return self._entrance(request, "provider", 503, to=to)
        await self._client.save_authorize_data(request, redirect_uri=self._provider.redirect_uri, **redirect)
        request.session[_TO + redirect["state"]] = to
        return RedirectResponse(redirect["url"], 302, headers={"cache-control": "no-store"})

    async def _callback(self, request: Request) -> Response:
        to = safe_path(request.session.pop(_TO + request.query_params.get("state", ""), "/"))
        try:
            token = await self._client.authorize_access_token(request)
        except OAuthError as problem:
            log.warning("A login failed: %s", problem)
            return self._entrance(request, "cancelled" if problem.error == "access_denied" else "failed", 403, to=to)
        except Exception:  # an invalid ID token, an unavailable provider, an expired state
            log.warning("A login failed.", exc_info=True)
            return self._entrance(request, "failed", 403, to=to)
        return await self._let_in(request, token.get("userinfo") or {}, to)

    async def _let_in(self, request: Request, who: Json, to: str) -> Response:
        sessions = self._sessions()
        email = str(who.get("email") or "")
        if email and who.get("email_verified") is False:
            await to_thread.run_sync(sessions.deny, email, "unverified")
            return self._entrance(request, "unverified", 403, to=to, email=email)
        try:
            token = await to_thread.run_sync(sessions.begin, email) if email else None
        except Unavailable:
            return self._entrance(request, "away", 503, to=to)
        if token is None:
            return self._entrance(request, "denied", 403, to=to, email=email or "?")
        answer = RedirectResponse(self._provider.base_path + to, 303, headers={"cache-control": "no-store"})
        self._set(answer, COOKIE, token)
        answer.delete_cookie(_LEFT, path=self._path)
        return answer

    async def _logout(self, request: Request) -> Response:
        token = request.cookies.get(COOKIE, "")
        form = await request.form(max_files=0, max_fields=4)
        sent_token = form.get(FIELD)
        if not token or not isinstance(sent_token, str) or sent_token != form_token(token):
            return self._entrance(request, "enter", 403)
        try:
            await to_thread.run_sync(self._sessions().end, token)
        except Unavailable:
            return self._entrance(request, "away", 503)
        answer = self._entrance(request, "out", 200, to=f"/?lang={form['lang']}" if form.get("lang") else "/")
        answer.delete_cookie(COOKIE, path=self._path)
        self._set(answer, _LEFT, "1")
        return answer

    def _entrance(self, request: Request, notice: str, status: int, *, to: str = "/", email: str = "") -> Response:
        return entrance_page(
            request.scope, notice, status, to=safe_path(to), base=self._provider.base_path, email=email
        )

    def _set(self, answer: Response, name: str, value: str) -> None:
        secure = self._provider.is_encrypted
        answer.set_cookie(name, value, path=self._path, httponly=True, samesite="lax", secure=secure)

    @property
    def _path(self) -> str:
        return self._provider.base_path or "/"


def _client(provider: Provider) -> Any:
    registry = OAuth()
    registry.register(
        "provider",
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        server_metadata_url=provider.server_metadata_url,
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256", "timeout": 10},
    )
    return registry.create_client("provider")
