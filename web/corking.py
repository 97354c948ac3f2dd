"""Websocket writes of one turn of the event loop, combined into one: a page consists of a hundred small messages."""

import asyncio
from collections.abc import Callable
from functools import wraps
from typing import Any


class Corked:
    """A transport that writes at the end of the turn; all else is delegated to the real one."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._loop = asyncio.get_running_loop()
        self._waiting: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Buffer data until the end of the turn."""
        if not self._waiting:
            self._loop.call_soon(self._write_all)
        self._waiting.append(data)

    def close(self) -> None:
        """Write the buffer, then close the real transport."""
        self._write_all()
        self._transport.close()

    def _write_all(self) -> None:
        due, self._waiting = self._waiting, []
        if due and not self._transport.is_closing():
            self._transport.write(b"".join(due))


def corked(connection_made: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """A replacement for a protocol's method `connection_made` that installs `Corked`."""

    @wraps(connection_made)
    def made(protocol: object, transport: asyncio.Transport) -> None:
        connection_made(protocol, Corked(transport))

    return made
