"""A real OpenID provider, the app behind its login, and browsers without a screen that log in there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin

import requests
from oidc_provider_mock import run_server_in_thread

from data_access.staff.accounts import AccountDraft, add_accounts
from model.reader import LOCAL
from tests.postgresql import free_port
from tests.serving import serving

SECRET = "0123456789abcdef" * 2
BOSS, VIEWER, STAFF, LEAD, GONE = (f"{name}@example.vn" for name in ("boss", "viewer", "staff", "lead", "gone"))
ACCOUNTS = (
    AccountDraft(BOSS, "admin"),
    AccountDraft(VIEWER, "viewer", ("LD-38",)),
    AccountDraft(STAFF, "staff", ("LD-38",)),
    AccountDraft(LEAD, "lead"),
    AccountDraft(GONE, "lead"),
)


@dataclass(frozen=True)
class Guarded:
    """A running app with login."""

    address: str
    provider: str
    database: str


@contextmanager
def guarded(
    database: str, folder: Path, *, outside: str | None = None, port: int | None = None, id_token_age: int = 3600
) -> Iterator[Guarded]:
    """The app with login and a provider; `outside` is the public address where a proxy stands before `port`."""
    port = port or free_port()
    with run_server_in_thread(access_token_max_age=timedelta(seconds=id_token_age)) as server:
        provider = f"http://127.0.0.1:{server.server_port}"
        secrets = write_secrets(folder / "secrets.toml", outside or f"http://127.0.0.1:{port}", provider)
        settings = {"DASHBOARD_ACCESS": "login", "DASHBOARD_SECRETS": str(secrets)}
        with serving(database, folder / "log", port=port, settings=settings) as address:
            yield Guarded(outside or address, provider, database)


def write_secrets(file: Path, outside: str, provider: str) -> Path:
    """Write the secrets file as an operator would."""
    values = {
        "redirect_uri": f"{outside}/oauth2callback",
        "cookie_secret": SECRET,
        "client_id": "dashboard",
        "client_secret": "known to both",
        "server_metadata_url": f"{provider}/.well-known/openid-configuration",
    }
    file.write_text("[auth]\n" + "".join(f'{name} = "{value}"\n' for name, value in values.items()))
    return file


def add_everybody(database: str) -> None:
    """Add ACCOUNTS, the last of which is blocked later."""
    add_accounts(database, LOCAL, ACCOUNTS)


def log_in(app: Guarded, email: str, path: str = "/", browser: requests.Session | None = None) -> requests.Response:
    """What a browser sees after logging in on the way to `path`; its cookies are in `browser`."""
    browser = browser or requests.Session()
    page = browser.get(app.address + path, timeout=30)
    way = page.text.partition('class="go" href="')[2].partition('"')[0]
    response = browser.get(urljoin(app.address, way), timeout=30)
    return browser.post(response.url, data={"sub": email}, timeout=30)
