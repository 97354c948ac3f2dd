"""What a leader sees of the first page without scrolling: questions L1 to L9 and L16.

docs/questions.md has L1 to L4, L6 and L7. The other four are what leaders ask next: the share of the ten (5), the
pace (8), whether it is enough and for how long (9), whom to call (16).
"""

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
    named = browser_page.evaluate("[...document.querySelectorAll('.calls ol')].map(one => one.children.length)")

    assert named[:2] == [5, 5] and 1 <= named[2] <= 5  # who leads, whom to call, who is silent
    assert {name: edge for name, edge in edges.items() if edge > height} == {}


# Words whose whole box lies within the window.
SEEN = """() => [...document.querySelectorAll('[data-testid=stMain] :is(p, h2, .word, .verdict, td, li, text, span)')]
  .filter(one => { const box = one.getBoundingClientRect();
                   return box.width && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth; })
  .map(one => one.textContent.replaceAll('\\u00a0', ' ')).join('\\n')"""
ANSWERS = {  # of the questions that leaders bring, by their numbers
    MEETING: {
        "L1": ("163.532",),
        "L3": ("54,51%", "300.000", "136.468"),
        "L4": ("35.728", "18.549", "14.282", "9.574", "6.601"),
        "L5": ("67,92%",),
        "L6": ("21,85%",),
        "L7": ("1,93", "7,98"),
        "L8": ("5.923", "3.329"),
        "L9": ("đủ nhịp", "41 ngày"),
        "L16": ("Cần đôn đốc", "Im lặng 7 ngày", "CĐ TCT Hàng hải"),
    },
    "/?as_of=2022-04-20T08:00": {"L2": ("16,35%", "1.000.000")},
}


@pytest.mark.parametrize("question", ANSWERS)
def test_the_questions_of_leaders_are_answered_in_the_first_view(browser_page: Page, question: str):
    browser_page.set_viewport_size({"width": 1366, "height": 768})
    open_at(browser_page, question)

    seen = browser_page.evaluate(SEEN)

    missing = {name: [one for one in wanted if one not in seen] for name, wanted in ANSWERS[question].items()}
    assert {name: lacking for name, lacking in missing.items() if lacking} == {}


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


PANELS = """() => [...document.querySelectorAll('[data-testid=stGridCell]')].map(cell => {
  const framed = [...cell.querySelectorAll('[data-testid=stVerticalBlock]')]
    .find(one => getComputedStyle(one).borderTopWidth !== '0px');
  if (!framed || framed.querySelector('[data-testid=stMetric]')) return null;
  const [outer, inner] = [cell.getBoundingClientRect(), framed.getBoundingClientRect()];
  return outer.bottom - inner.bottom;
}).filter(one => one !== null)"""
BROKEN = "() => [...document.querySelectorAll('.js-plotly-plot text tspan.line')].map(one => one.textContent)"


@pytest.mark.parametrize("width", [1366, 1920])  # a page that becomes broad is loaded anew: each begins as it is
@pytest.mark.parametrize("subject", ["recognition", "value"])
def test_panels_of_a_row_are_equally_high_and_names_have_room(browser_page: Page, subject: str, width: int):
    browser_page.set_viewport_size({"width": width, "height": 900})
    open_at(browser_page, f"/{subject}?as_of=2022-04-20T08:00&phase=1")

    short = browser_page.evaluate(PANELS)
    assert short and max(short) < 2, short
    notes = [line for line in browser_page.evaluate(BROKEN) if not line.startswith(("Tỷ trọng", "Giá trị làm lợi"))]
    assert width < 1900 or not [line for line in notes if "sáng kiến" in line or "trở lên" in line], notes
