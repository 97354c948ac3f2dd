"""From a click to the last chart painted, in a real browser: `python -m benchmarks.clicking [DATABASE_URL]`.

Every page is opened once, then the same clicks are made on each. A click is over when the script has ended, no
skeleton is left and the page has not changed for half a second; what is measured is its last change. That an element
waits to be drawn is no change: every look for new data marks some so, 1.5 s after the click or whenever it comes. Nor
is what changes inside a canvas: its copy in words for screen readers follows the picture by a tenth of a second; nor
what static/assist.js tells keyboards, ears and paper once the page rests (tabindex, role, aria-…, data-columns):
nothing is painted for it.
"""

import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Page, ViewportSize

from data_access.database.settings import database_url
from interface.shell.page_list import PAGES
from tests.browser.watching import open_at
from tests.chromium import running_chromium
from tests.serving import serving

ROUNDS: Final = 4
QUIET: Final = 500  # milliseconds without a change
PATIENCE: Final = 20_000
LOOKS: Final = 100  # milliseconds between two looks whether a click is over: each takes the page half a millisecond
SEGMENTS: Final = ("choose_phase", "choose_boundary")
_OBSERVE: Final = """() => {
  window.lastChange = performance.now();
  const waits = change => change.type === 'attributes' && change.target.dataset?.testid === 'stElementContainer';
  const unseen = change => (change.target.closest ? change.target : change.target.parentElement)?.closest('canvas');
  const told = change =>
    change.type === 'attributes' && /^(tabindex|role|aria-|data-columns)/.test(change.attributeName);
  const ignored = change => waits(change) || told(change) || unseen(change);
  new MutationObserver(changes => { if (!changes.every(ignored)) window.lastChange = performance.now(); }).observe(
    document.querySelector('[data-testid=stMain]'), {childList: true, subtree: true, attributes: true,
    characterData: true});
}"""
_CLICK: Final = """button => {
  window.clickedAt = performance.now(); window.lastChange = window.clickedAt; button.click();
}"""
_OVER: Final = """quiet => {
  const busy = document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton]');
  return !busy && performance.now() - Math.max(window.lastChange, window.clickedAt + 150) > quiet;
}"""
_TOOK: Final = "() => window.lastChange - window.clickedAt"


@dataclass(frozen=True)
class Timing:
    """Milliseconds of the clicks on one page."""

    page: str
    took: Sequence[float]

    @property
    def median(self) -> float:
        return statistics.median(self.took)

    @property
    def slow(self) -> float:
        """The 95th percentile of the clicks."""
        return statistics.quantiles(self.took, n=20, method="inclusive")[-1]


def measure(url: str) -> Iterator[Timing]:
    """Click through every page of the app on `url`; pages without such widgets have fewer clicks."""
    with TemporaryDirectory() as folder, serving(url, Path(folder) / "log") as address, running_chromium() as browser:
        page = browser.new_page(base_url=address, viewport=ViewportSize(width=1366, height=768), locale="vi-VN")
        for entry in PAGES:
            open_at(page, "/" if entry.subject == "overview" else f"/{entry.subject}")
            page.evaluate(_OBSERVE)
            if took := list(_clicks(page)):
                yield Timing(entry.subject, took)


def _clicks(page: Page) -> Iterator[float]:
    """Phases and boundaries in rounds: the first round is cold, the others are typical for readers."""
    for _ in range(ROUNDS):
        for segment in SEGMENTS:
            buttons = page.locator(f".st-key-{segment} button")
            for number in range(buttons.count()):
                yield _one(page, segment, number)


def _one(page: Page, segment: str, number: int) -> float:
    page.locator(f".st-key-{segment} button").nth(number).evaluate(_CLICK)
    page.wait_for_function(_OVER, arg=QUIET, timeout=PATIENCE, polling=LOOKS)
    return float(page.evaluate(_TOOK))


def main() -> None:
    url = sys.argv[1] if len(sys.argv) > 1 else database_url()
    print(f"{'page':<14}{'clicks':>8}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}", flush=True)
    for timing in measure(url):
        text = f"{timing.median:>9.0f}{timing.slow:>9.0f}{max(timing.took):>9.0f}"
        print(f"{timing.page:<14}{len(timing.took):>8}{text}", flush=True)


if __name__ == "__main__":
    main()
