"""Widgets repeat the address without overruling, at every rerun, what the reader chooses meanwhile."""

from collections.abc import Iterator

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

from interface.shell.page_list import PAGES
from tests.pages.running import open_page


def overruling(page: AppTest) -> set[str]:
    """The keys of the widgets that take the page's value whatever the browser has."""

    def protos(node: Block | Element) -> Iterator[Message]:
        if isinstance(node, Block):
            for child in node.children.values():
                yield from protos(child)
        elif isinstance(node.proto, Message):
            yield node.proto

    return {proto.id.rpartition("-")[2] for proto in protos(page._tree) if getattr(proto, "set_value", False)}


@pytest.mark.parametrize("script", [page.script for page in PAGES])
def test_a_rerun_sets_no_widget_again(demo: str, script: str):
    page = open_page(script)
    assert overruling(page)

    assert overruling(page.run()) == set()


def test_an_address_that_changed_sets_the_widgets_it_changed(demo: str):
    page = open_page()
    page.query_params["phase"] = "1"
    page.query_params["region"] = ["dbsh"]

    # Other regions have other units to choose from.
    assert overruling(page.run()) == {"choose_phase", "choose_region", "choose_unit"}
