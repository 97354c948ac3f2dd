"""TCP_NODELAY for all connections: with Nagle's algorithm the second part of every page waited 40 ms."""

import asyncio
import socket
from collections.abc import Callable
from functools import wraps
from typing import Any


def undelayed(connection_made: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """A replacement for a protocol's method `connection_made` that sets TCP_NODELAY. asyncio sets it only for sockets
    created with the TCP protocol number, which uvicorn's are not.
    """

    @wraps(connection_made)
    def made(protocol: object, transport: asyncio.Transport) -> None:
        line = transport.get_extra_info("socket")
        if line is not None and line.family in (socket.AF_INET, socket.AF_INET6):
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection_made(protocol, transport)

    return made
