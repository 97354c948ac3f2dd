"""The stamp of a scope, which every surface shows; pages have it in the head and in the printed footer."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

import orjson
from streamlit.testing.v1 import AppTest

from model.codes import Basis
from presentation.figures import Figures
from presentation.filter_line import filter_line
from presentation.stamp import Stamp, map_stamp, stamp_of_page
from presentation.wording import Wording, shortened

_SCOPE, _SOURCE = 120, 240  # characters that pictures have room for
_OF_ONE_PAGE: Final = ("csv", "pictures")


def stamp_lines(kind: str, subject: str, figures: Figures, wording: Wording) -> Iterator[str]:
    """Every line of the stamp of a file about one page."""
    if kind not in _OF_ONE_PAGE:
        return
    on_map = kind == "pictures" and subject == "map"
    stamp: Stamp = map_stamp(figures, wording) if on_map else stamp_of_page(subject, figures, wording)
    yield stamp.banner
    if kind == "csv":
        yield from stamp.lines
    else:
        yield from (shortened(stamp.scope, _SCOPE), shortened(stamp.as_of, _SOURCE), shortened(stamp.source, _SOURCE))


def head_lines(figures: Figures, wording: Wording) -> Iterator[str]:
    """What the head of every page and its printed footer say of the scope."""
    filters, language = figures.filters, wording.language
    yield filter_line(filters, wording)
    yield language.short_name_of(figures.catalogue.programme(filters.programme))
    if filters.basis is Basis.RECORDS and figures.overview.moment is not None:
        yield language.pages.as_of.format(moment=language.numbers.moment(figures.overview.moment))
    if figures.is_simulated and filters.basis is Basis.RECORDS:
        yield language.pages.simulated_banner


def head_of_page(page: AppTest) -> Iterator[str]:
    """The head of a page with the words it holds for the printed footer."""
    for block in page.get("html"):
        body = str(block.proto.body)
        if 'class="head"' in body or 'class="simulated"' in body:
            yield from (unescape(part) for part in re.findall(r'data-foot="([^"]*)"', body))
            yield unescape(re.sub(r"<[^>]+>", " ", body))


def slides_of_page(page: AppTest) -> list[dict[str, Any]]:
    """The slides that the stage's page passes to its component."""
    for element in page.get("bidi_component"):
        data = orjson.loads(element.proto.json)
        if "slides" in data:
            return list(data["slides"])
    return []


def slides_of_pack(content: bytes) -> dict[str, dict[str, Any]]:
    """The slides of the whole scope in the offline pack, by view; those of single units stand behind them."""
    match = re.search(r'<script[^>]*id="data"[^>]*>(.*?)</script>', content.decode(), re.DOTALL)
    assert match
    return {slide["view"]: slide for slide in reversed(orjson.loads(match[1])["stage"]["slides"])}
