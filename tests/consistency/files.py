"""The texts of a file about its scope, without its parts about other moments or single units."""

import re
from collections.abc import Iterator
from typing import Final

import orjson

from language.languages import VIETNAMESE
from tests.exports.reading import lines_of, shapes_of, strings_of, written_on

_APART: Final = ("race", "changed", "value", "examples")  # slides of other moments, or that count something else
_EXAMPLE: Final = "Cải tiến "  # title of the only example: in its row a union stands beside how many took it over
_EXAMPLES: Final = VIETNAMESE.pages.titles["examples"]
_LEDGER: Final = VIETNAMESE.exports.titles["published"]


def lines_of_file(kind: str, content: bytes) -> list[str]:
    """The lines of a file of one of KINDS."""
    if kind == "workbook":
        lines = (line for line in lines_of(kind, content) if not line.startswith(f"{_LEDGER}:"))
        return [line for line in lines if f": {_EXAMPLES}: " not in line]
    if kind == "slides":
        return [line for line in lines_of(kind, content) if not line.startswith(_EXAMPLE)]
    return _of_pack(content.decode()) if kind == "pack" else lines_of(kind, content)


def words_written(kind: str, content: bytes) -> list[str]:
    """The texts of a file as it words them; the numbers behind the charts of slides are left out."""
    return list(_on_slides(content)) if kind == "slides" else lines_of(kind, content)


def _on_slides(content: bytes) -> Iterator[str]:
    for shape in shapes_of(content):
        yield from written_on(shape)


def _of_pack(page: str) -> list[str]:
    """The slides of the scope and the table of its units, without the slides of each unit that follow."""
    match = re.search(r'<script[^>]*id="data"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert match
    data = orjson.loads(match[1])
    slides = data["stage"]["slides"]
    own = [slide for slide in slides if slide["scope"] == slides[0]["scope"] and slide["view"] not in _APART]
    return [" ".join(line.split()) for line in (*strings_of(own), *strings_of(data["units"]["rows"]))]
