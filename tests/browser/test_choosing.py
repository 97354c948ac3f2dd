"""Behaviour of the filters that only a browser shows."""

from playwright.sync_api import Page

from tests.browser.watching import open_at, settle

UNITS = "[data-testid=stSidebar] [data-testid=stMultiSelect]:has-text('Đơn vị') input"


# A copy of a table that goes on, put below it: how many frames are painted before the copy says so.
FRAMES_UNTIL_IT_SHOWS = """async () => {
  const table = document.querySelector('.small-table[data-on~=right]'), place = document.createElement('div');
  place.append(table.cloneNode(true));
  delete place.firstChild.dataset.on;
  table.parentElement.append(place);
  let frames = 0;
  while (frames < 60 && !place.querySelector('[data-on~=right] + .goes-on')) {
    await new Promise(requestAnimationFrame);
    frames += 1;
  }
  place.remove();
  return frames;
}"""


def offered(page: Page, typed: str) -> list[str]:
    """The units offered after typing, without the invisible letters behind a label."""
    page.click(UNITS)
    page.fill(UNITS, typed)
    page.wait_for_timeout(300)
    result = page.locator("[role=option]").all_inner_texts()
    return ["".join(letter for letter in label if ord(letter) < 0xE0000).strip() for label in result]


def test_units_are_found_without_accents_and_by_other_names(browser_page: Page):
    open_at(browser_page, "/")

    assert "Hòa Bình" in offered(browser_page, "hoa binh")
    assert "Đắk Lắk" in offered(browser_page, "dak lak")
    assert "TP. Hồ Chí Minh" in offered(browser_page, "tphcm")
    assert "Thanh Hóa" in offered(browser_page, "Thanh Hoá")
    assert "Thanh Hóa" not in offered(browser_page, "hoa binh")


def test_choosing_a_unit_writes_the_address_and_the_page(browser_page: Page):
    open_at(browser_page, "/?phase=1&as_of=2022-04-20T08:00")

    browser_page.click(UNITS)
    browser_page.fill(UNITS, "thanh hoa")
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url("**unit=LD-38**")
    settle(browser_page)

    assert "35.728" in browser_page.inner_text("[data-testid=stMain]")


def test_a_narrow_screen_gets_its_own_layout_without_sideways_scroll(browser_page: Page):
    browser_page.set_viewport_size({"width": 390, "height": 844})
    open_at(browser_page, "/targets")

    width = "(main => main.scrollWidth - main.clientWidth)(document.querySelector('[data-testid=stMain]'))"
    assert browser_page.evaluate("document.cookie").count("view=narrow") == 1
    assert browser_page.evaluate(width) <= 0


def test_six_unions_to_compare_are_read_whole_and_their_table_says_that_it_goes_on(browser_page: Page):
    browser_page.set_viewport_size({"width": 1366, "height": 768})
    open_at(browser_page, "/compare?" + "&".join(f"unit=LD-{code}" for code in ("38", "01", "40", "42", "24", "79")))

    names = browser_page.locator("[data-testid=stMain] [data-testid=stMultiSelectTagsContainer]").last
    assert names.evaluate("box => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]") == [0, 0]
    assert browser_page.locator(".small-table[data-on~=right] + .goes-on").count() == 1
    assert browser_page.evaluate(FRAMES_UNTIL_IT_SHOWS) <= 3
