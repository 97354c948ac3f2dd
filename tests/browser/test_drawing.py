"""How often a browser draws a chart, and what it styles anew for it."""

import json
import re
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.watching import open_at, settle
from tests.serving import PROJECT

STYLE: Final = PROJECT / "interface" / "shell" / "style.css"
MARKED: Final = re.compile(r"^(tr$|[.\[])")  # rows of our own tables are few

# Plotly writes a word anew each time it draws it: what changes within words once they stand is a second drawing.
# Only in charts that stay: a click takes the former ones away, and they change as they go.
WATCH = """() => {
  window.again = new Map();
  const follow = chart => {
    if (window.again.has(chart) || !chart.querySelector('.textpoint text')) return;
    window.again.set(chart, 0);
    new MutationObserver(changes => {
      const words = changes.filter(change => change.target.closest?.('.textpoint')).length;
      window.again.set(chart, window.again.get(chart) + words);
    }).observe(chart, {childList: true, subtree: true});
  };
  new MutationObserver(() => document.querySelectorAll('.js-plotly-plot').forEach(follow)).observe(
    document.body, {childList: true, subtree: true});
}"""
STAYING = "() => [...window.again].filter(([chart, _]) => chart.isConnected).map(([_, words]) => words)"


def test_a_click_draws_every_chart_once(browser_page: Page):
    open_at(browser_page, "/targets?as_of=2022-04-20T08:00")
    settle(browser_page)
    browser_page.evaluate(WATCH)

    browser_page.locator(".st-key-choose_phase button").nth(1).click()
    settle(browser_page)

    words = browser_page.evaluate(STAYING)
    assert len(words) == browser_page.locator(".js-plotly-plot").count() >= 1
    assert sum(words) == 0


DRAW_A_MARK = """() => document.querySelectorAll('.js-plotly-plot .main-svg').forEach(drawing => {
  document.body.getBoundingClientRect();
  drawing.append(document.createElementNS('http://www.w3.org/2000/svg', 'g'));
  document.body.getBoundingClientRect();
})"""


@pytest.mark.parametrize("width", [1366, 390])
def test_a_mark_that_a_chart_draws_styles_nothing_else_anew(chromium: Browser, browser_page: Page, width: int):
    """A rule of style.css that asks what a box holds (`:has`) has all of the box styled again whenever that changes."""
    browser_page.set_viewport_size({"width": width, "height": 768})
    open_at(browser_page, "/recognition?as_of=2022-04-20T08:00")
    settle(browser_page)

    chromium.start_tracing(page=browser_page, categories=["devtools.timeline"])
    browser_page.evaluate(DRAW_A_MARK)
    events = json.loads(chromium.stop_tracing())["traceEvents"]

    styled = [event["args"]["elementCount"] for event in events if event["name"] == "UpdateLayoutTree"]
    assert len(styled) >= 4
    assert max(styled) <= 60  # hundreds where a row of charts or the page itself is asked


def test_a_rule_that_asks_what_a_box_holds_says_which_boxes_by_a_class_or_a_mark():
    """Chromium asks `:has` before it looks around: of every box of the page, unless a class must stand above it."""
    rules = re.sub(r"/\*.*?\*/", "", STYLE.read_text("utf-8"), flags=re.DOTALL)
    asking = re.findall(r"([^{},;]*?)(\S*?):has\(", rules)

    assert len(asking) > 10
    assert [
        f"{above}{box}" for above, box in asking if not re.search(r"\.[a-z]", above) and not MARKED.search(box)
    ] == []
