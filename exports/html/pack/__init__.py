"""The offline pack: one HTML file with the slides and every unit. It holds no personal data."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

import orjson

from data_access.store.records import Records
from exports.html.stage import SCRIPT, STYLE, VIEWS, make_slides
from exports.html.stage.palettes import PALETTES
from exports.html.stage.sheet import has_content
from exports.unit_table import unit_table
from language.languages import Language
from model.edges import Json
from model.filters import Filters
from presentation.figures import Figures, gather_worded
from presentation.occasion import Occasion
from presentation.stamp import stamp
from presentation.wording import Wording

_HERE: Final = Path(__file__).parent
_FONTS: Final = Path(__file__).parents[3] / "static"
_WEIGHTS: Final = (400, 500, 600, 700)
# No requests to any server: halls have no network, and opening the file must not be traceable.
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:"
)


def write_pack(
    records: Records,
    filters: Filters,
    language: Language,
    occasion: Occasion | None = None,
    views: Sequence[str] = VIEWS,
) -> bytes:
    """The HTML file as bytes. Raises what data_access raises."""
    figures, wording = gather_worded(records, filters, language)
    occasion = occasion or Occasion()
    slides = [slide for slide in make_slides(records, filters, language, views) if has_content(slide)]
    stage = {"slides": slides, "seconds": 0, "autoplay": False, "dark": False, "palettes": PALETTES, "health": ""}
    data = {"stage": {**stage, "words": dict(language.stage.buttons)}, "units": unit_table(figures, wording)}
    return _page(data, figures, wording, occasion).encode()


def _page(data: Json, figures: Figures, wording: Wording, occasion: Occasion) -> str:
    own_stamp = stamp("overview", figures, wording)
    words = wording.language.stage.buttons
    outlines = (
        [wording.language.map.licence] if any(slide["view"] == "map" for slide in data["stage"]["slides"]) else []
    )
    lines = [*own_stamp.lines, *outlines, occasion.origin(wording.language)]
    blanks = {
        "lang": wording.language.code,
        "policy": _POLICY,
        "title": wording.short_programme(figures.programme),
        "about": f"{own_stamp.as_of} · {own_stamp.scope}",
        "banner": own_stamp.banner,
        "units": " · ".join(filter(None, (data["units"]["title"], data["units"]["counted"]))),
        "marked": data["units"]["marked"],
        "pick": words["pick"],
        "everyone": words["everyone"],
        "notes": "\n".join(lines),
    }
    page = (_HERE / "pack.html").read_text(encoding="utf-8")
    for name, text in blanks.items():
        page = page.replace(f"[[{name}]]", escape(text))
    style = _faces() + STYLE + (_HERE / "pack.css").read_text(encoding="utf-8")
    # A file has no modules to import from, so the stage becomes a plain function.
    stage = SCRIPT.replace("export default function", "const present = function")
    script = stage + (_HERE / "pack.js").read_text(encoding="utf-8")
    return page.replace("[[style]]", style).replace("[[script]]", script).replace("[[data]]", _harmless(data))


def _harmless(data: Json) -> str:
    """JSON for a script element, escaped so that no text in it can close the element or become markup."""
    return orjson.dumps(data).decode().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _faces() -> str:
    """The typeface as embedded @font-face rules, with tabular digits for columns of numbers."""
    return "".join(
        f"@font-face{{font-family:{family};font-weight:{weight};src:url(data:font/woff2;base64,"
        f"{b64encode((_FONTS / f'{family}-{weight}.woff2').read_bytes()).decode()}) format('woff2')}}\n"
        for family in ("BeVietnamPro", "BeVietnamProTabular")
        for weight in _WEIGHTS
    )
