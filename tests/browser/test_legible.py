"""Contrast of text with its background, as a browser computes them."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.watching import open_at, settle

CHOSEN = """() => [...document.querySelectorAll('[data-testid=stMultiSelect] [data-tag]')].map(tag =>
  [getComputedStyle(tag).backgroundColor, getComputedStyle(tag.querySelector('span')).color])"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_chosen_can_be_read(browser_page: Page, scheme: str):
    browser_page.emulate_media(color_scheme=scheme)
    open_at(browser_page, "/published?region=dbsh&unit=LD-38")

    chosen = browser_page.evaluate(CHOSEN)

    assert len(chosen) == 2
    for ground, ink in chosen:
        lighter, darker = sorted((_luminance(ground), _luminance(ink)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


# The ground, the ink and how opaque it is of each caption: of the page, or of the menu that stands outside of it.
CAPTIONS = """within => [...document.querySelectorAll(`${within} [data-testid=stCaptionContainer] p`)].map(one =>
  [getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor, getComputedStyle(one).color,
   getComputedStyle(one).opacity * getComputedStyle(one.parentElement).opacity])"""


# Both marks on the bar of the overview, and the casing that is all they touch.
MARKS = """() => [...document.querySelectorAll('.bar > .tick, .bar > .time')].map(mark =>
  [getComputedStyle(mark).backgroundColor, getComputedStyle(mark).boxShadow.match(/rgba?\\([^)]*\\)/)[0]])"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_captions_and_marks_can_be_seen(browser_page: Page, scheme: str):
    browser_page.emulate_media(color_scheme=scheme)
    open_at(browser_page, "/?as_of=2022-04-20T08:00&phase=1")

    marks = browser_page.evaluate(MARKS)
    assert len(marks) == 2  # the target and the time
    for core, casing in marks:
        lighter, darker = sorted((_luminance(core), _luminance(casing)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 3
    of_page = browser_page.evaluate(CAPTIONS, "[data-testid=stMain]")
    settle(browser_page)  # a page that is drawn once more for its colours would lose the click
    menu = browser_page.locator(".st-key-exports")
    browser_page.locator(".st-key-export_menu button").first.click()
    browser_page.wait_for_timeout(1000)
    if not menu.is_visible():
        browser_page.locator(".st-key-export_menu button").first.click()
    menu.wait_for()
    of_menu = browser_page.evaluate(CAPTIONS, "[data-testid=stPopoverBody]")

    assert of_page and of_menu
    for ground, ink, opacity in (*of_page, *of_menu):
        assert opacity == 1
        lighter, darker = sorted((_luminance(ground), _luminance(ink)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


@pytest.mark.parametrize("width", [910, 683])  # a screen of 1366 px at 150 % and 200 %
def test_charts_have_room_on_a_zoomed_page(browser_page: Page, width: int):
    browser_page.set_viewport_size({"width": width, "height": 600})
    open_at(browser_page, "/recognition?as_of=2022-04-20T08:00&phase=1")

    rooms = browser_page.evaluate(
        "[...document.querySelectorAll('[data-testid=stPlotlyChart]')].map(c => c.clientWidth)"
    )

    assert rooms and min(rooms) >= 320  # what the narrowest drawing needs


def test_rows_of_tables_are_low_on_a_zoomed_page(browser_page: Page):
    """Sentences of what was counted, word below word, made rows of 130 px."""
    browser_page.set_viewport_size({"width": 683, "height": 600})
    open_at(browser_page, "/published?as_of=2022-04-20T08:00&phase=1")

    heights = browser_page.evaluate(
        "[...document.querySelectorAll('.small-table:not(.paper-only) tbody tr')].map(row => row.offsetHeight)"
    )

    assert len(heights) > 30 and max(heights) <= 85


# Headings whose words end outside their cell, where the next one covers them.
CUT_HEADINGS = """() => [...document.querySelectorAll('.small-table:not(.paper-only) th')].filter(head => {
  const words = document.createRange();
  words.selectNodeContents(head);
  const inside = words.getBoundingClientRect(), cell = head.getBoundingClientRect();
  return inside.width && (inside.left < cell.left - 1 || inside.right > cell.right + 1);
}).map(head => head.textContent)"""


def test_no_heading_of_a_table_is_cut_off(browser_page: Page):
    """“Đối chiếu số in” lost its last letter under the heading beside it."""
    browser_page.set_viewport_size({"width": 1366, "height": 768})
    open_at(browser_page, "/targets?as_of=2022-04-20T08:00&phase=1")

    assert browser_page.locator(".small-table th").count() > 10
    assert browser_page.evaluate(CUT_HEADINGS) == []


# Dates and ranges of numbers on the page, and how many lines each stands on.
WHOLES = r"""() => {
  const found = [], page = document.querySelector('[data-testid=stMain]');
  const words = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode())
    for (const whole of node.textContent.matchAll(/\d{1,2}\s[A-Z][a-z]{2}\s\d{4}(\s\d\d:\d\d)?|\d+–\u2060?\d+/g)) {
      const range = document.createRange();
      range.setStart(node, whole.index);
      range.setEnd(node, whole.index + whole[0].length);
      const tops = [...range.getClientRects()].filter(one => one.width > 1).map(one => Math.round(one.top));
      if (tops.length) found.push([whole[0], new Set(tops).size]);
    }
  return found;
}"""


def test_no_line_ends_inside_a_date_or_a_range(browser_page: Page):
    browser_page.set_viewport_size({"width": 683, "height": 600})
    open_at(browser_page, "/published?as_of=2022-04-20T08:00&phase=1&lang=en")

    wholes = browser_page.evaluate(WHOLES)

    assert len(wholes) > 50
    assert not [words for words, lines in wholes if lines > 1]


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
