"""A browser's translator wraps every word into <font>: nothing breaks, and no old number stays visible."""

import pytest
from playwright.sync_api import Page

from tests.browser.watching import listen, open_at, settle

# Chrome moves words into wrappers or puts translated copies into their place.
WRAP = """(copies) => {
  const main = document.querySelector('[data-testid=stMain]'), found = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.data.trim() && !node.parentElement.closest('svg, style, script')) found.push(node);
  for (const text of found) {
    const outer = document.createElement('font'), inner = document.createElement('font');
    outer.append(inner);
    if (copies) { inner.textContent = text.data; text.replaceWith(outer); }
    else { text.before(outer); inner.append(text); }
  }
  return found.length;
}"""


@pytest.mark.parametrize("copies", [True, False])
def test_words_that_were_wrapped_leave_no_old_number(browser_page: Page, copies: bool):
    open_at(browser_page, "/?as_of=2022-04-20T08:00&phase=1&unit=LD-38")
    watched = listen(browser_page)
    assert browser_page.evaluate("document.documentElement.translate") is False
    assert browser_page.locator("[data-testid=stMetricValue]").first.inner_text() == "35.728"

    assert browser_page.evaluate(WRAP, copies) > 50
    browser_page.locator(".st-key-chips button", has_text="Thanh Hóa").click()
    settle(browser_page)

    assert watched.complaints == []
    assert browser_page.locator("[data-testid=stException]").count() == 0
    assert browser_page.locator("[data-testid=stMetricValue]").first.inner_text() == "163.532"
    assert browser_page.locator("[data-testid=stMain] font").count() == 0
