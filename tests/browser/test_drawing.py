"""How often a browser draws a chart."""

from playwright.sync_api import Page

from tests.browser.watching import open_at, settle

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
