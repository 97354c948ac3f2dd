"""The app works with the network unplugged: nothing a page does leaves this machine."""

import pytest
from playwright.sync_api import Page

from interface.shell.page_list import PAGES
from tests.browser.watching import open_at, watch

ADDRESSES = ["/" if page.subject == "overview" else f"/{page.subject}" for page in PAGES]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_asks_nobody_outside(browser_page: Page, address: str):
    watched = watch(browser_page)

    open_at(browser_page, address)

    assert any(url.startswith("ws://127.0.0.1") for url in watched.requests)
    assert watched.outside == []
    assert watched.complaints == []


def test_a_request_to_somebody_outside_would_be_seen(browser_page: Page):
    watched = watch(browser_page)

    browser_page.goto("about:blank")
    browser_page.evaluate("fetch('http://192.0.2.1/tile.png').catch(() => null)")

    assert watched.outside == ["http://192.0.2.1/tile.png"]


def test_the_page_itself_refuses_to_show_pictures_from_outside(browser_page: Page):
    watched = watch(browser_page)
    browser_page.goto("/")

    browser_page.evaluate("new Image().src = 'http://192.0.2.1/t.png'")
    browser_page.wait_for_timeout(300)

    assert [said for said in watched.complaints if "192.0.2.1" in said and "Content Security Policy" in said]
