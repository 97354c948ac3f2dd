"""Every chart as a browser draws it: no text is cut or overlapped at the widths readers have."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from plotly.offline import get_plotlyjs

from charts.kit.controls import plotly_config
from language.languages import VIETNAMESE
from tests.charts.samples import CHARTS, LOOKS

pytestmark = pytest.mark.browser

STATIC = Path(__file__).parents[2] / "static"
NARROW = (320, 358)
WIDE = (700, 1060, 1600)
# What a wide page puts side by side gets less.
PANELS = {"targets": (460, *WIDE), "sector_heat": (640, *WIDE)}
LOOK_AT = r"""async ([figure, width, config]) => {
  const box = document.getElementById("chart");
  box.style.width = width + "px";
  await Plotly.newPlot(box, figure.data, {...figure.layout, width}, config);
  const frame = box.getBoundingClientRect(), found = [];
  const texts = [...box.querySelectorAll("text")]
    .map(text => [text.textContent.trim(), text.getBoundingClientRect()])
    .filter(([words, seen]) => words && seen.width > 1);
  for (const [words, seen] of texts)
    if (seen.left < frame.left - 1 || seen.right > frame.right + 1 || seen.top < frame.top - 1
        || seen.bottom > frame.bottom + 1)
      found.push("cut: " + words);
  texts.forEach(([words, one], index) => {
    for (const [others, other] of texts.slice(index + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 2 && down > 3) found.push("over each other: " + words + " × " + others);
    }
  });
  return {found, texts: texts.length};
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page with plotly.js and our fonts, and nothing from the network."""
    page = chromium.new_page(viewport={"width": 1700, "height": 900}, locale="en-US")
    page.route("**/*", lambda route: route.fulfill(path=STATIC / route.request.url.rpartition("/")[2]))
    faces = "".join(
        f"@font-face {{ font-family: {family}; font-weight: {weight}; src: url(http://fonts/{family}-{weight}.woff2) }}"
        for family in ("BeVietnamPro", "BeVietnamProTabular")
        for weight in (400, 500, 600, 700)
    )
    page.set_content(f"<style>{faces}</style><div id='chart'></div>")
    page.add_script_tag(content=get_plotlyjs())
    page.evaluate(
        "() => Promise.all([400, 500, 600, 700].flatMap(weight => ['BeVietnamPro', 'BeVietnamProTabular']"
        ".map(family => document.fonts.load(`${weight} 14px ${family}`, 'aă1'))))"
    )
    assert page.evaluate("() => document.fonts.check('700 14px BeVietnamProTabular', '1')")
    yield page
    page.close()


@pytest.mark.parametrize("look", ["vi-light-wide", "en-dark-wide", "vi-dark-narrow", "en-light-narrow"])
@pytest.mark.parametrize("name", CHARTS)
def test_every_word_has_its_place(page, name, look):
    figure = json.loads(CHARTS[name](LOOKS[look]).to_json())
    for width in PANELS.get(name, (400, *WIDE)) if look.endswith("wide") else NARROW:
        seen = page.evaluate(LOOK_AT, [figure, width, plotly_config(VIETNAMESE)])

        assert seen["found"] == [], width
        assert seen["texts"] > 3
