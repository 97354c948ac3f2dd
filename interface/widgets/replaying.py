"""Blocks drawn once: the messages sent to one reader are resent to others, at any position on the page."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from streamlit.cursor import Cursor
from streamlit.delta_generator_singletons import get_dg_singleton_instance
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import (
    ScriptRunContext,
    ThreadState,
    get_script_run_ctx,
    in_cached_function,
)

from data_access.store.lru import Recent
from model import settings

_DRAWN: Final[Recent["RecordedBlock"]] = Recent(3000)
_OF_ONE_SESSION: Final = frozenset(("imgs", "audio", "video"))  # their files go with the session that drew them
_AS_DRAWN: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class RecordedBlock:
    """The messages of a block, and the position at which it was drawn."""

    messages: tuple[ForwardMsg, ...]
    parent: tuple[int, ...]  # the path of what holds the block
    first: int  # its place in there
    length: int  # how many places it takes
    fragment: str
    can_be_sent: bool

    def send(self, context: ScriptRunContext, cursor: Cursor, queries: Mapping[str, str]) -> None:
        """Resend everything at the cursor and move the cursor behind it."""
        parent, first = _place(cursor)
        fragment = ThreadState.get().fragment_id or ""
        depth, offset = len(self.parent), first - self.first
        for message in self.messages:
            copy = ForwardMsg()
            copy.CopyFrom(message)
            if offset or parent != self.parent:
                path = message.metadata.delta_path
                copy.metadata.delta_path[:] = (*parent, path[depth] + offset, *path[depth + 1 :])
            if fragment != self.fragment:
                copy.delta.fragment_id, copy.hash = fragment, ""  # the hash covers everything but the position
            if queries and message.delta.new_element.WhichOneof("type") == "page_link":
                link = copy.delta.new_element.page_link
                link.query_string, copy.hash = queries[link.label], ""
            context.enqueue(copy)
        for _ in range(self.length):
            cursor.lock_element()


def replay(key: str, draw: Callable[[], None], queries: Mapping[str, str] = _AS_DRAWN) -> None:
    """`draw_once`, or always anew where a setting says so."""
    if settings.replays_blocks():
        draw_once(key, draw, queries)
    else:
        draw()


def draw_once(key: str, draw: Callable[[], None], queries: Mapping[str, str] = _AS_DRAWN) -> None:
    """Draw a block, or resend its messages under this key, which must cover all it shows.

    `queries`: the query strings of its links to pages, by label, where the key does not cover them.
    Streamlit refuses widgets in it, as in cached functions: they would not work for later readers.
    """
    context, cursor = get_script_run_ctx(), get_dg_singleton_instance().main_dg._active_dg._cursor  # noqa: SLF001
    if context is None or cursor is None or cursor.is_locked:
        draw()
    else:
        _draw_once(key, draw, queries, context, cursor)


def _draw_once(
    key: str, draw: Callable[[], None], queries: Mapping[str, str], context: ScriptRunContext, cursor: Cursor
) -> None:
    is_mine = False

    def make() -> RecordedBlock:
        nonlocal is_mine
        is_mine = True
        return _drawn(draw, context, cursor)

    try:
        drawing = _DRAWN.get_or_make(key, make)
    except BaseException:
        if is_mine:
            raise
        draw()  # the other reader left the page while drawing this block, or it failed: not our problem
        return
    if is_mine:
        return
    if drawing.can_be_sent:
        drawing.send(context, cursor, queries)
    else:
        draw()


def _drawn(draw: Callable[[], None], context: ScriptRunContext, cursor: Cursor) -> RecordedBlock:
    parent, first = _place(cursor)
    with _listening(context) as messages:
        draw()
    can_be_sent = all(_can_be_sent(message, parent, first) for message in messages)
    return RecordedBlock(
        messages=tuple(messages) if can_be_sent else (),  # blocks that cannot be resent are not kept
        parent=parent,
        first=first,
        length=cursor.index - first,
        fragment=ThreadState.get().fragment_id or "",
        can_be_sent=can_be_sent,
    )


def _can_be_sent(message: ForwardMsg, parent: tuple[int, ...], first: int) -> bool:
    """Whether a message stays within the position of its block and refers to no media file."""
    path, depth = tuple(message.metadata.delta_path), len(parent)
    within = path[:depth] == parent and len(path) > depth and path[depth] >= first
    return within and message.delta.new_element.WhichOneof("type") not in _OF_ONE_SESSION


def _place(cursor: Cursor) -> tuple[tuple[int, ...], int]:
    return (cursor.root_container, *cursor.parent_path), cursor.index


@contextmanager
def _listening(context: ScriptRunContext) -> Iterator[list[ForwardMsg]]:
    around, send, sent = context.__dict__.get("enqueue"), context.enqueue, list[ForwardMsg]()

    def send_and_keep(message: ForwardMsg) -> None:
        send(message)
        sent.append(message)

    context.enqueue = send_and_keep  # type: ignore[method-assign,assignment]
    cached = in_cached_function.set(True)
    try:
        yield sent
    finally:
        in_cached_function.reset(cached)
        del context.enqueue  # a context that names its own method would wait for the garbage collector
        if around is not None:
            context.enqueue = around  # type: ignore[method-assign]
