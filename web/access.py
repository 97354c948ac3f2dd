"""What DASHBOARD_ACCESS says: open to this machine alone, or a login for everybody; and who tells who logs in."""

import os
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

SETTING: Final = "DASHBOARD_ACCESS"
CALLBACK: Final = "/oauth2callback"
WANTED: Final = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
PACKAGES: Final = ("authlib", "httpx2", "itsdangerous")
_SECRETS: Final = Path(__file__).parents[1] / ".streamlit" / "secrets.toml"
_SHORTEST_SECRET: Final = 32


class Access(StrEnum):
    """Who may come in."""

    OPEN = "open"  # this machine alone, without asking who it is
    LOGIN = "login"  # accounts that logged in


class Misconfigured(Exception):  # noqa: N818 (says what the operator is told)
    """Nobody can be let in safely. Its only argument is a sentence for the operator."""


@dataclass(frozen=True)
class Provider:
    """The OpenID provider, and the address under which readers reach the app. Kept out of every message."""

    redirect_uri: str
    cookie_secret: str
    client_id: str
    client_secret: str
    server_metadata_url: str

    def __repr__(self) -> str:
        return f"Provider({self.server_metadata_url!r})"

    @property
    def origin(self) -> str:
        """Scheme, host and port readers type: the only Host and Origin that are answered."""
        parts = urlsplit(self.redirect_uri)
        return f"{parts.scheme}://{parts.netloc}".lower()

    @property
    def base_path(self) -> str:
        """Where a proxy has put the app: "" or “/path”."""
        return urlsplit(self.redirect_uri).path.removesuffix(CALLBACK)

    @property
    def is_encrypted(self) -> bool:
        return self.redirect_uri.startswith("https://")


def read_access() -> Access:
    """The setting; raises Misconfigured for a word that nobody knows, since guessing would open the door."""
    written = os.environ.get("DASHBOARD_ACCESS", "")
    try:
        return Access(written or Access.OPEN)
    except ValueError:
        raise Misconfigured(
            f"{SETTING}={written} is not known. Write {SETTING}=open for this machine alone, or {SETTING}=login."
        ) from None


def read_provider() -> Provider:
    """The provider of `.streamlit/secrets.toml`, or of the file DASHBOARD_SECRETS names. Raises Misconfigured."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        raise Misconfigured(f"Login needs packages that are missing: {', '.join(missing)}. Run make setup.")
    file = Path(os.environ.get("DASHBOARD_SECRETS") or _SECRETS)
    try:
        section = tomllib.loads(file.read_text(encoding="utf-8")).get("auth", {})
    except OSError:
        raise Misconfigured(f"Login needs the file {file}: deploy/README.md shows what stands in it.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise Misconfigured(f"{file} is no TOML: deploy/README.md shows what stands in it.") from None
    if not isinstance(section, dict):
        section = {}
    lacking = [name for name in WANTED if not isinstance(section.get(name), str) or not section[name].strip()]
    if lacking:
        raise Misconfigured(f"{file} lacks in its section [auth]: {', '.join(lacking)}. See deploy/README.md.")
    return _checked(Provider(**{name: section[name].strip() for name in WANTED}), file)


def _checked(provider: Provider, file: Path) -> Provider:
    parts = urlsplit(provider.redirect_uri)
    if parts.scheme not in ("http", "https") or not parts.netloc or not parts.path.endswith(CALLBACK):
        raise Misconfigured(f"{file}: redirect_uri is the address readers type, followed by {CALLBACK}.")
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise Misconfigured(f"{file}: redirect_uri begins with https:// anywhere but on this machine.")
    if len(provider.cookie_secret) < _SHORTEST_SECRET:
        raise Misconfigured(f"{file}: cookie_secret has at least {_SHORTEST_SECRET} characters: openssl rand -hex 32.")
    return provider
