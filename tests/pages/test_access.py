"""Pages check access themselves: `streamlit run dashboard.py` starts without the server's own check."""

import pytest

from data_access.staff.accounts import AccountDraft, add_accounts
from data_access.staff.sessions import LoginSessions
from interface.shell.limiting import SEARCHES
from interface.shell.page_list import PAGES
from interface.shell.sessions import login_sessions
from language.languages import VIETNAMESE
from model.reader import LOCAL
from tests.data_access.invented_rows import invent, write
from tests.pages.running import charts, open_page, words
from tests.pages.visitors import Browser, come_from
from web.sessions import COOKIE

SCRIPTS = [page.script for page in PAGES]

HERE = Browser().headers
FOREIGN = [
    Browser(headers=(*HERE, ("X-Forwarded-For", "192.0.2.7"))),
    Browser(headers=(*HERE, ("Via", "1.1 proxy"))),
    Browser(headers=(("Host", "dashboard.example.vn"), ("Origin", "http://dashboard.example.vn"))),
    Browser(headers=HERE[:1]),
    Browser(headers=(HERE[0], ("Origin", "http://127.0.0.1:9"))),
    Browser(remote_ip="192.0.2.7"),
]


@pytest.mark.parametrize("browser", FOREIGN, ids=str)
@pytest.mark.parametrize("script", ["dashboard.py", "pages/explore.py", "pages/import.py"])
def test_nobody_but_this_machine_is_shown_a_page(browser: Browser, script: str, demo: str, monkeypatch):
    come_from(browser, monkeypatch)

    page = open_page(script)

    assert "DASHBOARD_ACCESS=login" in page.error[0].value
    assert not charts(page)
    assert not page.file_uploader
    assert not page.sidebar.children


def test_this_machine_is_shown_a_page(demo: str, monkeypatch):
    come_from(Browser(), monkeypatch)

    assert charts(open_page())


def test_a_word_that_nobody_knows_shows_nothing(demo: str, monkeypatch):
    monkeypatch.setenv("DASHBOARD_ACCESS", "Login")

    page = open_page()

    assert "Không hiểu DASHBOARD_ACCESS=Login" in page.error[0].value
    assert not charts(page)


@pytest.fixture
def log_in(app_url: str, monkeypatch):
    """`log_in(role)`: opens the following pages as an account of that role; returns its token."""
    write(app_url, *invent(40, seed=1))
    monkeypatch.setenv("DASHBOARD_ACCESS", "login")

    def log_in(role: str, *units: str) -> str:
        add_accounts(app_url, LOCAL, [AccountDraft(f"{role}@example.vn", role, units)])
        token = LoginSessions(app_url).begin(f"{role}@example.vn")
        assert token is not None
        come_from(Browser(cookies={COOKIE: token}), monkeypatch)
        return token

    return log_in


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("cookies", [{}, {COOKIE: "forged"}], ids=["nobody", "forged"])
def test_no_page_is_shown_without_a_session(script: str, cookies: dict[str, str], log_in, monkeypatch):
    log_in("admin")
    come_from(Browser(cookies=cookies), monkeypatch)

    page = open_page(script, unit=["LD-38"], lang="en")

    assert "Your session has ended" in page.info[0].value
    assert not page.sidebar.children
    assert not page.get("plotly_chart")
    (way,) = [one.proto.body for one in page.get("html") if "auth/login" in one.proto.body]
    assert "unit%3DLD-38" in way


def test_a_session_that_ends_ends_the_page_at_its_next_click(log_in, monkeypatch):
    token = log_in("staff", "LD-38")
    page = open_page("pages/targets.py")
    assert "staff@example.vn" in words(page)

    login_sessions().end(token)
    page.run()

    assert "Phiên đăng nhập đã kết thúc" in page.info[0].value
    assert not page.sidebar.children


@pytest.mark.parametrize(("role", "may_import"), [("viewer", False), ("staff", True), ("lead", True), ("admin", True)])
def test_only_staff_see_the_form_that_imports(role: str, may_import: bool, log_in):
    log_in(role)

    assert bool(open_page("pages/import.py").file_uploader) is may_import


@pytest.mark.parametrize(("role", "may_freeze"), [("viewer", False), ("staff", False), ("lead", True), ("admin", True)])
def test_only_leads_see_the_form_that_freezes(role: str, may_freeze: bool, log_in):
    log_in(role)
    page = open_page("pages/reports.py", show="frozen")

    assert (VIETNAMESE.freezing.may_not in words(page)) is not may_freeze


def test_an_account_that_searches_without_end_has_to_wait(log_in, monkeypatch):
    log_in("staff")
    texts = [open_page("pages/explore.py", q="may", lang="en").warning for _ in range(SEARCHES.amount + 2)]

    assert not texts[0]
    assert "searched too often" in texts[-1][0].value
    assert not open_page("pages/explore.py", lang="en").warning  # the rows themselves are shown
