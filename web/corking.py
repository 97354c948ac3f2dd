"""What a websocket is given within one turn of the event loop leaves in one go: a page is a hundred small messages."""

import asyncio
from collections.abc import Callable
from functools import wraps
from typing import Any


class Corked:
    """A transport that writes at the end of the turn in which it was given something; all else is the real one's."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._loop = asyncio.get_running_loop()
        self._waiting: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Keep it until the end of the turn."""
        if not self._waiting:
            self._loop.call_soon(self._write_all)
        self._waiting.append(data)

    def close(self) -> None:
        """Write what waits, then close as the real one does."""
        self._write_all()
        self._transport.close()

    def _write_all(self) -> None:
        due, self._waiting = self._waiting, []
        if due and not self._transport.is_closing():
            self._transport.write(b"".join(due))


def corked(connection_made: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """A protocol's method `connection_made`, with a transport that writes once a turn."""

    @wraps(connection_made)
    def made(protocol: object, transport: asyncio.Transport) -> None:
        connection_made(protocol, Corked(transport))

    return made
