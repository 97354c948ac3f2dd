"""The OpenID provider configured in the secrets file."""

import tomllib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from model.settings import Misconfigured, secrets_file

CALLBACK: Final = "/oauth2callback"
WANTED: Final = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
PACKAGES: Final = ("authlib", "httpx2", "itsdangerous")
_SHORTEST_SECRET: Final = 32


@dataclass(frozen=True)
class Provider:
    """The OpenID provider, and the public address of the app. Never part of a message."""

    redirect_uri: str
    cookie_secret: str
    client_id: str
    client_secret: str
    server_metadata_url: str

    def __repr__(self) -> str:
        return f"Provider({self.server_metadata_url!r})"

    @property
    def origin(self) -> str:
        """Scheme, host and port of the public address, the only accepted Host and Origin."""
        parts = urlsplit(self.redirect_uri)
        return f"{parts.scheme}://{parts.netloc}".lower()

    @property
    def base_path(self) -> str:
        """The path below which a proxy serves the app: "" or “/path”."""
        return urlsplit(self.redirect_uri).path.removesuffix(CALLBACK)

    @property
    def is_encrypted(self) -> bool:
        return self.redirect_uri.startswith("https://")


def read_provider() -> Provider:
    """The provider from `.streamlit/secrets.toml`, or the file DASHBOARD_SECRETS names. Raises Misconfigured."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        raise Misconfigured(f"Login needs packages that are missing: {', '.join(missing)}. Run make setup.")
    file = secrets_file()
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
