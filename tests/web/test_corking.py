"""Writes within one turn of the event loop leave together, in order, before the connection closes."""

import asyncio
from collections.abc import Callable

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from tests.looping import run_apart
from web.corking import Corked, corked


class Transport:
    """Records the calls it gets."""

    def __init__(self) -> None:
        self.calls: list[object] = []
        self.closing = False

    def write(self, data: bytes) -> None:
        self.calls.append(data)

    def close(self) -> None:
        self.closing = True
        self.calls.append("close")

    def is_closing(self) -> bool:
        return self.closing

    def pause_reading(self) -> None:
        self.calls.append("pause")


def seen(*turns: Callable[[Corked], None]) -> list[object]:
    """The calls of the real transport, where each write took a turn of the loop."""
    transport = Transport()

    async def run() -> None:
        cork = Corked(transport)
        for turn in turns:
            turn(cork)
            await asyncio.sleep(0)
        await asyncio.sleep(0)

    run_apart(run)
    return transport.calls


def writing(*texts: bytes) -> Callable[[Corked], None]:
    return lambda cork: [cork.write(text) for text in texts] and None


def test_one_turn_is_one_write():
    assert seen(writing(b"a", b"b"), writing(b"c"), lambda cork: None, writing(b"d")) == [b"ab", b"c", b"d"]


def test_what_waits_is_written_before_the_end():
    def say_goodbye(cork: Corked) -> None:
        cork.write(b"good")
        cork.write(b"bye")
        cork.close()

    assert seen(writing(b"a"), say_goodbye) == [b"a", b"goodbye", "close"]


def test_nothing_is_written_to_who_has_left():
    def left(cork: Corked) -> None:
        cork.write(b"too late")
        cork._transport.close()

    assert seen(left) == ["close"]


def test_everything_else_is_delegated_to_the_real_one():
    assert seen(lambda cork: cork.pause_reading()) == ["pause"]


def test_a_protocol_is_given_a_corked_transport():
    given = []

    async def connect() -> None:
        corked(lambda protocol, transport: given.append((protocol, transport)))("protocol", Transport())

    run_apart(connect)
    ((protocol, transport),) = given
    assert protocol == "protocol" and isinstance(transport, Corked)


def test_uvicorn_still_gives_its_protocol_a_transport_this_way():
    assert callable(WebSocketsSansIOProtocol.connection_made)
