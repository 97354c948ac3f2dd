"""Streamlit's own controls speak the language of the page."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.watching import open_at, settle

ENGLISH = (
    "Choose options",
    "Choose an option",
    "No results",
    "Select all",
    "Fullscreen",
    "Download as CSV",
    "Search",
    "Show/hide columns",
    "Upload",
    "per file",
    "Running...",
    "Print",
    "Made with Streamlit",
    "Expand sidebar",
    "Collapse sidebar",
)
_CONTROLS = """() => [...document.querySelectorAll('[aria-label],[title],[placeholder]')].flatMap(
    (element) => ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name)).filter(Boolean))"""


def controls(page: Page) -> set[str]:
    """The labels of the controls of a page."""
    return {str(name) for name in page.evaluate(_CONTROLS)}


@pytest.mark.parametrize("address", ["/", "/published"])
def test_no_control_is_english_in_the_vietnamese_view(browser_page: Page, address: str):
    open_at(browser_page, address)

    text = browser_page.inner_text("body")

    assert not controls(browser_page) & set(ENGLISH)
    assert not [words for words in ENGLISH if re.search(rf"(?m)^\s*{re.escape(words)}", text)]
    assert browser_page.evaluate("[document.documentElement.lang, navigator.language]") == ["vi", "vi-VN"]


def test_what_changes_in_a_sentence_is_worded_too(browser_page: Page):
    open_at(browser_page, "/")
    browser_page.evaluate(
        """(labels) => labels.forEach((label) => {
            const button = document.createElement('button');
            button.setAttribute('aria-label', label);
            document.body.append(button);
            if (!label.startsWith('month')) return;
            for (const part of ['dd', 'mm', 'yyyy']) {  // an empty date, as its field writes it
                const field = document.createElement('span');
                field.role = 'spinbutton';
                field.textContent = part;
                button.append(field);
            }
        })""",
        ["Selected Date: March 05, 2022 at 10:30", "month, Khoảng start date", "05 – May", "Remove Hà Nội"],
    )
    settle(browser_page)

    assert controls(browser_page) >= {
        "Ngày đã chọn: 5 tháng 3 năm 2022, 10:30",
        "tháng, Khoảng, từ ngày",
        "05 – tháng 5",
        "Bỏ Hà Nội",
    }
    assert browser_page.locator("body > button [role=spinbutton]").all_inner_texts() == ["ngày", "tháng", "năm"]


def test_no_control_is_vietnamese_in_the_english_view(browser_page: Page):
    open_at(browser_page, "/?lang=en")

    assert "Collapse sidebar" in controls(browser_page)
    assert "Thu bộ lọc" not in controls(browser_page)
    assert browser_page.evaluate("[document.documentElement.lang, navigator.language]") == ["en", "en-GB"]


def test_controls_follow_a_change_of_language_without_a_reload(browser_page: Page):
    open_at(browser_page, "/")
    browser_page.evaluate("window.stillHere = true")

    browser_page.evaluate("history.pushState({}, '', '/?lang=en')")
    browser_page.wait_for_timeout(200)
    assert "Collapse sidebar" in controls(browser_page)

    browser_page.evaluate("history.pushState({}, '', '/')")
    browser_page.wait_for_timeout(200)
    assert "Thu bộ lọc" in controls(browser_page)
    assert browser_page.evaluate("window.stillHere")


def test_what_strangers_wrote_is_never_translated(browser_page: Page):
    open_at(browser_page, "/")

    browser_page.evaluate(
        """() => {
            const title = document.createElement('p');
            title.textContent = 'Search';
            document.querySelector('[data-testid=stMarkdownContainer]').append(title);
        }"""
    )
    settle(browser_page)

    assert "Search" in browser_page.locator("[data-testid=stMarkdownContainer] > p").all_inner_texts()
