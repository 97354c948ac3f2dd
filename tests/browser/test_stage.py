"""The stage in a browser at 1920 x 1080: keys, large letters, and a network that fails."""

import pytest

from language.languages import VIETNAMESE
from tests.browser.axe import violations

pytestmark = pytest.mark.browser

VIEWS = "headline.targets.ranking.race.sectors.map.trend.rewards.value.changed"
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
    clipped: texts(letters.filter(e => style(e).overflow === 'hidden' && parseFloat(style(e).lineHeight)
      + parseFloat(style(e).paddingTop) + parseFloat(style(e).paddingBottom) < 1.2 * parseFloat(style(e).fontSize))),
    beside: texts(letters.filter(e => outside(e.getBoundingClientRect()))),
    heading: root.querySelector('.heading').getBoundingClientRect().bottom,
    content: root.querySelector('.content').getBoundingClientRect().top,
    cutWords: texts([...root.querySelectorAll('svg text')].filter(e => outside(e.getBoundingClientRect()))),
    crossed: crossed(root),
    tight: texts([...root.querySelectorAll('button')].filter(e => e.checkVisibility()).filter(e => {
      const box = e.getBoundingClientRect(), wider = parseFloat(getComputedStyle(e, '::after').height) || 0;
      return Math.max(box.height, wider * box.width / e.offsetWidth) < 39.5;
    })),
    covered: texts([...root.querySelectorAll('.when')].filter(when => {
      const at = when.getBoundingClientRect(), words = document.createRange();
      return [...root.querySelectorAll('.heading h2, .heading p, .race button')].some(one => {
        words.selectNodeContents(one);
        return [...words.getClientRects()].some(box => box.right > at.left && box.left < at.right
          && box.bottom > at.top && box.top < at.bottom);
      });
    })),
    crowded: texts([...root.querySelectorAll('.row')].filter(row => {
      const note = row.closest('.content')?.querySelector('.note');
      return note && row.getBoundingClientRect().bottom > note.getBoundingClientRect().top + 1;
    })),
    under: texts([...letters, ...root.querySelectorAll('.sheet svg text')].filter(e => {
      const bar = root.querySelector('.controls').getBoundingClientRect(), words = document.createRange();
      words.selectNodeContents(e);
      return [...words.getClientRects()].some(box => box.right > bar.left && box.left < bar.right
        && box.bottom > bar.top && box.top < bar.bottom);
    })),
    // Shares of one slide stand beside their numbers, or all of them below.
    uneven: (shares => {
      const below = shares.filter(one => one.offsetTop > one.offsetHeight / 2 + one.parentElement.offsetTop);
      return below.length < shares.length ? texts(below) : [];
    })([...root.querySelectorAll('.sheet .many:not(.dense) .text small')]),
    footed: texts([...root.querySelectorAll('.content .note')].filter(note =>
      note.getBoundingClientRect().bottom > root.querySelector('.foot').getBoundingClientRect().top)),
  };
}"""

# Buttons of signs alone: nothing that an ear could be told.
NAMELESS = r"""() => [...document.querySelectorAll('button')]
  .filter(one => one.checkVisibility() && !/\p{L}{2}/u.test(one.ariaLabel ?? one.textContent))
  .map(one => one.textContent)"""
BAD = (
    *("small", "cut", "clipped", "beside", "cutWords", "crossed", "covered", "crowded", "footed", "tight", "under"),
    "uneven",
)
BUTTON = """() => [...document.querySelectorAll('*')].find(e => e.shadowRoot?.querySelector('.start')).shadowRoot
  .querySelector('.start').getBoundingClientRect().bottom"""
FIRST = """rows => rows.find(row => row.style.opacity == 1 && row.style.transform === 'translateY(0px)')
  ?.querySelector('.name').textContent"""


# A slide is painted and nothing on it moves any more; bars of the race move for ten seconds.
AT_REST = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame(); await frame();
  const host = [...document.querySelectorAll('*')].find(e => e.shadowRoot?.querySelector('.sheet'));
  await Promise.allSettled((host?.shadowRoot ?? document).getAnimations()
    .filter(one => !one.effect.target.closest('.race')).map(one => one.finished));
}"""


@pytest.fixture
def wall(server, chromium):
    """A projector's tab, still empty."""
    context = chromium.new_context(base_url=server, viewport={"width": 1920, "height": 1080})
    yield context.new_page()
    context.close()


@pytest.fixture
def stage(wall):
    play(wall, STAGE)
    return wall


def play(page, address):
    page.goto(f"{address}&play=1")
    page.wait_for_selector(".stage.playing", timeout=60_000)
    page.wait_for_timeout(800)


EVERY = ".".join(VIETNAMESE.stage.views)
WATCHED = (
    f"/stage?as_of=2022-04-20T08:00&phase=1&stage={EVERY}",
    f"/stage?as_of=2022-04-20T08:00&phase=1&stage={EVERY}&lang=en",
    f"/stage?basis=published&stage={EVERY}",
    f"/stage?as_of=2022-04-20T08:00&unit=LD-38&stage={EVERY}",
    f"/stage?programme=son-tay-2024&stage={EVERY}&lang=en",
)


@pytest.mark.slow
@pytest.mark.parametrize("address", WATCHED)
def test_every_slide_can_be_read_from_the_last_row(wall, address):
    """Slides are tried on a wide projector and on one of 4:3, which has a style sheet of its own."""
    play(wall, address)
    wrong = {}
    for width, height in ((1920, 1080), (1024, 768)):
        wall.set_viewport_size({"width": width, "height": height})
        wall.keyboard.press("Home")
        wall.evaluate(AT_REST)
        slides = int(wall.evaluate(LOOK)["page"].partition("/")[2])
        for number in range(1, slides + 1):
            wall.evaluate(AT_REST)
            result = wall.evaluate(LOOK)
            assert result["page"] == f"{number}/{slides}"
            bad = {name: result[name] for name in BAD if result[name]}
            if result["heading"] > result["content"]:
                bad["heading"] = [result["heading"], result["content"]]
            if bad:
                wrong[width, result["title"]] = bad
            wall.keyboard.press("ArrowRight")
        # 1440 by 1080 fills the screen, where 1920 by 1080 would leave a quarter of it black.
        assert wall.locator(".sheet").first.bounding_box()["height"] == pytest.approx(height, abs=1)
    assert wrong == {}


def test_the_keys_of_a_presenter(stage):
    pages = []
    for key in ("ArrowRight", "Space", "PageDown", "ArrowLeft", "End", "Home", "PageUp"):
        stage.keyboard.press(key)
        pages.append(stage.evaluate(LOOK)["page"].partition("/")[0])
    assert pages == ["2", "3", "4", "3", "10", "1", "10"]

    for key in ("b", "."):
        stage.keyboard.press(key)
        assert stage.evaluate(LOOK)["black"]
        stage.keyboard.press(key)
        assert not stage.evaluate(LOOK)["black"]

    light = stage.evaluate(LOOK)["ground"]
    stage.keyboard.press("d")
    assert stage.evaluate(LOOK)["ground"] != light == "rgb(255, 255, 255)"

    for digit in "10":
        stage.keyboard.press(digit)
    stage.keyboard.press("Enter")
    assert stage.evaluate(LOOK)["page"] == "10/10"

    stage.keyboard.press("o")
    assert stage.locator(".thumb").count() == 10
    assert violations(stage) == []
    stage.locator(".thumb").nth(4).click()
    assert stage.evaluate(LOOK)["page"] == "5/10"
    assert stage.locator(".grid").is_hidden()

    stage.keyboard.press("Escape")
    assert not stage.evaluate(LOOK)["playing"]
    stage.wait_for_url(lambda address: "play=" not in address)
    assert "stage=headline" in stage.url


def test_the_second_window_shows_speaker_notes_and_follows(stage):
    with stage.context.expect_page() as opened:
        stage.keyboard.press("s")
    speaker = opened.value

    text = speaker.locator(".say").inner_text()
    assert "cả nước đã cập nhật 163.532 sáng kiến, bằng 54,51%" in text
    assert "Nguồn: " in speaker.locator(".source").inner_text()
    assert speaker.locator(".then h2").inner_text().startswith("6 trên 79 đơn vị")
    assert speaker.evaluate(NAMELESS) == []
    assert violations(speaker) == []
    for width, height in ((1366, 768), (1024, 600)):
        speaker.set_viewport_size({"width": width, "height": height})
        speaker.wait_for_function("() => document.querySelector('.then').getBoundingClientRect().bottom <= innerHeight")
    assert speaker.title() == "Màn hình người nói"
    speaker.evaluate("document.fonts.ready.then(() => null)")
    assert speaker.evaluate("[...document.fonts].some(one => one.status === 'loaded' && /BeVietnam/.test(one.family))")

    speaker.keyboard.press("ArrowRight")
    assert stage.evaluate(LOOK)["page"] == "2/10"
    stage.keyboard.press("End")
    assert speaker.locator(".now .page").inner_text() == "10/10"
    assert speaker.locator(".then").inner_text() == "Đây là trang cuối."
    speaker.locator(".bar input").fill("3")
    speaker.locator(".bar input").press("Enter")
    assert stage.evaluate(LOOK)["page"] == "3/10"
    speaker.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_the_button_that_starts_stands_in_the_first_window(wall, width, height):
    wall.set_viewport_size({"width": width, "height": height})
    wall.goto("/stage?as_of=2022-04-20T08:00&phase=1")
    wall.locator(".start").wait_for()
    wall.wait_for_timeout(800)

    assert 0 < wall.evaluate(BUTTON) <= height


def test_a_finger_turns_the_slides(stage):
    swipe = """([from, to]) => {
      const host = [...document.querySelectorAll('*')].find(e => e.shadowRoot?.querySelector('.sheet'));
      const root = (host?.shadowRoot ?? document).querySelector('.stage');
      const touch = ([clientX, clientY]) => new Touch({ identifier: 1, target: root, clientX, clientY });
      root.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(from)], changedTouches: [touch(from)] }));
      root.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [touch(to)] }));
    }"""
    for moved, page in (
        ([[900, 500], [600, 520]], "2/10"),
        ([[600, 500], [900, 500]], "1/10"),
        ([[600, 200], [650, 700]], "1/10"),
    ):
        stage.evaluate(swipe, moved)
        assert stage.evaluate(LOOK)["page"] == page
    resting = (
        "e => { e.classList.add('idle'); window.dispatchEvent(new PointerEvent('pointerdown')); return e.className; }"
    )
    assert "idle" not in stage.locator(".stage").evaluate(resting)  # a tap shows the buttons
    # A browser's own answer to a finger that moves across would be the page before.
    assert stage.locator(".stage").evaluate("e => getComputedStyle(e).touchAction") == "pan-y pinch-zoom"


def test_each_frame_of_the_race_says_who_leads_in_it(stage):
    for _ in range(3):
        stage.keyboard.press("ArrowRight")
    titles = set()
    for _ in range(16):
        title = stage.evaluate(LOOK)["title"]
        leader = stage.locator(".race .row").evaluate_all(FIRST)
        if stage.evaluate(LOOK)["title"] != title:
            continue  # the next frame came between the two looks
        assert f": {leader} dẫn đầu" in title
        titles.add(title)
        stage.wait_for_timeout(700)
    assert len(titles) > 5


def test_the_day_of_a_race_stands_clear_of_its_title(stage):
    for _ in range(3):
        stage.keyboard.press("ArrowRight")
    title, day, button = (
        stage.locator(where).bounding_box() for where in (".heading h2", ".race .when", ".race button")
    )
    assert title["y"] + title["height"] <= day["y"]
    assert day["x"] + day["width"] <= button["x"]


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
    stage.wait_for_selector(".offline:visible")
    without = stage.evaluate(LOOK)
    assert without["title"] == before["title"]
    stage.keyboard.press("ArrowRight")
    assert stage.evaluate(LOOK)["page"].startswith("2/")

    stage.unroute("**/_stcore/health")
    stage.wait_for_selector(".offline", state="hidden")


def test_a_reloaded_stage_is_where_it_was(stage):
    stage.keyboard.press("End")
    stage.reload()
    stage.wait_for_selector(".stage.playing", timeout=60_000)
    stage.wait_for_timeout(500)
    assert stage.evaluate(LOOK)["page"] == "10/10"


def test_rows_of_two_lists_stand_in_line_where_one_head_is_longer(stage):
    stage.keyboard.press("ArrowRight")
    heads = stage.locator(".groups > .group > h3")
    heads.first.evaluate("e => { e.textContent = 'Một đầu đề dài hơn '.repeat(8); }")

    tops = stage.locator(".groups > .group .row:first-child").evaluate_all(
        "es => es.map(e => e.getBoundingClientRect().y)"
    )
    assert heads.count() == len(tops) == 2
    assert tops[0] == tops[1]
