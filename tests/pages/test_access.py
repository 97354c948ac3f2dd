"""The rule of the door once more in the page itself: `streamlit run dashboard.py` starts without a door."""

import pytest

from tests.pages.running import charts, open_page
from tests.pages.visitors import Browser, come_from

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
