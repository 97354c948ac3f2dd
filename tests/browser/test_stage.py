"""The stage in a browser at 1920 x 1080: keys, letters large enough, and a network that goes away."""

import pytest

pytestmark = pytest.mark.browser

VIEWS = "headline.targets.ranking.race.sectors.map.trend.funnel.value.changed"
STAGE = f"/stage?as_of=2022-04-20T08:00&phase=1&stage={VIEWS}"
LOOK = """() => {
  const host = [...document.querySelectorAll('*')].find(e => e.shadowRoot?.querySelector('.sheet'));
  const root = (host?.shadowRoot ?? document).querySelector('.stage');
  const style = e => getComputedStyle(e), texts = list => list.map(e => e.textContent);
  const letters = [...root.querySelectorAll('.sheet *')].filter(e => style(e).display !== 'none'
    && !e.closest('[hidden]') && !e.closest('svg')
    && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
  // Words of the course that a line of it goes through: the last count must stand clear of both.
  const crossed = root => [...root.querySelectorAll('.trend svg text')].filter(text => {
    const box = text.getBoundingClientRect();
    return [...root.querySelectorAll('.trend svg path')].some(path => {
      const to = path.getScreenCTM(), end = path.getTotalLength();
      return Array.from({ length: 400 }, (_, n) => path.getPointAtLength(end * n / 399).matrixTransform(to))
        .some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
    });
  }).map(text => text.textContent);
  const outside = ({ right, bottom }) => right > innerWidth || bottom > innerHeight;
  return {
    title: root.querySelector('h2').textContent,
    page: root.querySelector('.page').textContent,
    playing: root.classList.contains('playing'),
    black: !root.querySelector('.black').hidden,
    offline: !root.querySelector('.offline').hidden,
    ground: style(root).backgroundColor,
    small: texts(letters.filter(e => parseFloat(style(e).fontSize) < 28)),
    cut: texts(letters.filter(e => e.scrollWidth > e.clientWidth + 1 && style(e).overflow === 'hidden')),
    beside: texts(letters.filter(e => outside(e.getBoundingClientRect()))),
    heading: root.querySelector('.heading').getBoundingClientRect().bottom,
    content: root.querySelector('.content').getBoundingClientRect().top,
    cutWords: texts([...root.querySelectorAll('svg text')].filter(e => outside(e.getBoundingClientRect()))),
    crossed: crossed(root),
  };
}"""


@pytest.fixture
def stage(server, chromium):
    context = chromium.new_context(base_url=server, viewport={"width": 1920, "height": 1080})
    page = context.new_page()
    page.goto(STAGE + "&play=1")
    page.wait_for_selector(".stage.playing", timeout=60_000)
    page.wait_for_timeout(800)
    yield page
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("address", [STAGE, f"{STAGE}&lang=en", f"/stage?basis=published&stage={VIEWS}"])
def test_every_slide_can_be_read_from_the_last_row(stage, address):
    if address != STAGE:
        stage.goto(f"{address}&play=1")
        stage.wait_for_selector(".stage.playing", timeout=60_000)
    for number in range(1, 11):
        stage.wait_for_timeout(400)
        found = stage.evaluate(LOOK)
        assert found["page"] == f"{number}/10"
        assert (found["small"], found["cut"]) == ([], []), found["title"]
        assert (found["beside"], found["cutWords"]) == ([], []), found["title"]
        assert found["heading"] <= found["content"], found["title"]
        assert found["crossed"] == [], found["title"]
        stage.keyboard.press("ArrowRight")


def test_the_keys_of_a_presenter(stage):
    pages = []
    for key in ("ArrowRight", "Space", "PageDown", "ArrowLeft", "End", "Home", "PageUp"):
        stage.keyboard.press(key)
        pages.append(stage.evaluate(LOOK)["page"].partition("/")[0])
    assert pages == ["2", "3", "4", "3", "10", "1", "10"]

    stage.keyboard.press("b")
    assert stage.evaluate(LOOK)["black"]
    stage.keyboard.press("b")
    assert not stage.evaluate(LOOK)["black"]

    light = stage.evaluate(LOOK)["ground"]
    stage.keyboard.press("d")
    assert stage.evaluate(LOOK)["ground"] != light == "rgb(255, 255, 255)"

    stage.keyboard.press("Escape")
    assert not stage.evaluate(LOOK)["playing"]


def test_a_race_can_be_stopped(stage):
    stage.keyboard.press("ArrowRight")
    stage.keyboard.press("ArrowRight")
    stage.keyboard.press("ArrowRight")
    button = stage.locator(".race button")
    assert "Dừng" in button.inner_text()
    button.click()
    assert "Chạy lại" in button.inner_text()
    assert stage.locator(".race .when").inner_text() == "Tính đến 20/04/2022 08:00"


def test_without_a_network_the_slide_stands_and_says_so_and_comes_back(stage):
    before = stage.evaluate(LOOK)
    stage.route("**/_stcore/health", lambda route: route.abort())
    stage.wait_for_timeout(6000)
    without = stage.evaluate(LOOK)
    assert without["offline"]
    assert without["title"] == before["title"]
    stage.keyboard.press("ArrowRight")
    assert stage.evaluate(LOOK)["page"].startswith("2/")

    stage.unroute("**/_stcore/health")
    stage.wait_for_timeout(6000)
    assert not stage.evaluate(LOOK)["offline"]


def test_a_reloaded_stage_is_where_it_was(stage):
    stage.keyboard.press("End")
    stage.reload()
    stage.wait_for_selector(".stage.playing", timeout=60_000)
    stage.wait_for_timeout(500)
    assert stage.evaluate(LOOK)["page"] == "10/10"
