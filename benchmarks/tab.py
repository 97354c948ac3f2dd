"""A browser tab without a browser: Streamlit's protocol over its websocket, on this machine only."""

from collections.abc import Iterable
from types import TracebackType
from typing import Any, Final, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from model.edges import Json

_WITHIN: Final = 60.0  # seconds a page may take
_DONE: Final = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class Tab:
    """Opens a page and reruns it as often as asked; caches messages as a browser does."""

    def __init__(self, port: int, query: str) -> None:
        self._line = connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            origin=Origin(f"http://127.0.0.1:{port}"),
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            open_timeout=_WITHIN,
        )
        self._address = f"http://127.0.0.1:{port}/"
        self._query = query
        self._page = ""
        self._kept: Json = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._line.close()

    def change(self, query: str) -> int:
        """`draw` with another query string, as after a change of filter."""
        self._query = query
        return self.draw()

    def draw(self) -> int:
        """Run the page to its end; returns the number of elements. Raises RuntimeError when the page fails."""
        self._line.send(request(self._address, self._query, self._kept, self._page))
        elements = 0
        while True:
            message = ForwardMsg()
            message.ParseFromString(self._line.recv(_WITHIN))
            if message.metadata.cacheable and message.hash:
                self._kept[message.hash] = message
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._page, elements = message.new_session.page_script_hash, 0
            elif kind == "delta" or kind == "ref_hash":
                elements += 1
                _refuse_problem(message)
            elif is_end(message):
                return elements


def request(address: str, query: str, cached: Iterable[str], page: str = "") -> bytes:
    """The message a browser sends for a page at an address; messages in `cached` are not sent again."""
    message: Any = BackMsg()
    rerun = message.rerun_script
    rerun.query_string, rerun.page_script_hash = query, page
    rerun.context_info.timezone, rerun.context_info.locale = "Asia/Ho_Chi_Minh", "vi-VN"
    rerun.context_info.url, rerun.context_info.color_scheme = address, "light"
    rerun.cached_message_hashes.extend(cached)
    return bytes(message.SerializeToString())


def is_end(message: Any) -> bool:
    """Whether this message completes the page."""
    return message.WhichOneof("type") == "script_finished" and message.script_finished in _DONE


def _refuse_problem(message: Any) -> None:
    if message.WhichOneof("type") == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
        raise RuntimeError(f"The page failed: {message.delta.new_element.exception.message}")
