"""Access control while access is open, based on the request instead of the listening address.

Only this machine is answered: a loopback peer, a loopback Host, a matching Origin, and no forwarding header, which
would mean a proxy for other machines.
"""

from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from language.languages import LANGUAGES

FORWARDED: Final = ("forwarded", "via", "x-real-ip")
FORWARDED_LIKE: Final = "x-forwarded-"
REFUSED: Final = "".join(f"{language.entrance.not_here}\n" for language in LANGUAGES.values())

Headers = Iterable[tuple[str, str]]


class Door:
    """Middleware that answers 403 to everybody but this machine while access is open."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or _is_this_machine(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": "403"})  # before accepting: a plain 403
        else:
            await PlainTextResponse(REFUSED, 403)(scope, receive, send)


def _is_this_machine(scope: Scope) -> bool:
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
    peer = scope.get("client")
    return comes_from_here(headers, peer[0] if peer else "", needs_origin=scope["type"] == "websocket")


def comes_from_here(headers: Headers, peer: str, *, needs_origin: bool) -> bool:
    """Whether a request comes directly from this machine. `peer` is the remote address."""
    values: dict[str, list[str]] = {}
    for name, value in headers:
        values.setdefault(name.lower(), []).append(value)
    hosts = values.get("host", [])
    if any(name in FORWARDED or name.startswith(FORWARDED_LIKE) for name in values):
        return False
    if not is_loopback(peer) or len(hosts) != 1 or not is_loopback(_host_of(f"//{hosts[0]}")):
        return False
    return _same_place(values, hosts[0], needs_origin=needs_origin)


def _same_place(values: Mapping[str, list[str]], host: str, *, needs_origin: bool) -> bool:
    """Whether the Origin equals the Host, or is missing and not needed.

    Another port of this machine is another program.
    """
    origins = values.get("origin", [])
    if not origins:
        return not needs_origin
    return len(origins) == 1 and origins[0].lower() in (f"http://{host.lower()}", f"https://{host.lower()}")


def is_loopback(host: str) -> bool:
    """Whether a name or an address can only mean this machine."""
    if host.lower() == "localhost":
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    version_4 = getattr(address, "ipv4_mapped", None)
    return (version_4 or address).is_loopback


def _host_of(place: str) -> str:
    """The name in “//name:port”; "" for anything else."""
    try:
        parts = urlsplit(place)
        if parts.port == 0 or parts.username is not None or parts.path or parts.query or parts.fragment:
            return ""
    except ValueError:
        return ""
    return parts.hostname or ""
