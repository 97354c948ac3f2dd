"""Event loop callbacks from other threads, delivered in batches, since each wake-up costs more than most callbacks."""

from asyncio import _get_running_loop
from collections import deque
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, Final, TypeAlias

Callback: TypeAlias = Callable[[], None]

_KEPT_AS: Final = "_batches_of_ours"
_AT_ONCE: Final = 250  # messages; Streamlit drops a reader with 500 pending ones


class Batches:
    """Keeps the order of callbacks and delays none of them."""

    def __init__(self, hand_over: Callable[[Callback], None]) -> None:
        """`hand_over` schedules a callback in the event loop from any thread."""
        self._hand_over = hand_over
        self._waiting: deque[Callback] = deque()
        self._is_handed_over = False
        self._lock = Lock()

    def add(self, callback: Callback) -> None:
        """Add a callback to the current batch, from any thread."""
        with self._lock:
            self._waiting.append(callback)
            is_first, self._is_handed_over = not self._is_handed_over, True
        if is_first:
            self._hand_over(self._call_all)

    def _call_all(self) -> None:
        with self._lock:
            due, self._waiting, self._is_handed_over = self._waiting, deque(), False
        try:
            while due:
                due.popleft()()
        finally:
            if due:  # one failed, and the event loop handles it: the others run in its next turn, before newer ones
                self._again(due)

    def _again(self, due: "deque[Callback]") -> None:
        with self._lock:
            self._waiting.extendleft(reversed(due))
            is_first, self._is_handed_over = not self._is_handed_over, True
        if is_first:
            self._hand_over(self._call_all)


def batched(hand_over: Callable[[object, Callback], None]) -> Callable[[object, Callback], None]:
    """A replacement for the method `hand_over` that batches calls while the event loop is busy."""

    @wraps(hand_over)
    def handed_over(owner: object, callback: Callback) -> None:
        _batches(owner, hand_over).add(callback)

    return handed_over


def messages_together(
    enqueue: Callable[..., None], hand_over: Callable[[object, Callback], None], message: object
) -> Callable[..., None]:
    """A replacement for a session's method `enqueue`.

    Most events of a run are a `message`: these go straight to the browser's queue, in order.
    """

    @wraps(enqueue)
    def together(session: Any, sender: object, event: object, forward_msg: object = None, **more: object) -> None:
        if event is not message:
            enqueue(session, sender, event, forward_msg, **more)
            return

        def take() -> None:
            if sender is session._scriptrunner:  # noqa: SLF001 (another one's run was given up)
                session._enqueue_forward_msg(forward_msg)  # noqa: SLF001

        _batches(session, hand_over).add(take)

    return together


def woken_once(wake: Callable[[Any], None]) -> Callable[[Any], None]:
    """A replacement for a runtime's method `wake` that signals only once until sending begins."""

    @wraps(wake)
    def woken(runtime: Any) -> None:
        its = runtime._get_async_objs()  # noqa: SLF001
        if its.need_send_data.is_set():
            return
        if _get_running_loop() is its.eventloop:
            its.need_send_data.set()
        else:  # from a thread, which may have an event loop of its own
            wake(runtime)

    return woken


def sent_at_once(
    flush: Callable[[Any], list[Any]], send: Callable[[Any, Any], None], refused: type[Exception]
) -> Callable[[Any], list[Any]]:
    """A replacement for a session's method `flush` that sends several messages in one turn of the event loop.

    Most go through `send`; what is `refused`, and large amounts for slow readers, take the original way.
    """

    @wraps(flush)
    def flushed(session: object) -> list[Any]:
        waiting = flush(session)
        for sent, message in enumerate(waiting[:_AT_ONCE]):
            try:
                send(session, message)
            except refused:
                return waiting[sent:]
        return waiting[_AT_ONCE:]

    return flushed


def _batches(owner: object, hand_over: Callable[[object, Callback], None]) -> Batches:
    attributes = owner.__dict__
    batches: Batches = attributes.get(_KEPT_AS) or attributes.setdefault(
        _KEPT_AS, Batches(lambda callback: hand_over(owner, callback))
    )
    return batches
