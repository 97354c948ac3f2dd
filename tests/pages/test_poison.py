"""Every text in the database is hostile, and stays text on every page, in both languages."""

from collections.abc import Iterator

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1.element_tree import Block, Node

from interface.shell.page_list import PAGES
from tests.exports.small_programme import QUERY
from tests.pages.running import open_page
from tests.poisoned import MARK, write_poisoned

# Streamlit shows these as Markdown.
MARKDOWN = {"body", "label", "help", "caption", "tooltip", "content", "header", "text"}
VIEWS = [{"show": "frozen", "unit": ["LD-38"]}, {"basis": "published"}, {}]


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('poison') / 'poison.db'}"
    write_poisoned(url)
    return url


def texts(message: Message) -> Iterator[tuple[str, str]]:
    """Every text of an element by the name of its field."""
    for field, value in message.ListFields():
        values = list(value) if field.is_repeated else [value]
        for one in values:
            if isinstance(one, str):
                yield field.name, one
            elif isinstance(one, Message):
                yield from texts(one)


def nodes(block: Block) -> Iterator[Node]:
    """All elements of a page, including containers."""
    for child in block.children.values():
        if getattr(child, "proto", None) is not None:
            yield child
        if isinstance(child, Block):
            yield from nodes(child)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("script", [page.script for page in PAGES])
def test_a_page_shows_it_as_text(script: str, view: dict[str, str], lang: str, poisoned: str, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", poisoned)
    monkeypatch.setenv("DASHBOARD_REPLAY", "off")
    address = dict(pair.split("=") for pair in QUERY.split("&")) | {"lang": lang} | view

    page = open_page(script, **address)

    assert not page.exception
    results = [one for node in nodes(page._tree) if node.type != "html" for one in texts(node.proto)]
    assert results
    shown_as_html = [text for node in page.get("html") for name, text in texts(node.proto)]
    assert not [text for text in shown_as_html if "<img src=x" in text]
    # What stands in HTML, in a table or a chart is no Markdown.
    assert not [(name, text) for name, text in results if name in MARKDOWN and MARK in text]
