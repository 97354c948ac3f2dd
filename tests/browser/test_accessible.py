"""Accessibility of every page: axe-core, charts by keyboard and screen reader, and what Ctrl+P prints."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from charts.kit.palette import DARK
from exports.html.stage.palettes import PALETTES
from interface.shell.page_list import PAGES
from language.languages import VIETNAMESE
from tests.browser.axe import COLOURS, violations
from tests.browser.watching import open_at, settle

MEETING = "as_of=2022-04-20T08:00&phase=1"
CHARTS = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].map(chart =>
  [chart.getAttribute('aria-label') ?? '', chart.tabIndex])"""
ROWS = """() => [...document.querySelectorAll('.small-table tbody tr')]
  .filter(row => row.checkVisibility() || row.closest('.paper-only')).map(row => row.cells[0].innerText)"""
# Words that end outside the content, which is as wide as the sheet.
BEYOND = """() => {
  const sheet = document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect();
  return [...document.querySelectorAll('[data-testid=stMain] :is(td, th, h1, h2, p, .main-svg text)')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && getComputedStyle(one).visibility === 'visible' &&
      (box.right > sheet.right + 2 || box.left < sheet.left - 2);
  }).map(one => one.textContent);
}"""
ONLY_A_HEAD = 500  # letters of a first sheet that leaves all the content to the next one
HINTS = (  # what hands can do on a screen
    *(VIETNAMESE.pages.pick, VIETNAMESE.pages.sort, VIETNAMESE.map.hint, VIETNAMESE.explore.rows_hint),
    *(VIETNAMESE.published.ledger_hint, VIETNAMESE.published.pick_row, VIETNAMESE.examples.intro_hint),
    *(VIETNAMESE.stage.keys, VIETNAMESE.stage.touch),
)
# How much of the content's width is kept for each chart; one beside a long table stands above it on paper.
WIDTHS = """() => {
  const width = one => one.getBoundingClientRect().width;
  const whole = width(document.querySelector('[data-testid=stMainBlockContainer] > [data-testid=stVerticalBlock]'));
  const beside = one => one.closest('[data-testid=stHorizontalBlock]')?.querySelector('tr:nth-child(15)');
  return [...document.querySelectorAll('[data-testid=stMain] [data-testid=stPlotlyChart]')]
    .filter(one => !beside(one)).map(one => width(one) / whole);
}"""
STRETCHED = """() => {
  const ratio = (wide, high) => wide / high;
  return [...document.querySelectorAll('[data-testid=stImage] img')].filter(one =>
    getComputedStyle(one).objectFit !== 'contain' &&
    Math.abs(ratio(one.clientWidth, one.clientHeight) - ratio(one.naturalWidth, one.naturalHeight)) > 0.02).length;
}"""
STATUS = "body > [role=status]"
FOCUS = "document.activeElement.innerText.trim()"


def check_paper(page: Page) -> None:
    """Ctrl+P prints A4 without controls: moment and source under each sheet, every row, charts as wide as on screen, no
    word cut, no title alone."""
    rows, widths = page.evaluate(ROWS), page.evaluate(WIDTHS)
    as_of, foot = page.locator(".head p, .head h1").last.inner_text(), page.locator(".head").get_attribute("data-foot")
    as_of = as_of.split("\u00a0· ")[0]  # “Quản trị” is of no moment
    assert as_of and foot
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [sheet.extract_text() for sheet in sheets]
    values = [_closed_up(text) for text in texts]

    for sheet, text in zip(sheets, values, strict=True):
        sides = sorted((float(sheet.mediabox.width), float(sheet.mediabox.height)))
        assert sides == pytest.approx([595, 842], abs=1.5)
        assert _closed_up(as_of) in text and _closed_up(foot) in text
    assert len(values) == 1 or len(values[0]) > ONLY_A_HEAD
    titles = {_closed_up(title) for title in page.locator("h2, h3").all_inner_texts()}
    assert not titles & {_closed_up(text.splitlines()[-1]) for text in texts}  # none alone at the foot of a sheet
    controls = {"Nguồn số liệu", "Bộ lọc khác", "Đặt lại", "Xuất", VIETNAMESE.pages.more_columns}
    assert not controls & set("\n".join(texts).splitlines())
    assert not [hint for hint in HINTS if any(_closed_up(hint) in value for value in values)]
    assert [row for row in rows if _closed_up(row) not in "".join(values)] == []
    page.emulate_media(media="print")
    assert page.evaluate(BEYOND) == []
    assert page.evaluate(WIDTHS) == pytest.approx(widths, abs=0.05)
    assert page.evaluate(STRETCHED) == 0
    page.emulate_media(media="screen")


DARK_ALONE = (DARK.page, DARK.track, DARK.line, DARK.quiet)
# What a chart has of colours that only a dark ground bears: its bars' tracks, boxes behind words, pale words.
DARK_ON_PAPER = """colours => [...document.querySelectorAll('.js-plotly-plot .main-svg *')]
  .filter(one => one.getBoundingClientRect().width).map(one => getComputedStyle(one))
  .filter(style => colours.includes(style.fill) && style.fillOpacity !== '0').length"""


def check_paper_of_a_dark_screen(page: Page) -> None:
    """Printing from a dark screen gives white paper: no black boxes over words, no pale words."""
    page.wait_for_function("() => document.documentElement.dataset.paper === 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    dark = [f"rgb({', '.join(str(part) for part in bytes.fromhex(one[1:]))})" for one in DARK_ALONE]
    assert page.evaluate(DARK_ON_PAPER, dark) == 0
    page.emulate_media(media="screen", color_scheme="dark")


def check_foot_of_this_moment(page: Page) -> None:
    """Printing right after a change uses the footer of what is on screen, not the previous one."""
    page.evaluate("document.querySelector('.head').dataset.foot = 'Nguồn: vừa đổi'")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert all("Nguồn:vừađổi" in _closed_up(sheet.extract_text()) for sheet in sheets)


# The map draws itself: what its legend is written in, and what its places are filled with.
MAP_ON_PAPER = """() => {
  const hosts = [...document.querySelectorAll('*')];
  const map = hosts.find(one => one.shadowRoot?.querySelector('.atlas .legend')).shadowRoot;
  const fills = [...map.querySelectorAll('rect:not(.empty)')].map(one => getComputedStyle(one).fill);
  return [getComputedStyle(map.querySelector('.legend')).color, fills];
}"""


def test_the_map_of_a_dark_screen_is_printed_in_the_colours_of_paper(browser_page: Page):
    browser_page.emulate_media(color_scheme="light")
    open_at(browser_page, f"/map?{MEETING}")
    light = browser_page.evaluate(MAP_ON_PAPER)
    browser_page.goto("about:blank")  # the app itself would load the page anew
    browser_page.emulate_media(color_scheme="dark")
    open_at(browser_page, f"/map?{MEETING}")
    dark = browser_page.evaluate(MAP_ON_PAPER)

    browser_page.emulate_media(media="print", color_scheme="dark")

    assert dark != light
    assert browser_page.evaluate(MAP_ON_PAPER) == light
    browser_page.emulate_media(media="screen", color_scheme="light")


SLIDE_ON_PAPER = """light => {
  const host = [...document.querySelectorAll('*')].find(one => one.shadowRoot?.querySelector('.stage'));
  const stage = (host?.shadowRoot ?? document).querySelector('.stage');
  return stage && (stage.style.getPropertyValue('--page') === light);
}"""


def test_a_slide_of_a_dark_screen_is_printed_on_white_and_is_dark_again_afterwards(browser_page: Page):
    light = PALETTES["light"]["page"]
    browser_page.emulate_media(color_scheme="dark")
    open_at(browser_page, f"/stage?{MEETING}")
    browser_page.wait_for_function(f"light => ({SLIDE_ON_PAPER})(light) === false", arg=light)

    browser_page.emulate_media(media="print", color_scheme="dark")
    browser_page.wait_for_function(SLIDE_ON_PAPER, arg=light)

    browser_page.emulate_media(media="screen", color_scheme="dark")
    browser_page.wait_for_function(f"light => ({SLIDE_ON_PAPER})(light) === false", arg=light)
    browser_page.emulate_media(color_scheme="light")


# What is wider or higher than its frame and does not say so, or says so and is not: tables, what holds them, grids.
# Each is looked at where it stands: a long one is laid out when it comes near.
GOES_ON_UNSAID = r"""async () => {
  const unsaid = [], main = '[data-testid=stMain] ';
  for (const one of document.querySelectorAll(
      `${main}.small-table, ${main}[data-testid=stVerticalBlock][overflow=auto], ${main}.dvn-scroller`)) {
    if (!one.checkVisibility()) continue;
    if (one.matches('.tall')) one.scrollIntoView();
    for (let frame = 0; frame < 4 && one.matches('.tall'); frame++) await new Promise(requestAnimationFrame);
    const wider = one.scrollWidth > one.clientWidth + 1, higher = one.scrollHeight > one.clientHeight + 1;
    const framed = one.closest('[data-testid=stFullScreenFrame]') ?? one;
    const line = [framed.previousElementSibling, framed.nextElementSibling].find(next => next?.matches('.goes-on'));
    const drawn = one.matches('.dvn-scroller') ? one.parentElement : one;
    const said = line?.textContent ?? '', faded = (drawn.dataset.on ?? '').split(' ');
    const fades = wider === faded.includes('right') && higher === faded.includes('down');
    if (wider !== said.includes('→') || higher !== /↓ \D*\d/.test(said) || !fades)
      unsaid.push(one.innerText.slice(0, 60) + said);
  }
  return unsaid;
}"""

# Names that Streamlit itself gives to its controls, on a page in Vietnamese.
IN_ENGLISH = r"""() => [...document.querySelectorAll('[aria-label]')].map(one => one.ariaLabel)
  .filter(label => /^(Help|Show|Hide|Download as|Search|Fullscreen|Close|Choose|Clear|Select)\b/.test(label))"""


def _closed_up(text: str) -> str:
    return "".join(text.replace("\u2060", "").split())  # a PDF leaves out what takes no room


@pytest.mark.parametrize("subject", [page.subject for page in PAGES])
def test_axe_finds_nothing_and_paper_is_whole(browser_page: Page, subject: str):
    browser_page.emulate_media(color_scheme="light")
    open_at(browser_page, f"/{'' if subject == 'overview' else subject}?{MEETING}")

    assert violations(browser_page) == []
    assert browser_page.evaluate(GOES_ON_UNSAID) == []
    assert browser_page.evaluate(IN_ENGLISH) == []
    assert subject != "targets" or browser_page.get_by_text(VIETNAMESE.pages.more_columns).count() == 1
    check_paper(browser_page)
    expect(browser_page.locator("[data-testid=stPlotlyChart]:not([tabindex])")).to_have_count(0)
    for one, place in browser_page.evaluate(CHARTS):
        assert one and place == 0


def test_a_page_follows_the_light_of_the_machine(browser_page: Page):
    """Only this page is tried; `test_every_page` opens all of them in the dark."""
    browser_page.emulate_media(color_scheme="light")
    open_at(browser_page, f"/?{MEETING}")
    with browser_page.expect_navigation():  # the app notices by itself
        browser_page.emulate_media(color_scheme="dark")
    settle(browser_page)

    assert browser_page.evaluate("getComputedStyle(document.querySelector('.stApp')).colorScheme") == "dark"
    assert violations(browser_page, COLOURS) == []


@pytest.mark.parametrize("subject", ["trend", "published", "sectors"])
def test_paper_of_a_dark_screen_is_paper(browser_page: Page, subject: str):
    browser_page.emulate_media(color_scheme="dark")
    open_at(browser_page, f"/{subject}?{MEETING}")

    check_paper_of_a_dark_screen(browser_page)
    check_foot_of_this_moment(browser_page)
    browser_page.emulate_media(color_scheme="light")


def test_keys_walk_through_a_chart_and_pick_a_mark(browser_page: Page):
    open_at(browser_page, f"/sectors?{MEETING}")
    browser_page.locator("[data-testid=stPlotlyChart]").first.focus()

    browser_page.keyboard.press("ArrowDown")
    browser_page.keyboard.press("ArrowDown")
    assert browser_page.locator(STATUS).inner_text() == "Sản xuất kinh doanh. 39.819 · 24,35%"
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url("**sector=sxkd**")
    settle(browser_page)

    assert "Sản xuất kinh doanh" in browser_page.locator(STATUS).inner_text()


def test_the_result_of_a_filter_is_announced_and_the_focus_stays(browser_page: Page):
    open_at(browser_page, f"/?{MEETING}&unit=LD-38")
    assert browser_page.locator(STATUS).inner_text() == ""
    reset = browser_page.locator(".st-key-reset button")
    before = reset.bounding_box()

    browser_page.locator(".st-key-chips button").nth(1).focus()
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url(lambda url: "as_of" not in url)
    settle(browser_page)

    assert "phase=1" in browser_page.url
    assert "Thanh Hóa" in browser_page.locator(STATUS).inner_text()
    assert "Đặt lại" not in browser_page.locator(STATUS).inner_text()
    assert "Giai đoạn 1" in browser_page.evaluate(FOCUS)
    after = reset.bounding_box()
    assert before and after and (after["x"], after["width"]) == (before["x"], before["width"])


def test_help_speaks_the_language_of_the_page(browser_page: Page):
    open_at(browser_page, f"/?{MEETING}")
    spoken = browser_page.evaluate("[...document.querySelectorAll('[aria-label]')].map(one => one.ariaLabel)")

    assert not [label for label in spoken if label.startswith(("Help", "Fullscreen", "Close"))]
    assert any(label.startswith("Giải thích: ") for label in spoken)


def test_printing_from_a_broad_screen_does_not_load_the_page_anew(browser_page: Page):
    """Paper is narrower for a moment; what was typed and opened is still there afterwards."""
    browser_page.set_viewport_size({"width": 1920, "height": 1080})
    open_at(browser_page, f"/people?{MEETING}")
    browser_page.evaluate("window.isTheSame = true")

    browser_page.pdf(prefer_css_page_size=True)
    browser_page.wait_for_timeout(500)

    assert browser_page.evaluate("window.isTheSame")
