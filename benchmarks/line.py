"""A websocket that reads as little as it can: hundreds of tabs leave the machine to the server they measure.

Of a page's hundred messages only those are decoded that a browser would keep, that name the page, or that end it.
"""

import asyncio
import base64
import os
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.tab import is_end, request

_MOST: Final = 2**18  # bytes taken at a time
_KEPT_FROM: Final = 10_000  # bytes: Streamlit lets browsers keep longer messages only
_SHORT: Final = 80  # bytes: the end of a page is shorter
_BINARY, _LEFT = 0x82, 0x88
_MORE_HEAD: Final = {126: 2, 127: 8}  # bytes in which a longer size stands


class LineLeft(Exception):  # noqa: N818 (says what happened)
    """The server closed the websocket, or refused it."""


@dataclass
class Line:
    """One tab's websocket; remembers its page and what a browser would have kept."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    address: str
    page: str = ""
    cached: set[str] = field(default_factory=set)
    data: bytes = b""
    at: int = 0  # bytes of it that were read

    async def draw(self, query: str) -> int:
        """Request a page and read it to its end; returns the number of messages. Raises LineLeft."""
        self.writer.write(_frame(request(self.address, query, self.cached, self.page)))
        messages = 0
        while True:
            content = await self._next()
            messages += 1
            if _SHORT < len(content) < _KEPT_FROM and self.page:
                continue
            message = ForwardMsg.FromString(content)
            if message.metadata.cacheable and message.hash:
                self.cached.add(message.hash)
            if message.WhichOneof("type") == "new_session":
                self.page = message.new_session.page_script_hash
            elif is_end(message):
                return messages

    async def _next(self) -> bytes:
        """The next message of the server; its pings are left to the end of the line."""
        while True:
            kind, start, end = _limits(self.data, self.at)
            if end and len(self.data) >= end:
                self.at = end
                if kind == _BINARY:
                    return self.data[start:end]
                if kind == _LEFT:
                    raise LineLeft(self.data[start + 2 : end].decode(errors="replace"))
                continue
            more = await self.reader.read(_MOST)
            if not more:
                raise LineLeft("The connection ended.")
            self.data, self.at = self.data[self.at :] + more, 0


@asynccontextmanager
async def open_line(port: int) -> AsyncIterator[Line]:
    """A tab of the app on this machine. Raises LineLeft where it is refused, OSError where nobody listens."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2 * _MOST)
    try:
        writer.write(_greeting(port))
        answer = await reader.readuntil(b"\r\n\r\n")
        if not answer.startswith(b"HTTP/1.1 101 "):
            raise LineLeft(answer.split(b"\r\n", 1)[0].decode())
        yield Line(reader, writer, f"http://127.0.0.1:{port}/")
        writer.write(_frame(struct.pack("!H", 1000), _LEFT))
    finally:
        writer.close()


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
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _frame(content: bytes, kind: int = _BINARY) -> bytes:
    """A message to the server, masked with zeros: nothing but this machine is between."""
    size = len(content)
    if size < 126:
        head = struct.pack("!BB", kind, 0x80 | size)
    elif size < 2**16:
        head = struct.pack("!BBH", kind, 0x80 | 126, size)
    else:
        head = struct.pack("!BBQ", kind, 0x80 | 127, size)
    return head + bytes(4) + content


def _limits(data: bytes, at: int) -> tuple[int, int, int]:
    """Kind, start and end of the message in `data` from `at` on; the end is 0 as long as its head is not complete."""
    rest = len(data) - at
    if rest < 2 or rest < 2 + _MORE_HEAD.get(data[at + 1], 0):
        return 0, 0, 0
    start = at + 2 + _MORE_HEAD.get(data[at + 1], 0)
    size = int.from_bytes(data[at + 2 : start]) if start > at + 2 else data[at + 1]
    return data[at], start, start + size
