"""Words leave for a browser with fixed spaces where a line must not end, once and before their message has its hash."""

import inspect
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from web.unbroken import WORDS, with_unbroken_words

BREAKABLE, UNBROKEN = "until 20 Apr 2022", "until 20\u00a0Apr\u00a02022"


def sent(message: ForwardMsg) -> ForwardMsg:
    """The message that arrives at the wrapped method."""
    arrived: list[Any] = []
    with_unbroken_words(lambda _, message: arrived.append(message))(None, message)
    return arrived[0]


def message_of(kind: str, name: str, text: str = BREAKABLE) -> ForwardMsg:
    message = ForwardMsg()
    setattr(getattr(message.delta.new_element, kind), name, text)
    return message


def test_every_kind_of_words_leaves_unbroken():
    fields = [(kind, name) for kind, names in WORDS.items() for name in names]
    messages = {(kind, name): sent(message_of(kind, name)) for kind, name in fields}

    assert len(fields) > 10
    for (kind, name), message in messages.items():
        assert getattr(getattr(message.delta.new_element, kind), name) == UNBROKEN, (kind, name)


def test_words_of_widgets_and_messages_that_were_sent_before_stay_as_they_are():
    button, again = message_of("button", "label"), message_of("markdown", "body")
    again.hash = "known"

    assert sent(button).delta.new_element.button.label == BREAKABLE
    assert sent(again).delta.new_element.markdown.body == BREAKABLE
    assert not sent(ForwardMsg()).HasField("delta")


def test_streamlit_gives_a_message_its_hash_where_we_change_its_words():
    names = inspect.unwrap(ScriptRunContext.enqueue).__code__.co_names

    assert {"populate_hash_if_needed", "_enqueue"} <= set(names)
