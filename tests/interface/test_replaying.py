"""A replayed block looks as if it had been drawn, wherever it stands the second time."""

import threading

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

from interface.widgets import replaying
from tests.interface import blocks

PLACES = ["alone", "after_others", "in_a_box", "in_the_sidebar", "in_a_fragment", "twice", "within_another"]


@pytest.fixture(autouse=True)
def _nothing_is_known():
    replaying._DRAWN.clear()
    blocks.DRAWN.clear()


def run(name: str) -> AppTest:
    return AppTest.from_string(f"from tests.interface import blocks\nblocks.{name}()").run()


def shape(node: Block | Element) -> object:
    """The elements of a page by place, in words."""
    if isinstance(node, Block):
        return node.type, {place: shape(child) for place, child in node.children.items()}
    return node.type, node.proto.label if node.type == "button" else node.value


@pytest.mark.parametrize("drawn_first", PLACES)
@pytest.mark.parametrize("name", PLACES)
def test_wherever_it_stands_it_shows_what_a_drawn_one_shows(drawn_first: str, name: str):
    drawn = shape(run(name)._tree)
    replaying._DRAWN.clear()
    run(drawn_first)
    blocks.DRAWN.clear()

    assert shape(run(name)._tree) == drawn
    assert blocks.DRAWN["block"] == 0


def test_a_fragment_shows_it_again_after_a_click():
    page = run("in_a_fragment")
    before = shape(page._tree)

    assert shape(page.button(key="again").click().run()._tree) == before
    assert blocks.DRAWN["block"] == 1


@pytest.mark.parametrize(
    ("name", "block"), [("elsewhere", "scattered"), ("into_an_earlier_box", "backwards"), ("with_a_picture", "picture")]
)
def test_what_cannot_be_sent_again_is_drawn_again(name: str, block: str):
    first, second = run(name), run(name)

    assert not first.exception and not second.exception
    assert shape(first._tree) == shape(second._tree)
    assert blocks.DRAWN[block] == 2
    assert not replaying._DRAWN.get_or_make(block, lambda: pytest.fail("it was forgotten")).messages


def test_what_failed_is_not_kept():
    for times in (1, 2):
        page = run("failing")
        assert page.exception and blocks.DRAWN["failing"] == times


def test_a_widget_within_is_refused():
    page = run("with_a_widget")

    assert "widget" in page.exception[0].message.lower() or "widget" in page.warning[0].value.lower()


def test_who_waits_for_another_reader_draws_where_that_one_fails():
    """The second reader waits for the drawing of the first, who then leaves the page."""
    begins, leaves, shown = threading.Event(), threading.Event(), list[str]()

    def first() -> None:
        begins.set()
        leaves.wait(10)
        raise KeyboardInterrupt

    def leave() -> None:
        with pytest.raises(KeyboardInterrupt):
            replaying._DRAWN.get_or_make("slow", first)

    reader = threading.Thread(target=leave)
    reader.start()
    begins.wait(10)
    threading.Timer(0.2, leaves.set).start()
    page = AppTest.from_function(_slow).run()
    reader.join()
    shown += [text.value for text in page.text]

    assert shown == ["mine"]


def test_links_lead_to_the_view_at_hand_though_they_were_drawn_for_another():
    def queries(where: str) -> dict[str, tuple[str, str]]:
        page = AppTest.from_string(f"from tests.interface import blocks\nblocks.links({where!r})").run()
        return {link.proto.label: (link.proto.page, link.proto.query_string) for link in page.get("page_link")}

    views = ["LD-38", "CĐ ngành & 2"]
    drawn = []
    for view in views:
        replaying._DRAWN.clear()
        drawn.append(queries(view))
    blocks.DRAWN.clear()
    replaying._DRAWN.clear()

    assert [queries(view) for view in views] == drawn
    assert blocks.DRAWN["links"] == 1


def test_styles_are_drawn_once_where_they_take_no_room():
    first, second = run("styled"), run("styled")

    assert "color: red" in str(shape(first._tree)) and not first.main.get("html")
    assert shape(first._tree) == shape(second._tree)
    assert blocks.DRAWN["styles"] == 1


def _slow() -> None:
    import streamlit as st

    from interface.widgets.replaying import draw_once

    draw_once("slow", lambda: st.text("mine"))


def test_what_the_browser_keeps_is_named_and_not_sent_again():
    """Browsers cache long texts; a replayed block sends only their hash, as a drawn one does."""
    sent = {}
    for turn, known in enumerate((frozenset(), None)):
        page = AppTest.from_function(_long)
        page.session_state["known"] = sent.get("hashes") if known is None else known
        page.run()
        kinds = page.session_state["kinds"]
        sent["hashes"] = frozenset(hash_ for _, hash_ in kinds)
        sent[turn] = [kind for kind, _ in kinds]

    assert sent[0] == ["delta"] and sent[1] == ["ref_hash"]


def _long() -> None:
    import streamlit as st
    from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

    from interface.widgets.replaying import draw_once

    context, kinds = get_script_run_ctx(), []
    send = context._enqueue
    context.cached_message_hashes = st.session_state["known"]
    context._enqueue = lambda message: (kinds.append((message.WhichOneof("type"), message.hash)), send(message))[1]
    draw_once("long", lambda: st.markdown("x" * 20_000))
    context._enqueue = send
    st.session_state["kinds"] = kinds
