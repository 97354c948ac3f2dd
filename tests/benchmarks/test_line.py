"""The tabs of `benchmarks.many_tabs` read whole pages, however they are cut, and answer pings."""

import struct
from dataclasses import dataclass, field

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.line import Line, LineClosed
from tests.looping import run_apart

GREETING = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"


@dataclass
class Wire:
    """Remembers what a tab sent."""

    sent: list[bytes] = field(default_factory=list)

    def write(self, data: bytes) -> None:
        self.sent.append(data)

    def is_closing(self) -> bool:
        return False


def frame(content: bytes, kind: int = 0x82) -> bytes:
    size = len(content)
    head = struct.pack("!BB", kind, size) if size < 126 else struct.pack("!BBH", kind, 126, size)
    return head + content


def page(cached: str) -> bytes:
    """A page of four messages, one of which browsers cache, with a ping between."""
    begin, chart, end = ForwardMsg(), ForwardMsg(), ForwardMsg()
    begin.new_session.page_script_hash = "overview"
    chart.hash, chart.metadata.cacheable = cached, True
    chart.delta.new_element.markdown.body = "x" * 12_000
    text = ForwardMsg()
    text.delta.new_element.markdown.body = "y" * 200
    end.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    parts = [one.SerializeToString() for one in (begin, chart, text, end)]
    return frame(parts[0]) + frame(parts[1]) + frame(b"now", 0x89) + frame(parts[2]) + frame(parts[3])


async def drawn(data: bytes, size: int) -> tuple[int, Line, Wire]:
    """The messages of a page that comes in pieces of `size` bytes."""
    line, wire = Line(8501), Wire()
    opened = line.answer()
    line._transport = wire
    for content in (GREETING, data):
        answer = line.answer() if content is data else opened
        for at in range(0, len(content), size):
            line.data_received(content[at : at + size])
        count = await answer
    return count, line, wire


@pytest.mark.parametrize("size", [1, 7, 1000, 100_000])
def test_a_page_is_read_to_its_end_however_it_is_cut(size: int):
    count, line, wire = run_apart(drawn, page("chart"), size)

    assert (count, line.page, line.cached) == (4, "overview", {"chart"})
    assert wire.sent == [b"\x8a\x83\x00\x00\x00\x00now"]


@pytest.mark.parametrize("size", [3, 1000])
def test_a_websocket_that_the_server_closes_says_why(size: int):
    with pytest.raises(LineClosed, match="keepalive ping timeout"):
        run_apart(drawn, frame(struct.pack("!H", 1011) + b"keepalive ping timeout", 0x88), size)


def test_a_refused_websocket_says_how():
    async def refused() -> int:
        line = Line(8501)
        answer = line.answer()
        line.data_received(b"HTTP/1.1 403 Forbidden\r\n\r\n")
        return await answer

    with pytest.raises(LineClosed, match="403 Forbidden"):
        run_apart(refused)
