"""Tables are complete in their first painted frame: no header or card changes afterwards."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.watching import open_at

MEETING = "as_of=2022-04-20T08:00&phase=1"
# What tables look like when a frame begins, before static/assist.js finds the page at rest.
FIRST_FRAMES = """() => {
  const known = new WeakSet();
  window.firstFrames = [];
  const frame = () => {
    for (const table of document.querySelectorAll('.data-table table')) if (!known.has(table)) {
      known.add(table);
      const [heads, cells] = ['th', 'tbody td'].map(one => [...table.querySelectorAll(one)]);
      const sorted = heads.every(head => head.querySelector('button'));
      window.firstFrames.push([sorted, cells.every(cell => cell.dataset.label)]);
    }
    requestAnimationFrame(frame);
  };
  frame();
}"""


@pytest.fixture(params=[1366, 390])
def page(request: pytest.FixtureRequest, server: str, chromium) -> Iterator[Page]:
    context = chromium.new_context(
        base_url=server, viewport={"width": request.param, "height": 844}, has_touch=request.param < 500, locale="vi-VN"
    )
    yield context.new_page()
    context.close()


def test_heads_and_cards_are_there_at_once(page: Page):
    page.add_init_script(f"({FIRST_FRAMES})()")
    open_at(page, f"/ranking?{MEETING}")
    page.locator(".st-key-choose_phase button").last.evaluate("button => button.click()")
    page.wait_for_function("() => window.firstFrames.length > 1")

    for heads_sort, cells_are_named in page.evaluate("window.firstFrames"):
        assert heads_sort
        assert cells_are_named or page.viewport_size["width"] > 640
