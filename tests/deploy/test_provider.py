"""The OpenID provider of `deploy/`: Debian's own programs with accounts of its own, and the app that trusts it."""

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests
from sqlalchemy import select

from data_access.database.schema import audit_event
from data_access.staff.accounts import block_account
from deploy.provider.__main__ import main
from deploy.provider.people import remove_person, set_person
from deploy.provider.portal import FORGIVEN_SECONDS
from deploy.provider.running import PACKAGES, missing_programs, running_provider
from model.reader import LOCAL
from tests.data_access.importing.stored import scalars
from tests.front import install
from tests.logging_in import BOSS, LEAD, STAFF, VIEWER, Guarded, add_everybody
from tests.postgresql import free_port
from tests.serving import PROJECT, serving
from web.sessions import COOKIE, form_token

DEEP = "/ranking?unit=LD-38&lang=en"
PASSWORD = "một câu dài, dễ nhớ"
ANOTHER = "câu khác cũng đủ dài"


@dataclass(frozen=True)
class House:
    """The app, its OpenID provider, and the provider's folder."""

    app: Guarded
    folder: Path


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder accessible to the user the provider runs as."""
    _install()
    place = Path(tempfile.mkdtemp(prefix="provider-"))
    place.chmod(0o755)
    yield place / "login"
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def house(folder: Path, _prepared_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    port, own_port = free_port(), free_port()
    home = tmp_path_factory.mktemp("guarded")
    words = [
        "--login",
        f"http://127.0.0.1:{own_port}",
        "--dashboard",
        f"http://127.0.0.1:{port}",
        "--port",
        str(own_port),
    ]
    made = _command("setup", str(folder), *words)
    (home / "secrets.toml").write_text(made.stdout)
    (home / "accounts.db").write_bytes(_prepared_file.read_bytes())
    database = f"sqlite:///{home / 'accounts.db'}"
    add_everybody(database)
    _give_away(folder)
    settings = {"DASHBOARD_ACCESS": "login", "DASHBOARD_SECRETS": str(home / "secrets.toml")}
    with running_provider(folder), serving(database, home / "log", port=port, settings=settings) as address:
        for email in (BOSS, VIEWER, STAFF, LEAD):
            set_person(folder, email, "Nguyễn Thị Ánh", PASSWORD)
        yield House(Guarded(address, f"http://127.0.0.1:{own_port}", database), folder)


def test_people_log_in_and_stand_where_the_link_pointed(house: House):
    arrived = _log_in(house, requests.Session(), BOSS, PASSWORD)

    assert arrived.url == house.app.address + DEEP
    assert arrived.status_code == 200


@pytest.mark.parametrize("email", [VIEWER, "nobody@example.vn", "*", f"{BOSS})(mail=*"])
def test_a_wrong_password_or_a_stranger_stays_at_the_login_page(house: House, email: str):
    arrived = _log_in(house, requests.Session(), email, "not the password")

    assert arrived.url.startswith(house.app.provider)
    assert COOKIE not in arrived.cookies


def test_known_to_the_provider_is_not_known_to_the_dashboard(house: House):
    set_person(house.folder, "guest@example.vn", "Guest", PASSWORD)

    arrived = _log_in(house, requests.Session(), "guest@example.vn", PASSWORD)

    assert arrived.status_code == 403
    assert "guest@example.vn has no account here" in arrived.text


def test_after_a_logout_the_next_person_at_the_machine_has_to_log_in(house: House):
    browser = requests.Session()
    _log_in(house, browser, BOSS, PASSWORD)
    token = form_token(browser.cookies[COOKIE])
    time.sleep(FORGIVEN_SECONDS + 1)
    browser.post(f"{house.app.address}/auth/logout", data={"token": token, "lang": "en"}, timeout=30)

    assert _log_in(house, browser, LEAD, PASSWORD).url == house.app.address + DEEP
    assert _logged_in(house)[-2:] == [BOSS, LEAD]


def test_another_password_replaces_the_first(house: House):
    set_person(house.folder, LEAD.upper(), "Lê Văn B", ANOTHER)

    assert _log_in(house, requests.Session(), LEAD, PASSWORD).url.startswith(house.app.provider)
    assert _log_in(house, requests.Session(), LEAD, ANOTHER).url == house.app.address + DEEP


def test_people_change_their_own_password(house: House):
    set_person(house.folder, "own@example.vn", "Own", PASSWORD)
    browser = requests.Session()
    _log_in(house, browser, "own@example.vn", PASSWORD)
    menu = browser.get(f"{house.app.provider}/?tab=password", timeout=30)
    typed = {"oldpassword": PASSWORD, "newpassword": ANOTHER, "confirmpassword": ANOTHER}
    _send(browser, menu, typed)

    assert _log_in(house, requests.Session(), "own@example.vn", PASSWORD).url.startswith(house.app.provider)
    assert "own@example.vn has no account here" in _log_in(house, requests.Session(), "own@example.vn", ANOTHER).text


def test_whoever_is_taken_out_cannot_come_back(house: House):
    assert remove_person(house.folder, STAFF)
    assert not remove_person(house.folder, STAFF)

    assert _log_in(house, requests.Session(), STAFF, PASSWORD).url.startswith(house.app.provider)


def test_ten_wrong_passwords_close_an_account_for_a_while(house: House):
    set_person(house.folder, "guessed@example.vn", "Guessed", PASSWORD)
    for _ in range(10):
        _log_in(house, requests.Session(), "guessed@example.vn", "not the password")

    assert _log_in(house, requests.Session(), "guessed@example.vn", PASSWORD).url.startswith(house.app.provider)


def test_a_blocked_account_does_not_come_in_with_the_right_password(house: House):
    block_account(house.app.database, LOCAL, VIEWER)

    assert _log_in(house, requests.Session(), VIEWER, PASSWORD).status_code == 403


def test_passwords_and_keys_are_for_its_owner_alone(house: House):
    for file in (house.folder, *house.folder.glob("*.*"), *house.folder.glob("conf/*")):
        assert not file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO), file
    people = (house.folder / "people" / "data.mdb").read_bytes()
    assert PASSWORD.encode() not in people
    assert b"{ARGON2}" in people


@pytest.mark.parametrize("path", ["sessions/global", "config/latest", "adminSessions", "notifications", "register"])
def test_doors_for_machines_are_shut(house: House, path: str):
    assert requests.get(f"{house.app.provider}/{path}", timeout=30).status_code == 404


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("person", "{there}", "no address", "An"), "'no address' is no e-mail address."),
        (("person", "{there}", "an@example.vn", "An"), "A password has at least 10 characters."),
        (("person", "{there}", "an@example.vn", " "), "A name and a password are one line each."),
        (("setup", "{there}", "--login", "http://a.vn", "--dashboard", "http://b.vn"), "holds a provider already"),
        (("setup", "{new}", "--login", "login.vn", "--dashboard", "http://b.vn"), "an address looks like https://"),
        (
            ("setup", "{new}", "--login", "http://a.vn/x", "--dashboard", "http://b.vn"),
            "an address looks like https://",
        ),
        (("remove", "{there}", "nobody@example.vn"), "nobody@example.vn is not there."),
        (("run", "{new}"), "No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(house: House, tmp_path: Path, words: tuple[str, ...], sentence: str):
    filled = [word.format(there=house.folder, new=tmp_path / "new") for word in words]

    done = _command(*filled, stdin="short\n" if words[-1] == "An" else f"{PASSWORD}\n")

    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "new").exists()


def test_missing_programs_are_named_with_the_packages_that_bring_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("deploy.provider.running._PATH", str(tmp_path))

    assert main(["run", str(tmp_path)]) == 1
    assert "slapd, llng-fastcgi-server, nginx" in (errors := capsys.readouterr().err)
    assert all(package in errors for package in PACKAGES)


def _log_in(house: House, browser: requests.Session, email: str, password: str) -> requests.Response:
    """The page that a browser sees after filling in the provider's form on the way to DEEP."""
    page = browser.get(house.app.address + DEEP, timeout=30)
    way = page.text.partition('class="go" href="')[2].partition('"')[0]
    shown = browser.get(urljoin(house.app.address, way), timeout=60)
    if 'name="password"' not in shown.text:  # a form that the browser sends by itself
        shown = _send(browser, shown, {})
    return _send(browser, shown, {"user": email, "password": password})


def _send(browser: requests.Session, page: requests.Response, typed: dict[str, str]) -> requests.Response:
    action = re.search(r'<form[^>]*? action="([^"]*)"', page.text)
    inputs = [dict(re.findall(r'(\w+)="([^"]*)"', tag)) for tag in re.findall(r"<input [^>]+>", page.text)]
    hidden = {one["name"]: one.get("value", "") for one in inputs if one.get("type") == "hidden"}
    return browser.post(urljoin(page.url, action[1] if action else ""), data=hidden | typed, timeout=60)


def _logged_in(house: House) -> list[str]:
    """The accounts that logged in, in their order."""
    statement = select(audit_event.c.who).where(audit_event.c.action == "login").order_by(audit_event.c.id)
    return scalars(house.app.database, statement)


def _command(*words: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "deploy.provider", *words],
        cwd=PROJECT,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _give_away(folder: Path) -> None:
    """Give the folder to another user, because the login page refuses to run as root, as tests may."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, "nobody", "nogroup")


def _install() -> None:
    if missing_programs():
        install()
    if missing := missing_programs():
        raise RuntimeError(f"No {missing} here. Install {' '.join(PACKAGES)} and run the tests again.")


def test_the_operator_gets_every_package():
    assert f"--no-install-recommends {' '.join(PACKAGES)}\n" in (PROJECT / "docs" / "operator.md").read_text()
