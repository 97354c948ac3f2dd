"""Pages for accounts of one unit show no row of another, and nothing of others in a closed programme."""

from collections.abc import Iterator

import pytest
from google.protobuf.message import Message

from data_access.staff.sessions import LoginSessions
from interface.shell.page_list import PAGES
from tests.leaking import LEAKED, OWN, OWNED, READERS, secrets_in, write_marked
from tests.pages.running import open_page
from tests.pages.test_poison import nodes
from tests.pages.visitors import Browser, come_from
from web.sessions import COOKIE

SCRIPTS = [page.script for page in PAGES if page.subject != "admin"]
VIEWS = [{}, {"unit": [OWN]}, {"unit": ["LD-01"]}, {"within": "LD-01"}, {"basis": "published"}]
MORE = [
    ("pages/explore.py", {"q": LEAKED}),
    ("pages/explore.py", {"q": "leakedwrd"}),
    ("pages/explore.py", {"row": "LD-01-1"}),
    ("pages/explore.py", {"show": "examples"}),
    ("pages/explore.py", {"show": "pivot", "down": "unit"}),
    ("pages/targets.py", {"show": "table"}),
    ("pages/stage.py", {"stage": "leaders.map.standing", "unit": [OWN]}),
]
CASES = [*((script, view) for script in SCRIPTS for view in VIEWS), *MORE]


@pytest.fixture(scope="module", params=["open", "closed"])
def marked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bool]:
    url = f"sqlite:///{tmp_path_factory.mktemp('marked') / 'marked.db'}"
    write_marked(url, closed=request.param == "closed")
    return url, request.param == "closed"


def seen(script: str, view: dict[str, object], who: str, url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Everything the page sends to the browser of an account."""
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("DASHBOARD_ACCESS", "login")
    token = LoginSessions(url).begin(READERS[who].email)
    come_from(Browser(cookies={COOKIE: str(token)}), monkeypatch)
    page = open_page(script, **view)
    assert not page.exception
    return "\n".join(text for node in nodes(page._tree) for text in accessible_text(node.proto))


def accessible_text(message: Message) -> Iterator[str]:
    """Every text of an element, including those in the bytes of tables."""
    for _, value in message.ListFields():
        for one in list(value) if not isinstance(value, str | bytes | int | float | Message) else [value]:
            if isinstance(one, Message):
                yield from accessible_text(one)
            elif isinstance(one, str | bytes):
                yield one if isinstance(one, str) else one.decode("utf-8", errors="ignore")


@pytest.mark.parametrize(("script", "view"), CASES, ids=str)
@pytest.mark.parametrize("who", ["viewer", "staff"])
def test_no_page_shows_what_is_out_of_scope(who: str, script: str, view: dict[str, object], marked, monkeypatch):
    url, is_closed = marked
    text = seen(script, view, who, url, monkeypatch)

    typed = str(view.get("q", ""))
    text = text.replace(typed, "") if typed else text
    place = text.find(LEAKED)
    assert place < 0, text[max(0, place - 200) : place + 100]
    if is_closed and view.get("basis") != "published":
        assert not secrets_in(text), secrets_in(text)


def test_staff_find_their_own(marked, monkeypatch):
    url, _ = marked
    for view in ({}, {"q": OWNED}, {"show": "examples"}):
        assert OWNED in seen("pages/explore.py", view, "staff", url, monkeypatch)
    assert OWNED in seen("pages/unit.py", {"unit": [OWN]}, "staff", url, monkeypatch)


def test_a_viewer_learns_why_there_are_no_rows(marked, monkeypatch):
    url, _ = marked
    for script in ("pages/explore.py", "pages/unit.py", "pages/value.py"):
        assert "chỉ dành cho tài khoản cán bộ" in seen(script, {"unit": [OWN]}, "viewer", url, monkeypatch), script


def test_units_out_of_scope_are_reported(marked, monkeypatch):
    url, is_closed = marked
    text = seen("dashboard.py", {"unit": ["LD-01"]}, "staff", url, monkeypatch)
    assert ("ngoài phạm vi của bạn" in text) is is_closed
    rows = seen("pages/explore.py", {"unit": ["LD-01"]}, "staff", url, monkeypatch)
    assert (OWNED in rows) is is_closed  # there the page shows the reader's own scope, and says so
    assert is_closed or "LD-01" in rows
