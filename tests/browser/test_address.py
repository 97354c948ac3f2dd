"""The address carries the view: F5, Back and a copied link show the same numbers."""

from urllib.parse import parse_qs, urlparse

from playwright.sync_api import Page, expect

from language.languages import VIETNAMESE
from tests.browser.watching import open_at, settle

PHASE_ONE = "/?phase=1&as_of=2022-04-20T08:00"
TOTAL = "163.532"


def text_of_page(page: Page) -> str:
    """The words of the page without the sidebar."""
    return page.inner_text("[data-testid=stMain]")


def test_a_copied_link_shows_the_same_view(browser_page: Page):
    open_at(browser_page, PHASE_ONE)

    assert TOTAL in text_of_page(browser_page)


def test_a_reload_keeps_the_view(browser_page: Page):
    open_at(browser_page, PHASE_ONE)

    browser_page.reload()
    settle(browser_page)

    assert TOTAL in text_of_page(browser_page)
    assert "as_of=2022-04-20T08" in browser_page.url


def test_back_from_another_page_shows_the_view_again(browser_page: Page):
    open_at(browser_page, PHASE_ONE)

    browser_page.get_by_test_id("stSidebar").get_by_role("link", name=VIETNAMESE.pages.titles["targets"]).click()
    browser_page.wait_for_url("**/targets**")
    settle(browser_page)
    assert "as_of=2022-04-20T08" in browser_page.url

    browser_page.go_back()
    settle(browser_page)
    assert TOTAL in text_of_page(browser_page)


def test_back_takes_the_last_choice_away(browser_page: Page):
    open_at(browser_page, "/ranking?phase=1")
    before = text_of_page(browser_page)

    browser_page.get_by_text("20", exact=True).first.click()
    browser_page.wait_for_url("**top=20**")
    settle(browser_page)
    assert text_of_page(browser_page) != before

    browser_page.go_back()
    expect(browser_page.get_by_test_id("stMain")).to_have_text(before, use_inner_text=True, timeout=20_000)
    assert "top=20" not in browser_page.url

    browser_page.get_by_text("5", exact=True).first.click()
    browser_page.wait_for_url("**top=5**")
    settle(browser_page)
    assert parse_qs(urlparse(browser_page.url).query) == {"phase": ["1"], "top": ["5"]}
