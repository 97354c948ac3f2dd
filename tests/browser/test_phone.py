"""Every page on a telephone: at most five screens before “xem thêm”, targets for fingers, no column of one word."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from interface.shell.page_list import PAGES
from language.languages import VIETNAMESE
from tests.browser.watching import open_at, settle

MEETING = "as_of=2022-04-20T08:00&phase=1"
MEASURES = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const seen = (one, box) => box.width > 2 && box.height > 2 && one.checkVisibility({visibilityProperty: true});
  const named = one => one.innerText?.trim().slice(0, 40) || one.ariaLabel || one.outerHTML.slice(0, 90);
  const small = [...main.querySelectorAll('button, summary, a, [role=button]')].filter(one => {
    const box = one.getBoundingClientRect(), wider = parseFloat(getComputedStyle(one, '::after').inset) || 0;
    const within = one.closest('p, li, td, thead, svg, .modebar, [data-testid=stHeaderActionElements]');
    if (!seen(one, box) || within) return false;
    return box.height - 2 * wider < 39.5 || box.width - 2 * wider < 39.5;
  });
  const thin = [...main.querySelectorAll('td, th, p, h2, label')].filter(one => {
    const box = one.getBoundingClientRect();
    return seen(one, box) && one.innerText.trim().split(/\\s+/).length >= 4 && box.width < 70 && box.height > 60;
  });
  const cut = [...main.querySelectorAll('[role=tab]')].filter(one => one.scrollWidth > one.clientWidth + 1);
  const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), begun = [];
  for (let text; (text = words.nextNode());)
    if (text.data.includes(' ·') && !text.parentElement.closest('svg, style, pre, code')) begun.push(text.data);
  const cameras = [...main.querySelectorAll('.modebar')].filter(one => getComputedStyle(one).display !== 'none');
  return {screens: main.scrollHeight / innerHeight, sideways: main.scrollWidth - main.clientWidth,
          small: small.map(named), thin: thin.map(named), cut: cut.map(named), cameras: cameras.length, begun};
}"""


@pytest.fixture(scope="module")
def telephone(server: str, chromium) -> Iterator[Page]:
    context = chromium.new_context(
        base_url=server, viewport={"width": 390, "height": 844}, has_touch=True, locale="vi-VN"
    )
    yield context.new_page()
    context.close()


def test_a_telephone_loads_a_page_once_and_is_known_for_one(server: str, chromium):
    """A page is laid out as wide as on a desktop until the browser has read its viewport."""
    context = chromium.new_context(base_url=server, viewport={"width": 390, "height": 844}, is_mobile=True)
    page = context.new_page()
    loaded: list[str] = []
    page.on("framenavigated", lambda frame: loaded.append(frame.url))
    open_at(page, f"/ranking?{MEETING}")
    assert len(loaded) == 1
    assert [one["value"] for one in context.cookies() if one["name"] == "view"] == ["narrow"]
    context.close()


@pytest.mark.parametrize("subject", [page.subject for page in PAGES])
def test_a_page_is_short_and_its_buttons_are_large(telephone: Page, subject: str):
    open_at(telephone, f"/{'' if subject == 'overview' else subject}?{MEETING}")

    measured = telephone.evaluate(MEASURES)

    assert measured.pop("screens") <= 5
    assert measured == {"small": [], "thin": [], "cut": [], "cameras": 0, "sideways": 0, "begun": []}
    if subject == "reports":  # a sheet of paper is moved, not shrunk
        assert telephone.locator(".st-key-report-pages img").first.bounding_box()["width"] > 700
    if subject == "stage":
        assert telephone.get_by_text(VIETNAMESE.stage.touch).is_visible()


BESIDE_ITS_MARK = """() => {
  const word = document.querySelector('.bar > .passed'), bar = word.parentElement.getBoundingClientRect();
  return ['20%', '59%', '75%'].map(at => {
    word.style.setProperty('--at', at);
    word.classList.toggle('ends', parseFloat(at) >= 60);
    const {left, right} = word.getBoundingClientRect(), mark = bar.left + bar.width * parseFloat(at) / 100;
    return [left >= bar.left && right <= bar.right, left <= mark + 1 && right >= mark - 1];
  });
}"""


def test_words_stand_at_the_mark_they_speak_of_and_no_sign_stands_in_words(telephone: Page):
    open_at(telephone, f"/?{MEETING}")

    assert telephone.evaluate(BESIDE_ITS_MARK) == [[True, True]] * 3
    header = telephone.get_by_test_id("stHeader")
    assert "linear-gradient" in header.evaluate("one => getComputedStyle(one).backgroundImage")


SMALL_BESIDE = """() => [...document.querySelectorAll('[data-testid=stSidebar] :is(button, summary, a)')]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest('[data-testid=stSidebarHeader]'))
  .filter(one => !one.closest('[data-testid=stSelectbox], [data-testid=stMultiSelect]'))  // the whole box is pressed
  .filter(one => one.getBoundingClientRect().height < 39.5)
  .map(one => one.outerHTML.slice(0, 160))"""


def test_choices_of_the_sidebar_are_large_enough_for_a_finger(server: str, chromium):
    """The test opens a window of its own: once opened, the sidebar stays open over the page."""
    context = chromium.new_context(base_url=server, viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    open_at(page, f"/grading?{MEETING}")
    page.get_by_test_id("stExpandSidebarButton").click()
    page.wait_for_timeout(400)  # it slides in

    assert page.evaluate(SMALL_BESIDE) == []
    context.close()


def test_more_shows_the_rest(telephone: Page):
    open_at(telephone, f"/targets?{MEETING}")

    rows = telephone.locator("table.cards").last.locator("tbody tr:visible")
    before = rows.count()
    telephone.get_by_role("button", name="Xem thêm phần còn lại của trang").last.click()
    telephone.locator(".small-table .more").last.click()
    settle(telephone)

    assert (before, rows.count()) == (5, 82)
    assert telephone.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight / innerHeight") > 5


def test_names_of_a_long_chart_stand_apart(telephone: Page):
    open_at(telephone, f"/targets?{MEETING}")

    tops = telephone.evaluate("""() => [...document.querySelector('.js-plotly-plot').querySelectorAll('text')]
      .filter(one => one.textContent.startsWith('\\u00a0')).map(one => one.getBoundingClientRect().top)
      .sort((a, b) => a - b)""")

    assert len(tops) > 80
    assert min(after - before for before, after in pairwise(tops)) > 12


def test_a_record_is_a_card_that_opens(telephone: Page):
    """A telephone would show two of the ten columns of a grid."""
    open_at(telephone, f"/explore?{MEETING}&q=may")

    title = telephone.locator("table.cards tbody a").first
    text = title.inner_text()
    title.click()
    telephone.wait_for_selector("[role=dialog]")

    assert "q=may" in telephone.url and "row=" in telephone.url
    assert text in telephone.locator("[role=dialog]").inner_text()
