"""Every connection of the app's server sends data at once."""

import asyncio
import socket
from contextlib import closing

from uvicorn import Config, Server
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from tests.looping import run_apart
from web.undelayed import undelayed


def test_connections_of_the_server_wait_for_no_confirmation():
    """uvicorn's own sockets set no TCP options, and asyncio leaves Nagle's algorithm on for those."""
    seen = list[int]()

    async def answer(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    class Watched(AutoHTTPProtocol):  # type: ignore[misc,valid-type]
        def connection_made(self, transport: asyncio.Transport) -> None:
            undelayed(AutoHTTPProtocol.connection_made)(self, transport)
            line = transport.get_extra_info("socket")
            seen.append(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

    async def run() -> None:
        config = Config(answer, port=0, http=Watched, lifespan="off", log_level="error")
        server = Server(config)
        with closing(config.bind_socket()) as listening:
            serving = asyncio.create_task(server.serve([listening]))
            while not server.started:
                await asyncio.sleep(0.01)
            reader, writer = await asyncio.open_connection(*listening.getsockname())
            writer.write(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
            assert (await reader.readline()).startswith(b"HTTP/1.1 204")
            writer.close()
            server.should_exit = True
            await serving

    run_apart(run)
    assert seen == [1]
