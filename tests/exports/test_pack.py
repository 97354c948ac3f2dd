"""The hall pack is one complete file that makes no requests and contains no persons and no hostile markup."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import orjson
import pytest

from exports.html.pack import write_pack
from tests.exports.small_programme import QUERY, RISKY, UPLOADS
from tests.exports.test_workbook import QUERIES

Make = Callable[..., bytes]
Answers = Callable[..., list[dict[str, str]]]


class _Page(HTMLParser):
    """Collects the data, the tags and the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside, self.data, self.words = "", "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = dict(attrs).get("id") or tag

    def handle_data(self, data: str) -> None:
        if self.inside == "data":
            self.data += data
        elif self.inside not in ("script", "style"):
            self.words += data


def opened(made: Make, query: str = QUERY, language: str = "vi") -> _Page:
    page = _Page()
    page.feed(made(write_pack, query, language).decode())
    return page


def test_it_asks_nobody_for_anything(made: Make):
    page = opened(made)
    assert not [
        (tag, name)
        for tag, attributes in page.tags
        for name in attributes
        if name in ("src", "href", "action", "srcset")
    ]
    policy = next(attributes["content"] for tag, attributes in page.tags if attributes.get("http-equiv"))
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy


def test_the_numbers_are_those_of_the_answer(made: Make, answers: Answers):
    data = orjson.loads(opened(made).data)
    rows = {row["cells"][0]: row["cells"][1] for row in data["units"]["rows"]}
    expected = {
        row["unit_name"]: "–" if row["status"] == "not_reported" else f"{int(row['uploads']):,}".replace(",", ".")
        for row in answers("targets")
    }
    assert rows == expected
    assert data["stage"]["slides"][0]["body"]["number"] == f"{sum(UPLOADS.values()):,}".replace(",", ".")


def test_it_says_what_it_is(made: Make):
    words = opened(made).words
    for one in (
        "DỮ LIỆU MÔ PHỎNG",
        "Tính đến 20/04/2022 08:00",
        "Phạm vi: Giai đoạn 1",
        "Nguồn: ",
        "ODbL 1.0",
        "82 đơn vị",
    ):
        assert one in words


def test_no_person_and_no_initiative_is_in_it(made: Make):
    """The slide of examples is the exception: staff made their titles public."""
    page = opened(made)
    data = orjson.loads(page.data)
    slides = data["stage"]["slides"]
    data["stage"]["slides"] = [slide for slide in slides if slide["view"] != "examples"]
    assert len(data["stage"]["slides"]) == len(slides) - 1
    content = page.words + orjson.dumps(data).decode()
    assert "cai tien" not in content
    assert "LD-38-1" not in content
    assert "Cải tiến" not in content


def test_markup_of_strangers_stays_text(made: Make):
    content = made(write_pack, "basis=published").decode()
    assert "<b>&amp;</b>" not in content
    assert RISKY not in content or "<script" not in RISKY
    assert content.count("</script>") == 2


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_scope_gives_a_pack(made: Make, query: str, language: str):
    page = opened(made, query, language)
    assert orjson.loads(page.data)["stage"]["slides"]
    assert "[[" not in page.words
    assert len(made(write_pack, query, language)) < 600_000


@pytest.mark.browser
def test_it_opens_where_there_is_no_network(made: Make, tmp_path: Path, chromium):
    file = tmp_path / "pack.html"
    file.write_bytes(made(write_pack))
    context = chromium.new_context(viewport={"width": 1366, "height": 900}, offline=True)
    page, problems, calls = context.new_page(), [], []
    page.on("pageerror", lambda problem: problems.append(str(problem)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: calls.append(request.url) if request.url.startswith("http") else None)
    page.goto(file.as_uri())
    page.select_option("select", label="LĐLĐ tỉnh Thanh Hóa")
    assert "3.573" in page.locator(".picked").inner_text()
    page.select_option("select", "")
    page.locator("th").nth(1).click()
    assert "Thanh Hóa" in page.locator("tbody tr").first.inner_text()
    page.locator(".start").click()
    page.keyboard.press("ArrowRight")
    assert page.locator(".page").inner_text().startswith("2/")
    assert page.evaluate("document.fonts.check('700 20px BeVietnamPro')")
    context.close()
    assert (problems, calls) == ([], [])


PRESSED = """() => [...document.querySelectorAll('button, select, th, a')].filter(one => {
  if (!one.checkVisibility()) return false;
  const box = one.getBoundingClientRect(), wider = getComputedStyle(one, '::after');
  const high = wider.content === 'none' ? 0 : parseFloat(wider.height), scale = box.width / one.offsetWidth;
  return Math.max(box.height, high * scale) < 39.5;
}).map(one => one.outerHTML.slice(0, 90))"""
COVERED = """() => {
  const button = document.querySelector('.start').getBoundingClientRect();
  return [...document.querySelectorAll('.sheet *')].filter(one => !one.childElementCount && one.textContent.trim())
    .map(one => one.getBoundingClientRect()).filter(box => box.width && box.right > button.left
      && box.left < button.right && box.bottom > button.top && box.top < button.bottom).length;
}"""


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768)])
def test_a_finger_finds_everything_and_no_button_covers_a_word(made: Make, tmp_path: Path, chromium, width, height):
    file = tmp_path / "pack.html"
    file.write_bytes(made(write_pack))
    context = chromium.new_context(viewport={"width": width, "height": height}, offline=True, has_touch=True)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert (page.evaluate(PRESSED), page.evaluate(COVERED)) == ([], 0)
    page.locator("th").nth(1).press("Enter")
    assert page.locator("th").nth(1).get_attribute("aria-sort") == "descending"

    page.locator(".start").click()
    for number in range(1, page.evaluate("everything.stage.slides.length") + 1):
        assert page.locator(".page").inner_text().startswith(f"{number}/")
        assert page.evaluate(PRESSED) == []
        page.keyboard.press("ArrowRight")
    context.close()


def test_no_long_word_of_the_sources_makes_the_page_wider_than_a_phone(made: Make):
    """A checksum of frozen figures has 64 letters without a space."""
    style = made(write_pack, QUERY, "vi").decode()
    (rule,) = re.findall(r"\bfooter\s*\{([^}]*)\}", style)
    assert "overflow-wrap: anywhere" in rule.replace(":anywhere", ": anywhere")
