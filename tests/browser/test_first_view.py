"""What a leader sees of the first page before anybody scrolls (questions L1–L9)."""

import pytest
from playwright.sync_api import Page

from tests.browser.watching import open_at

MEETING = "/?as_of=2022-04-20T08:00&phase=1"

# The lower edge of each, and of the bar of the nth leader, in px from the top of the window.
EDGES = """(nth) => {
  const low = found => found ? found.getBoundingClientRect().bottom : Infinity;
  const charts = [...document.querySelectorAll('.st-key-first_view .js-plotly-plot')];
  const texts = [...(charts[1]?.querySelectorAll('text') ?? [])];
  return {
    verdict: low(document.querySelector('.verdict')),
    bar: low(document.querySelector('.bar')),
    cards: Math.max(...[...document.querySelectorAll('[data-testid=stMetric]')].map(low)),
    curve: low(charts[0]),
    leaders: low(texts.find(text => text.textContent.trim() === String(nth))),
    calls: low(document.querySelector('.calls')),
  };
}"""


@pytest.mark.parametrize(("width", "height", "leaders"), [(1920, 1080, 10), (1366, 768, 5)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_answer_needs_no_scrolling(browser_page: Page, width: int, height: int, leaders: int, language: str):
    browser_page.set_viewport_size({"width": width, "height": height})
    open_at(browser_page, f"{MEETING}&lang={language}")

    edges = browser_page.evaluate(EDGES, leaders)

    assert {name: edge for name, edge in edges.items() if edge > height} == {}


CARDS = """() => [...document.querySelectorAll('[data-testid=stMetric]')].map(card => {
  const value = card.querySelector('[data-testid=stMetricValue] p');
  const line = document.createRange(); line.selectNodeContents(value);
  const tops = new Set([...line.getClientRects()].map(one => Math.round(one.top)));
  return {height: Math.round(card.getBoundingClientRect().height), lines: tops.size,
          over: line.getBoundingClientRect().right - card.getBoundingClientRect().right};
})"""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_cards_are_equally_high_and_break_no_number(browser_page: Page, language: str):
    browser_page.set_viewport_size({"width": 1366, "height": 768})
    open_at(browser_page, f"{MEETING}&lang={language}")

    cards = browser_page.evaluate(CARDS)

    assert len(cards) == 6 and len({card["height"] for card in cards}) == 1
    assert all(card["lines"] == 1 and card["over"] <= 0 for card in cards)
