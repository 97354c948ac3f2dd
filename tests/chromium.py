"""The browser of the tests: Debian's Chromium, the one without windows where it can be had, else any there is."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests import debian

# The same engine without what draws windows and menus: a fifth less work a page (docs/decisions/0024).
LIGHTEST = "chromium-headless-shell"
NAMES = (LIGHTEST, "chromium", "chromium-browser", "google-chrome")
# Chromium's sandbox does not start as root; nothing but our own pages is opened.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # letters as wide as in a Chromium with windows
    "--js-flags=--no-opt",  # a page is looked at once: making its scripts fast costs more than it saves
)


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_program(playwright), args=list(FLAGS))
        yield browser
        browser.close()


def _program(playwright: Playwright) -> str:
    found = _on_path() or playwright.chromium.executable_path
    if Path(found).exists():
        return found
    install_chromium()
    program = _on_path()
    if program is None:
        raise RuntimeError(f"No Chromium here. Install one (apt-get install {LIGHTEST}) and run the tests again.")
    return program


def install_chromium() -> None:
    """Debian's Chromium, where we may install it."""
    debian.install(LIGHTEST)


def _on_path() -> str | None:
    return next((path for path in map(shutil.which, NAMES) if path), None)


if __name__ == "__main__":
    if _on_path() is None:
        print("Installing Chromium for the browser tests ...", flush=True)
        install_chromium()
