"""The browser of the tests: Debian's headless Chromium where it can be installed, else any there is."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests import debian

WITH_WINDOWS: Final = ("chromium", "chromium-browser", "google-chrome")
# The same engine without what draws windows and menus: a fifth less work a page (docs/decisions/0024).
WITHOUT: Final = "chromium-headless-shell"
# Chromium's sandbox does not start as root; nothing but our own pages is opened.
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # letters without windows are as wide as with them
)
# A test looks at a page once: making its scripts fast costs more than it saves.
UNOPTIMISED: Final = "--js-flags=--no-opt"


@contextmanager
def running_chromium(*, for_tests: bool = False) -> Iterator[Browser]:
    """A headless Chromium: the one readers have, or the cheapest that draws the same."""
    names = (WITHOUT, *WITH_WINDOWS) if for_tests else (*WITH_WINDOWS, WITHOUT)
    flags = [*FLAGS, UNOPTIMISED] if for_tests else list(FLAGS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_program(playwright, names), args=flags)
        yield browser
        browser.close()


def _program(playwright: Playwright, names: Sequence[str]) -> str:
    path = _on_path(names) or playwright.chromium.executable_path
    if Path(path).exists():
        return path
    debian.install(names[0])
    program = _on_path(names)
    if program is None:
        raise RuntimeError(f"No Chromium here. Install one (apt-get install {names[0]}) and run again.")
    return program


def _on_path(names: Sequence[str]) -> str | None:
    return next((path for path in map(shutil.which, names) if path), None)


if __name__ == "__main__":
    if _on_path((WITHOUT, *WITH_WINDOWS)) is None:
        print("Installing Chromium for the browser tests ...", flush=True)
        debian.install(WITHOUT)
