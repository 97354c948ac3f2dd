"""Login with a real provider: no content before it, the deep link after it, and no access without an account."""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from sqlalchemy import select, update
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from data_access.database.connections import open_engine
from data_access.database.schema import account, audit_event, login_session
from data_access.staff.accounts import AccountDraft, add_accounts, block_account, change_account
from data_access.staff.sessions import REMEMBERED_SECONDS
from model.clock import this_moment
from model.reader import LOCAL
from tests.data_access.importing.stored import scalars
from tests.front import PROXIES, proxied_by
from tests.logging_in import BOSS, GONE, LEAD, STAFF, VIEWER, Guarded, add_everybody, guarded, log_in
from tests.postgresql import free_port
from web.entrance import safe_path
from web.sessions import COOKIE, form_token

CLOSED = (
    "/",
    "/explore?unit=LD-38",
    "/import",
    "/x.y",
    "/_stcore/host-config",
    "/_stcore/allowed-message-origins",
    "/media/0.csv",
    "/files/token/rows.csv",
    "/auth/login.html",
)
DEEP = "/ranking?unit=LD-38&q=m%C3%A1y%20b%C6%A1m&lang=en"


@pytest.fixture(scope="module")
def app(_prepared_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    folder = tmp_path_factory.mktemp("login")
    (folder / "accounts.db").write_bytes(_prepared_file.read_bytes())
    add_everybody(f"sqlite:///{folder / 'accounts.db'}")
    with guarded(f"sqlite:///{folder / 'accounts.db'}", folder) as running:
        yield running


@pytest.fixture
def browser() -> requests.Session:
    return requests.Session()


def stream(app: Guarded, browser: requests.Session, origin: str | None = None, path: str = "/_stcore/stream") -> int:
    """The status of a tab's handshake."""
    cookies = "; ".join(f"{one.name}={one.value}" for one in browser.cookies)
    try:
        with connect(
            app.address.replace("http", "ws") + path,
            origin=origin or app.address,
            additional_headers={"Cookie": cookies},
            subprotocols=["streamlit"],
            proxy=None,
        ):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


def is_in(app: Guarded, browser: requests.Session) -> bool:
    return browser.get(app.address + "/", timeout=30).status_code == 200 and stream(app, browser) == 101


def actions(app: Guarded, who: str) -> list[str]:
    return scalars(
        app.database, select(audit_event.c.action).where(audit_event.c.who == who).order_by(audit_event.c.id)
    )


@pytest.mark.parametrize("path", CLOSED)
def test_nothing_of_the_app_is_sent_before(app: Guarded, browser: requests.Session, path: str):
    answer = browser.get(app.address + path, timeout=30)

    assert answer.status_code == 401
    assert "root" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_of_examples_everybody_may_open_what_is_public_and_finds_nothing_else(app: Guarded, browser: requests.Session):
    assert browser.get(f"{app.address}/share/unknown", timeout=30).status_code == 404
    assert browser.get(f"{app.address}/examples?example=unknown", timeout=30).status_code == 401


def test_no_stream_and_no_upload_before(app: Guarded, browser: requests.Session):
    for path in ("/_stcore/stream", "/share/_stcore/stream", "/static/_stcore/stream"):
        assert stream(app, browser, path=path) == 403
    browser.cookies.set(COOKIE, "forged")
    assert stream(app, browser) == 403
    for method in ("PUT", "POST", "DELETE"):
        answer = browser.request(method, f"{app.address}/_stcore/upload_file/a/b", data=b"x", timeout=30)
        assert answer.status_code == 401


def test_after_login_readers_stand_where_the_link_pointed(app: Guarded, browser: requests.Session):
    arrived = log_in(app, BOSS.upper(), DEEP, browser)

    assert arrived.url == app.address + DEEP
    assert arrived.status_code == 200
    assert is_in(app, browser)
    (cookie,) = [one for one in browser.cookies if one.name == COOKIE]
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "lax"
    assert actions(app, BOSS)[-1] == "login"


@pytest.mark.parametrize("email", ["stranger@example.vn", GONE])
def test_strangers_and_blocked_accounts_are_not_let_in(app: Guarded, browser: requests.Session, email: str):
    if email == GONE:
        block_account(app.database, LOCAL, GONE)
    answer = log_in(app, email, "/?lang=en", browser)

    assert answer.status_code == 403
    assert f"{email} has no account here, or it is blocked." in answer.text
    assert COOKIE not in browser.cookies
    assert actions(app, email)[-1] == "login_denied"


def test_a_login_that_nobody_requested_here_is_refused(app: Guarded, browser: requests.Session):
    foreign = requests.Session()
    response = foreign.get(f"{app.address}/auth/login", timeout=30)
    back = foreign.post(response.url, data={"sub": BOSS}, timeout=30, allow_redirects=False).headers["location"]

    answer = browser.get(back, timeout=30)

    assert answer.status_code == 403
    assert COOKIE not in browser.cookies
    assert browser.get(f"{app.address}/oauth2callback?code=x&state=y", timeout=30).status_code == 403


def test_a_denied_login_says_so(app: Guarded, browser: requests.Session):
    response = browser.get(f"{app.address}/auth/login?to=/%3Flang%3Den", timeout=30)

    answer = browser.post(response.url, data={"action": "deny"}, timeout=30)

    assert answer.status_code == 403
    assert "đã bị hủy hoặc bị từ chối" in answer.text  # this provider forgets which login it denies


def test_an_id_token_that_has_expired_lets_nobody_in(_prepared_file: Path, tmp_path: Path, browser):
    (tmp_path / "a.db").write_bytes(_prepared_file.read_bytes())
    add_everybody(f"sqlite:///{tmp_path / 'a.db'}")
    with guarded(f"sqlite:///{tmp_path / 'a.db'}", tmp_path, id_token_age=-600) as app:
        answer = log_in(app, BOSS, "/?lang=en", browser)

        assert answer.status_code == 403
        assert COOKIE not in browser.cookies


def test_logging_out_ends_every_session_of_the_account(app: Guarded, browser: requests.Session):
    other, copied = requests.Session(), requests.Session()
    log_in(app, LEAD, browser=browser)
    log_in(app, LEAD, browser=other)
    copied.cookies.update(browser.cookies)
    token = browser.cookies[COOKIE]
    for given in ({}, {"token": "x"}, {"token": form_token("another")}):
        assert browser.post(f"{app.address}/auth/logout", data=given, timeout=30).status_code == 403
    assert browser.get(f"{app.address}/auth/logout", timeout=30).status_code == 405
    assert is_in(app, browser)

    answer = browser.post(f"{app.address}/auth/logout", data={"token": form_token(token), "lang": "en"}, timeout=30)

    assert "logged out" in answer.text
    assert not any(is_in(app, one) for one in (browser, other, copied))
    again = browser.get(f"{app.address}/auth/login", timeout=30)
    assert parse_qs(urlsplit(again.url).query)["prompt"] == ["login"]


_LESS = {
    "blocked": block_account,
    "role": lambda url, by, email: change_account(url, by, AccountDraft(email, "viewer")),
    "units": lambda url, by, email: change_account(url, by, AccountDraft(email, units=("LD-01",))),
}


def test_who_may_less_is_out(app: Guarded):
    browsers = {name: requests.Session() for name in _LESS}
    for name, browser in browsers.items():
        add_accounts(app.database, LOCAL, [AccountDraft(f"{name}@congdoan.example", "staff", ("LD-38",))])
        log_in(app, f"{name}@congdoan.example", browser=browser)
        assert is_in(app, browser)

    for name, change in _LESS.items():
        change(app.database, LOCAL, f"{name}@congdoan.example")
    time.sleep(REMEMBERED_SECONDS + 0.5)

    for name, browser in browsers.items():
        assert not is_in(app, browser), name
        assert stream(app, browser) == 403, name


def test_eight_hours_of_rest_end_a_session(app: Guarded):
    browsers = {7.9: requests.Session(), 8.1: requests.Session()}
    engine = open_engine(app.database)
    for (hours, browser), email in zip(browsers.items(), (VIEWER, BOSS), strict=True):
        log_in(app, email, browser=browser)
        mine = select(account.c.id).where(account.c.email == email).scalar_subquery()
        seen = this_moment() - timedelta(hours=hours)
        with engine.begin() as connection:
            connection.execute(update(login_session).where(login_session.c.account_id == mine).values(seen_at=seen))
    engine.dispose()
    time.sleep(REMEMBERED_SECONDS + 0.5)

    assert {hours: is_in(app, browser) for hours, browser in browsers.items()} == {7.9: True, 8.1: False}


def test_only_who_may_import_may_upload(app: Guarded):
    block_account(app.database, LOCAL, STAFF, blocked=False)
    change_account(app.database, LOCAL, AccountDraft(STAFF, "staff"))
    for email, refused in ((VIEWER, True), (STAFF, False), (BOSS, False)):
        browser = requests.Session()
        log_in(app, email, browser=browser)
        answer = browser.put(f"{app.address}/_stcore/upload_file/a/b", data=b"x", timeout=30)
        assert ("may not upload" in answer.text) is refused, email


@pytest.mark.parametrize(
    "headers",
    [{"Host": "elsewhere.example"}, {"Origin": "http://elsewhere.example"}, {"Origin": "http://127.0.0.1:9"}],
    ids=str,
)
def test_only_the_address_readers_type_is_answered(app: Guarded, browser: requests.Session, headers: dict[str, str]):
    log_in(app, BOSS, browser=browser)

    assert browser.get(app.address + "/", headers=headers, timeout=30).status_code == 403
    assert stream(app, browser, "http://elsewhere.example") == 403


def test_streamlits_own_ways_in_are_closed(app: Guarded, browser: requests.Session):
    log_in(app, BOSS, browser=browser)
    assert browser.get(f"{app.address}/auth/logout", timeout=30, allow_redirects=False).status_code == 405
    assert is_in(app, browser)


@pytest.mark.parametrize("kind", PROXIES)
def test_it_works_behind_a_proxy(_prepared_file: Path, tmp_path: Path, browser: requests.Session, kind: str):
    (tmp_path / "a.db").write_bytes(_prepared_file.read_bytes())
    add_everybody(f"sqlite:///{tmp_path / 'a.db'}")
    port = free_port()
    with (
        proxied_by(kind, f"http://127.0.0.1:{port}", tmp_path, forwards=True) as outside,
        guarded(f"sqlite:///{tmp_path / 'a.db'}", tmp_path, outside=outside, port=port) as app,
    ):
        assert log_in(app, BOSS, DEEP, browser).url == outside + DEEP
        assert is_in(app, browser)
        assert requests.get(f"http://127.0.0.1:{port}/", timeout=30).status_code == 403


@pytest.mark.parametrize(
    "to",
    [
        "//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", "",
        "/a\r\nSet-Cookie: x=y", "/a b", "/auth/logout", "/oauth2callback?code=x", "/" + "a" * 2000, "/đ",
    ],
)  # fmt: skip
def test_a_login_leads_nowhere_else(to: str):
    assert safe_path(to) == "/"


def test_the_page_before_the_login_has_no_script(app: Guarded, browser: requests.Session):
    answer = browser.get(f'{app.address}/"><script>alert(1)</script>?lang=en&x="><script>', timeout=30)

    assert not re.search(r"<script", answer.text)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
