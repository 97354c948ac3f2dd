"""The menu “Xuất” in a browser: a click downloads a whole file and leaves the page as it was."""

import pytest
from playwright.sync_api import expect

from tests.browser.watching import open_at, settle

pytestmark = pytest.mark.browser

BEGINNINGS = {"slides": b"PK", "one-page": b"%PDF", "workbook": b"PK", "csv": b"\xef\xbb\xbf", "pack": b"<!doctype"}

# Where the signs in view begin, of files and of the way to freeze figures, and which words beside them are cut.
SIGNS = """() => [...document.querySelectorAll('.st-key-exports [data-testid=stIconMaterial]')]
  .filter(sign => sign.getClientRects().length).map(sign => Math.round(sign.getBoundingClientRect().x))"""
CUT = """() => [...document.querySelectorAll('.st-key-exports p')]
  .filter(words => words.scrollWidth > words.clientWidth).map(words => words.textContent)"""


def test_a_click_brings_the_file_of_the_view(browser_page, tmp_path):
    browser_page.goto("/targets?as_of=2022-04-20T08:00&phase=1")
    browser_page.locator(".st-key-export_menu button").first.click(timeout=60_000)
    address = browser_page.url
    for kind, beginning in BEGINNINGS.items():
        with browser_page.expect_download(timeout=60_000) as caught:
            browser_page.locator(f".st-key-export_{kind} button").first.click()
        file = tmp_path / caught.value.suggested_filename
        caught.value.save_as(file)
        assert file.name.startswith("1-trieu-sang-kien_giai-doan-1_2022-04-20")
        assert file.read_bytes().startswith(beginning)
    assert browser_page.url == address


def test_the_menu_is_in_reach_where_no_banner_stands_above_it(browser_page):
    """With published figures alone the page begins at the upper edge, below Streamlit's transparent bar."""
    open_at(browser_page, "/?programme=75n")
    browser_page.locator(".st-key-export_menu button").first.click(timeout=10_000)
    expect(browser_page.locator(".st-key-export_workbook button").first).to_be_visible()
    settle(browser_page)

    signs = browser_page.evaluate(SIGNS)
    assert len(signs) > 5 and len(set(signs)) == 1
    assert browser_page.evaluate(CUT) == []


@pytest.mark.parametrize("opened", [".st-key-export_menu", ".st-key-glossary"])
def test_the_next_page_opens_while_a_menu_is_still_open(browser_page, opened):
    open_at(browser_page, "/?as_of=2022-04-20T08:00&phase=1")
    browser_page.locator(f"{opened} button").first.click()
    browser_page.locator("[data-testid=stPopoverBody]").wait_for()
    settle(browser_page)

    browser_page.get_by_role("link", name="Xếp hạng").first.click()
    browser_page.wait_for_url("**/ranking?**")
    settle(browser_page)

    expect(browser_page.locator("h1", has_text="Xếp hạng")).to_be_visible()
    expect(browser_page.locator("[data-testid=stPopoverBody]")).to_be_hidden()
