"""A websocket that reads as little as it can: hundreds of tabs leave the machine to the server they measure.

Of a page's hundred messages only those are decoded that a browser would cache, that name the page, or that end it.
"""

import asyncio
import base64
import os
import struct
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.tab import is_end, request

_CACHED_FROM: Final = 10_000  # bytes: Streamlit lets browsers cache longer messages only
_SHORT: Final = 80  # bytes: the end of a page is shorter
_BINARY, _CLOSE, _PING, _PONG = 0x82, 0x88, 0x89, 0x8A
_LONGER_HEAD: Final = {126: 2, 127: 8}  # bytes in which a longer size stands
_END_OF_GREETING: Final = b"\r\n\r\n"


class LineClosed(Exception):  # noqa: N818 (says what happened)
    """The server closed the websocket, or refused it."""


@dataclass(eq=False)
class Line(asyncio.Protocol):
    """One tab's websocket; remembers its page and what a browser would have cached, and answers pings at any time."""

    port: int
    page: str = ""
    cached: set[str] = field(default_factory=set)
    _messages: int = 0
    _data: bytes = b""
    _is_open: bool = False
    _due: "asyncio.Future[int] | None" = None
    _transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.write(_greeting(self.port))

    def data_received(self, data: bytes) -> None:
        self._data += data
        if not self._is_open:
            self._greet()
        if self._is_open:
            for kind, content in self._frames():
                self._take(kind, content)

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(f"The connection ended: {exc}")

    def answer(self) -> "asyncio.Future[int]":
        """The number of messages of the next page, once it is complete, or 0 once the websocket is open."""
        self._due = asyncio.get_running_loop().create_future()
        return self._due

    async def draw(self, query: str) -> int:
        """Request a page and read it to its end; returns the number of messages. Raises LineClosed."""
        self._messages = 0
        self._send(request(f"http://127.0.0.1:{self.port}/", query, self.cached, self.page))
        return await self.answer()

    def close(self) -> None:
        if self._transport and not self._transport.is_closing():
            self._send(struct.pack("!H", 1000), _CLOSE)
            self._transport.close()

    def _greet(self) -> None:
        greeting, end, self._data = self._data.partition(_END_OF_GREETING)
        if not end:
            self._data = greeting
        elif greeting.startswith(b"HTTP/1.1 101 "):
            self._is_open = True
            self._finish(0)
        else:
            self._fail(greeting.partition(b"\r\n")[0].decode())

    def _frames(self) -> Iterator[tuple[int, bytes]]:
        """Kind and content of all whole messages; what has come of the next one waits."""
        data, at = self._data, 0
        while True:
            start, end = _limits(data, at)
            if not start or end > len(data):
                break
            yield data[at], data[start:end]
            at = end
        self._data = data[at:]

    def _take(self, kind: int, content: bytes) -> None:
        if kind == _PING:
            self._send(content, _PONG)
        elif kind == _CLOSE:
            self._fail(content[2:].decode(errors="replace"))
        elif kind == _BINARY:
            self._messages += 1
            if not self.page or not _SHORT < len(content) < _CACHED_FROM:
                self._read(ForwardMsg.FromString(content))

    def _read(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable and message.hash:
            self.cached.add(message.hash)
        if message.WhichOneof("type") == "new_session":
            self.page = message.new_session.page_script_hash
        elif is_end(message):
            self._finish(self._messages)

    def _send(self, content: bytes, kind: int = _BINARY) -> None:
        assert self._transport
        self._transport.write(_frame(content, kind))

    def _finish(self, messages: int) -> None:
        if self._due and not self._due.done():
            self._due.set_result(messages)

    def _fail(self, reason: str) -> None:
        if self._due and not self._due.done():
            self._due.set_exception(LineClosed(reason))


@asynccontextmanager
async def open_line(port: int) -> AsyncIterator[Line]:
    """A tab of the app on this machine. Raises LineClosed where it is refused, OSError where nobody listens."""
    line = Line(port)
    is_open = line.answer()
    await asyncio.get_running_loop().create_connection(lambda: line, "127.0.0.1", port)
    try:
        await is_open
        yield line
    finally:
        line.close()


def _greeting(port: int) -> bytes:
    key = base64.b64encode(os.urandom(16)).decode()
    lines = (
        "GET /_stcore/stream HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Origin: http://127.0.0.1:{port}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Protocol: streamlit",
        f"Sec-WebSocket-Key: {key}",
    )
    return "\r\n".join(lines).encode() + _END_OF_GREETING


def _frame(content: bytes, kind: int) -> bytes:
    """A message to the server, masked with zeros: nothing but this machine is between."""
    size = len(content)
    if size < 126:
        head = struct.pack("!BB", kind, 0x80 | size)
    elif size < 2**16:
        head = struct.pack("!BBH", kind, 0x80 | 126, size)
    else:
        head = struct.pack("!BBQ", kind, 0x80 | 127, size)
    return head + bytes(4) + content


def _limits(data: bytes, at: int) -> tuple[int, int]:
    """Start and end of the message in `data` from `at` on; zeros as long as its head is not complete."""
    rest = len(data) - at
    if rest < 2 or rest < 2 + _LONGER_HEAD.get(data[at + 1], 0):
        return 0, 0
    start = at + 2 + _LONGER_HEAD.get(data[at + 1], 0)
    size = int.from_bytes(data[at + 2 : start], "big") if start > at + 2 else data[at + 1]
    return start, start + size
