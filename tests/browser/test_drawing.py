"""How often a browser draws a chart."""

from playwright.sync_api import Page

from tests.browser.watching import open_at, settle

# Plotly writes a word anew each time it draws it: what changes within words once they stand is a second drawing.
WATCH = """() => {
  window.again = 0;
  const follow = chart => {
    if (chart.followed || !chart.querySelector('.textpoint text')) return;
    chart.followed = true;
    new MutationObserver(changes => {
      window.again += changes.filter(change => change.target.closest?.('.textpoint')).length;
    }).observe(chart, {childList: true, subtree: true});
  };
  new MutationObserver(() => document.querySelectorAll('.js-plotly-plot').forEach(follow)).observe(
    document.body, {childList: true, subtree: true});
}"""


def test_a_click_draws_every_chart_once(browser_page: Page):
    open_at(browser_page, "/targets?as_of=2022-04-20T08:00")
    browser_page.evaluate(WATCH)

    browser_page.locator(".st-key-choose_phase button").nth(1).click()
    settle(browser_page)

    assert browser_page.evaluate("() => [...document.querySelectorAll('.js-plotly-plot')].every(c => c.followed)")
    assert browser_page.evaluate("() => window.again") == 0
