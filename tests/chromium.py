"""The browser of the tests: the machine's, else Playwright's own, else Debian's, installed when missing."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests import debian

NAMES = ("chromium", "chromium-browser", "google-chrome")
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
        raise RuntimeError("No Chromium here. Install one (apt-get install chromium) and run the tests again.")
    return program


def install_chromium() -> None:
    """Debian's Chromium, where we may install it."""
    debian.install("chromium")


def _on_path() -> str | None:
    return next((path for path in map(shutil.which, NAMES) if path), None)


if __name__ == "__main__":
    if _on_path() is None:
        print("Installing Chromium for the browser tests ...", flush=True)
        install_chromium()
