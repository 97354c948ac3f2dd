"""Requests that leave this machine are noticed; test_every_page.py shows that no page makes any."""

from playwright.sync_api import Page

from tests.browser.watching import watch


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

    assert [one for one in watched.complaints if "192.0.2.1" in one and "Content Security Policy" in one]
