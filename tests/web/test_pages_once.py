"""Each page is made once; every run has its own copy, which it may mark."""

from dataclasses import dataclass

from streamlit.navigation import page as streamlit_page

from web.pages_once import found_once


@dataclass
class Page:
    path: str
    default: bool
    can_be_called: bool = False


def test_a_page_is_made_once_and_copied_for_every_run():
    made = []

    @found_once
    def make(path: str, *, default: bool = False) -> Page:
        made.append(path)
        return Page(path, default)

    first, second = make("pages/map.py"), make("pages/map.py")
    first.can_be_called = True

    assert second == Page("pages/map.py", False) and make("pages/map.py") == second
    assert make("pages/map.py", default=True).default
    assert made == ["pages/map.py", "pages/map.py"]


def test_streamlit_still_makes_its_pages_with_the_function_that_is_replaced():
    assert callable(streamlit_page._create_page)
