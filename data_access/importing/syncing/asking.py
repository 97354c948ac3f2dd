"""One page of an address: over TLS where a token is sent, within a time limit, with retries."""

import http.client
import ipaddress
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Final

from data_access.database.errors import NotSaved
from data_access.importing.syncing.settings import SourceSettings

_TRIES: Final = 3
_SECONDS: Final = "30"
_LARGEST: Final = 200 * 1024 * 1024  # of one page
_BLOCK: Final = 1024 * 1024
_FAILURES: Final = (urllib.error.URLError, http.client.HTTPException, OSError, ValueError)


class Door:
    """Asks the host of a source; `ca` of its file names a certificate of an own authority."""

    def __init__(self, settings: SourceSettings) -> None:
        self._source = settings.name
        self._home = urllib.parse.urlsplit(settings.option("url"))
        self._token = settings.option("token")
        self._seconds = float(settings.option("timeout_seconds", _SECONDS))
        if self._home.scheme not in ("https", "http"):
            raise self._away("url")
        if self._token and self._home.scheme == "http" and not _is_loopback(self._home.hostname or ""):
            raise self._away("token: https")
        try:
            self._tls = ssl.create_default_context(cafile=settings.option("ca") or None)
        except OSError as problem:
            raise self._away(f"ca: {problem}") from problem

    def get(self, address: str) -> bytes:
        """The page. Raises NotSaved (source_away) once it failed three times."""
        for tries_left in range(_TRIES - 1, -1, -1):
            try:
                return self._get(address)
            except _FAILURES as problem:
                if not tries_left:
                    raise self._away(str(problem)) from problem
                time.sleep(0.5)
        raise self._away(address)

    def _get(self, address: str) -> bytes:
        parts = urllib.parse.urlsplit(address)
        if parts.scheme not in ("https", "http"):
            raise self._away(address)
        request = urllib.request.Request(address)  # noqa: S310 (http and https only)
        if self._token and (parts.scheme, parts.netloc) == (self._home.scheme, self._home.netloc):
            # Not sent along where the host answers with another address.
            request.add_unredirected_header("Authorization", f"Bearer {self._token}")
        until, content = time.monotonic() + self._seconds, bytearray()
        with urllib.request.urlopen(request, timeout=self._seconds, context=self._tls) as answer:  # noqa: S310
            while block := answer.read1(_BLOCK):
                content += block
                if len(content) > _LARGEST:
                    raise self._away(f"> {_LARGEST // _BLOCK} MB")
                if time.monotonic() > until:  # a server that drips
                    raise TimeoutError(f"> {self._seconds:g} s")
            if answer.length:  # what was promised did not all come
                raise http.client.IncompleteRead(bytes(content), answer.length)
        return bytes(content)

    def _away(self, reason: str) -> NotSaved:
        return NotSaved("source_away", source=self._source, reason=reason[:200])


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
