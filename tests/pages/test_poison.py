"""Every text in the database is a stranger's: poisoned, all of it stays text on every page, in both languages."""

from collections.abc import Iterator
from datetime import date

import pytest
from google.protobuf.message import Message
from sqlalchemy import Connection, Text, select, update
from sqlalchemy.exc import IntegrityError
from streamlit.testing.v1.element_tree import Block, Node

from data_access.database.connections import open_engine
from data_access.database.schema import initiative, metadata
from data_access.rows.staff_choices import add_event, choose_exemplar, save_view
from data_access.snapshots.freezing import freeze
from data_access.staff.slide_lists import save_slide_list
from interface.shell.page import PAGES
from model.reader import LOCAL
from tests.exports.small_programme import QUERY, write_small
from tests.pages.running import open_page

MARK = "**[x](http://evil.example)**"
POISON = f" <img src=x onerror=alert(1)> {MARK}"
# Words the program reads itself: codes, JSON, queries.
READ = {"metric", "category", "unit_level", "unit_of_measure", "detail", "content", "query", "views", "aliases"}
# Streamlit shows these as Markdown.
MARKDOWN = {"body", "label", "help", "caption", "tooltip", "content", "header", "text"}
VIEWS = [{"show": "frozen", "unit": ["LD-38"]}, {"basis": "published"}, {}]


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('poison') / 'poison.db'}"
    write_small(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        code = connection.scalar(select(initiative.c.code).order_by(initiative.c.id))
    choose_exemplar(url, 1, str(code), "Dễ làm", LOCAL)
    add_event(url, 1, date(2022, 3, 1), "Sơ kết", "Biên bản", LOCAL)
    save_view(url, LOCAL, "Y tế", "explore", "sector=y-te")
    save_slide_list(url, "Hội nghị", ("map",), 0, "", LOCAL)
    freeze(url, "1tr", "Báo cáo", LOCAL)
    with engine.begin() as connection:
        assert sum(poison(connection)) > 20
    engine.dispose()
    return url


def poison(connection: Connection) -> Iterator[int]:
    """Behind every text of every table; yields how many rows."""
    for table in metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, Text) and column.name not in READ and not column.primary_key:
                try:
                    yield connection.execute(update(table).values({column.name: column + POISON})).rowcount
                except IntegrityError:
                    continue  # one of a few words that a CHECK names


def texts(message: Message) -> Iterator[tuple[str, str]]:
    """Every text of an element with the name it has there."""
    for field, value in message.ListFields():
        values = list(value) if field.is_repeated else [value]
        for one in values:
            if isinstance(one, str):
                yield field.name, one
            elif isinstance(one, Message):
                yield from texts(one)


def nodes(block: Block) -> Iterator[Node]:
    """Everything on a page, the boxes included."""
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
    found = [one for node in nodes(page._tree) if node.type != "html" for one in texts(node.proto)]
    assert found
    shown_as_html = [text for node in page.get("html") for name, text in texts(node.proto)]
    assert not [text for text in shown_as_html if "<img src=x" in text]
    # What stands in HTML, in a table or a chart is no Markdown.
    assert not [(name, text) for name, text in found if name in MARKDOWN and MARK in text]
