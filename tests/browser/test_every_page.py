"""Every page in a browser, once on a dark desktop and once on a telephone.

Pages work with the network unplugged, and words a third longer than English ones fit and can be read.
"""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Page

from interface.shell.page_list import PAGES
from tests.browser.axe import COLOURS, violations
from tests.browser.watching import listen, open_at
from tests.pseudo.language import CODE, OPEN
from tests.serving import serving

SIZES = {"desk": (1366, 768), "telephone": (390, 844)}
LIGHTS = {"desk": "dark", "telephone": "light"}  # every page is looked at in the light in `test_accessible`
# Sentences in brackets whose box hides what does not fit, and words of charts that leave their drawing.
CUT = """() => {
  const cut = new Set(), shown = box => box.width > 1 && box.height > 1;
  for (const one of document.querySelectorAll('body *')) {
    const says = [...one.childNodes].some(node => node.nodeType === 3 && node.data.includes('⟦'));
    const teaser = one.closest('.example p.story');  // the whole of it is a click away
    if (!says || teaser || one.closest('svg') || !shown(one.getBoundingClientRect())) continue;
    for (let box = one; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box), hides = ['hidden', 'clip'];
      const wide = hides.includes(style.overflowX) && box.clientWidth && box.scrollWidth > box.clientWidth + 2;
      const clamped = style.webkitLineClamp !== 'none' && box.scrollHeight > box.clientHeight + 2;
      if (wide || clamped) cut.add(one.textContent.trim().slice(0, 80));
      if (['auto', 'scroll'].includes(style.overflowX)) break;
    }
  }
  for (const sheet of document.querySelectorAll('.js-plotly-plot .main-svg')) {
    const room = sheet.getBoundingClientRect();
    for (const word of sheet.querySelectorAll('text')) {
      const box = word.getBoundingClientRect();
      if (word.textContent.includes('⟦') && shown(box) && (box.left < room.left - 1 || box.right > room.right + 1))
        cut.add('chart: ' + word.textContent.slice(0, 80));
    }
  }
  const main = document.querySelector('[data-testid=stMain]');
  if (main.scrollWidth > main.clientWidth + 4) cut.add(`the page itself, by ${main.scrollWidth - main.clientWidth} px`);
  return [...cut];
}"""


@pytest.fixture(scope="module")
def tabs(demo_database: str, chromium, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Page]]:
    """One tab of each size, over the app in the test language."""
    log = tmp_path_factory.mktemp("pseudo") / "log"
    with serving(demo_database, log, command=("-m", "tests.pseudo.app")) as address:
        opened = {
            size: chromium.new_context(
                base_url=address,
                locale="en-US",
                viewport={"width": width, "height": height},
                color_scheme=LIGHTS[size],
            ).new_page()
            for size, (width, height) in SIZES.items()
        }
        yield opened
        for tab in opened.values():
            tab.context.close()


def address_of(subject: str) -> str:
    path = "" if subject == "overview" else subject
    return f"/{path}?lang={CODE}&as_of=2022-04-20T08:00&phase=1"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("subject", [page.subject for page in PAGES])
def test_a_page_asks_nobody_outside_and_cuts_no_word(tabs: Mapping[str, Page], subject: str, size: str):
    tab = tabs[size]
    watched = listen(tab)

    open_at(tab, address_of(subject))

    assert any(url.startswith("ws://127.0.0.1") for url in watched.requests)
    assert watched.outside == []
    assert watched.complaints == []
    assert tab.locator("[data-testid=stMain]").inner_text().count(OPEN) > 3
    assert tab.evaluate(CUT) == []
    assert size == "telephone" or violations(tab, COLOURS) == []


def test_what_is_cut_would_be_seen(tabs: Mapping[str, Page]):
    tab = tabs["telephone"]
    open_at(tab, address_of("overview"))
    tab.add_style_tag(content="h1 { width: 40px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }")

    assert tab.evaluate(CUT) == [tab.locator("h1").inner_text()]
