"""docs/questions.md, rows G: every address opens its page, which shows the answer."""

import re
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl

import pytest

from tests.pages.running import open_page, words

_FILE: Final = Path(__file__).parents[2] / "docs" / "questions.md"
_ROW: Final = re.compile(r"^\| (G\d+) \| .*? \| `/(\w+)\?(.*?)` \| (.*?) \| (.*?) \|$", re.MULTILINE)
_QUOTED: Final = re.compile(r"“(.*?)”")
ROWS: Final = _ROW.findall(_FILE.read_text(encoding="utf-8"))


def read(page) -> str:
    """The words of a page in reading order, without HTML and Markdown, cell by cell."""
    text = unescape(re.sub(r"<[^>]+>", " ", words(page)))
    return " ".join(re.sub(r"[\\*]", "", text).split())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_address_shows_what_was_read_there(demo: str, row: tuple[str, ...]):
    _, path, query, where, last = row
    address: dict[str, list[str]] = {}
    for name, value in parse_qsl(query):
        address.setdefault(name, []).append(value)
    page = open_page(f"pages/{path}.py", **address)
    shown = read(page)

    assert not page.exception
    assert [part for part in (*_QUOTED.findall(where), *last.split("; ")) if part not in shown] == []


def test_no_question_beside_counting_is_left_out():
    assert [row[0] for row in ROWS] == [f"G{number}" for number in range(1, 11)]
