"""On a slow line the browser shows and sends what the app has replaced: no choice of the reader is lost by that."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import create_engine, select

from data_access.database.schema import programme
from data_access.database.versions import raise_without_rows
from language.languages import ENGLISH
from tests.browser.watching import open_at, settle
from tests.serving import serving

LATE = """(() => { const Real = WebSocket; window.WebSocket = class extends Real {
  set onmessage(hear) { super.onmessage = said => setTimeout(() => hear(said), 400); }
  addEventListener(kind, hear, ...more) {
    super.addEventListener(kind, kind === 'message' ? said => setTimeout(() => hear(said), 400) : hear, ...more);
  }
}; })()"""


@pytest.fixture(scope="module")
def live_page(small_url: str, tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[Page]:
    """A page behind a slow line, of an app whose data a test may change."""
    with serving(small_url, tmp_path_factory.mktemp("live") / "log") as address:
        page = chromium.new_context(base_url=address, viewport={"width": 1366, "height": 768}).new_page()
        page.add_init_script(LATE)
        open_at(page, "/ranking?phase=1")
        yield page
        page.context.close()


def announce_new_numbers(url: str) -> None:
    """What an import tells all readers."""
    engine = create_engine(url)
    with engine.begin() as connection:
        raise_without_rows(connection, connection.execute(select(programme.c.id).limit(1)).scalar_one())
    engine.dispose()


def query_of(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def test_a_slow_line_keeps_the_view_when_a_click_closes_a_menu_and_changes_the_language(server: str, chromium):
    """The closing menu sends the labels of the old language after the page has changed its own."""
    page = chromium.new_context(base_url=server, viewport={"width": 1366, "height": 768}).new_page()
    page.add_init_script(LATE)
    open_at(page, "/targets?phase=2&as_of=2022-09-30&region=dbsh")
    page.wait_for_timeout(1000)
    page.locator(".st-key-export_menu button").first.click()
    page.wait_for_timeout(900)

    page.get_by_test_id("stSidebar").get_by_text("English", exact=True).click()
    page.get_by_test_id("stMain").get_by_role("heading", name=ENGLISH.pages.titles["targets"]).wait_for()
    page.wait_for_timeout(1500)

    assert query_of(page) == {"phase": ["2"], "as_of": ["2022-09-30"], "region": ["dbsh"], "lang": ["en"]}
    page.context.close()


@pytest.mark.parametrize("wait", [-0.45, -0.15, 0.02, 0.3])
def test_a_slow_line_keeps_a_choice_while_numbers_come_in(live_page: Page, small_url: str, wait: float):
    """A page drawn before the click arrives after it, and a look for new numbers carries the address of before it."""
    settle(live_page)
    chosen = "5" if query_of(live_page).get("top") == ["20"] else "20"
    if wait < 0:
        announce_new_numbers(small_url)
        live_page.wait_for_timeout(-wait * 1000)
    live_page.get_by_text(chosen, exact=True).first.click()
    if wait > 0:
        live_page.wait_for_timeout(wait * 1000)
        announce_new_numbers(small_url)
    live_page.wait_for_timeout(1500)
    settle(live_page)

    assert query_of(live_page) == {"phase": ["1"], "top": [chosen]}
    assert live_page.get_by_role("radio", name=chosen, exact=True).get_attribute("aria-checked") == "true"
