"""Every run finds the same pages as Streamlit, in the same order, as copies of its own."""

import pytest
from streamlit.commands.navigation import _navigation
from streamlit.navigation.page import Page, _create_page
from streamlit.runtime.scriptrunner import script_runner
from streamlit.source_util import page_sort_key
from streamlit.testing.v1 import AppTest

from tests.serving import PROJECT
from web.pages_once import pages_once

FILES = ["dashboard.py", "pages/second.py", "pages/first.py", "pages/10_tenth.py", "pages/2_two.py"]
NO_PAGES = ["pages/__init__.py", "pages/.hidden.py", "pages/notes.txt"]


@pytest.fixture
def script(tmp_path) -> str:
    (tmp_path / "pages").mkdir()
    for name in (*FILES, *NO_PAGES):
        (tmp_path / name).write_text(f"import streamlit as st\nst.text({name!r})\n")
    return str(tmp_path / "dashboard.py")


def opened(script: str, page: str = "") -> list[str]:
    """The content of the requested page."""
    test = AppTest.from_file(script)
    if page:
        test.switch_page(page)
    return [text.value for text in test.run().text]


@pytest.mark.parametrize("page", ["", "pages/second.py", "pages/10_tenth.py"])
def test_the_requested_page_runs_as_under_streamlit(script, page, monkeypatch):
    theirs = opened(script, page)
    monkeypatch.setattr(script_runner, "_mpa_v1", pages_once(_create_page, page_sort_key, _navigation))

    for _ in range(2):
        assert opened(script, page) == theirs
    assert theirs == [page or "dashboard.py"]


def test_the_pages_are_those_of_streamlit_in_its_order(script, monkeypatch):
    handed = []

    def navigation(pages: list[Page], **how: object) -> Page:
        handed.append(([(page.url_path, page.title, page._default, page._page) for page in pages], how))
        return pages[0]

    monkeypatch.setattr(Page, "run", lambda page: None)
    monkeypatch.setattr("streamlit.commands.navigation._navigation", navigation)
    AppTest.from_file(script).run()
    monkeypatch.setattr(script_runner, "_mpa_v1", pages_once(_create_page, page_sort_key, navigation))
    AppTest.from_file(script).run()

    (theirs, _), (ours, how) = handed
    assert ours == theirs and len(ours) == len(FILES)
    assert how == {"position": "hidden", "expanded": False}


def test_streamlit_asks_for_its_pages_with_the_function_that_is_replaced():
    assert callable(script_runner._mpa_v1)
    assert (PROJECT / "pages").is_dir()
