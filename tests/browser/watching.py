"""What a tab asks for and says, and when it has come to rest."""

import time
from dataclasses import dataclass, field
from urllib.parse import urlparse

from playwright.sync_api import ConsoleMessage, Error, Page

REST = 0.25  # seconds without a change: pages look for new numbers every 0.4 s, and run while they do
PATIENCE = 40  # seconds
# The page itself says when it has come to rest: to count its words from here, sixteen times a second, was a good part
# of what a test took.
_AT_REST = """([rest, patience, aids]) => new Promise(done => {
  let changed = performance.now();
  const begun = changed, watcher = new MutationObserver(() => { changed = performance.now(); });
  const is_busy = () => document.querySelector(
      '[data-testid=stStatusWidget], [data-testid=stSkeleton], [data-test-script-state=running]') !== null
    || document.querySelector('[data-testid=stMain] [data-testid=stElementContainer]') === null;
  watcher.observe(document, {subtree: true, childList: true, characterData: true});
  const clock = setInterval(() => {
    const now = performance.now();
    if (is_busy()) changed = now;
    if (now - changed < rest && now - begun < patience) return;
    clearInterval(clock);
    watcher.disconnect();
    setTimeout(done, aids, now - changed >= rest);
  }, 40);
})"""
AIDS = 0.25  # seconds more: static/assist.js names what came once nothing has come for 0.35 s


@dataclass
class Watched:
    """Everything one tab did that somebody may have to answer for."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """Requests that leave this machine."""
        return [url for url in self.requests if leaves_loopback(url)]


def leaves_loopback(url: str) -> bool:
    """Whether a request to `url` would go over the network."""
    parts = urlparse(url)
    return parts.scheme not in ("data", "blob", "about") and parts.hostname not in ("127.0.0.1", "localhost")


def listen(page: Page) -> Watched:
    """Note from now on what `page` asks for, and what its console complains about."""
    watched = Watched()
    page.on("request", lambda request: watched.requests.append(request.url))
    page.on("websocket", lambda socket: watched.requests.append(socket.url))
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on("console", lambda said: watched.complaints.append(said.text) if _is_complaint(said) else None)
    return watched


def watch(page: Page) -> Watched:
    """The same, and nothing outside is let through; the browser then forgets the scripts of the app."""
    watched = listen(page)
    page.context.route(leaves_loopback, lambda route: route.abort())
    return watched


def _is_complaint(said: ConsoleMessage) -> bool:
    # Below a page's own address Streamlit first looks for itself there, and is told 404.
    return said.type == "error" and "/_stcore/" not in said.location["url"]


def settle(page: Page) -> None:
    """Wait until no script runs and nothing on the page has changed for a moment."""
    give_up = time.monotonic() + PATIENCE
    while (left := give_up - time.monotonic()) > 0:
        try:
            if page.evaluate(_AT_REST, [REST * 1000, left * 1000, AIDS * 1000]):
                return
        except Error as left_behind:  # another page came meanwhile
            if "context was destroyed" not in str(left_behind):
                raise
            page.wait_for_load_state()
    raise TimeoutError(f"{page.url} did not come to rest in {PATIENCE} s.")


def open_at(page: Page, address: str) -> None:
    """Go to an address of the app and wait for the finished page."""
    page.goto(address)
    page.wait_for_selector("[data-testid=stMain] [data-testid=stElementContainer]", state="attached")
    settle(page)
