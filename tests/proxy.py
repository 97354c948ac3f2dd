"""A TCP proxy between the dashboard and its database that misbehaves on request."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

BYTES_AT_ONCE = 4096


class Line(StrEnum):
    SOUND = "sound"
    REFUSED = "refused"  # nobody listens
    SWALLOWED = "swallowed"  # everything is accepted, nothing is ever answered
    SLOW = "slow"  # every packet takes its time
    CUT = "cut"  # the connection ends in the middle of an answer


class Proxy:
    """Forwards a port of loopback to a server. `line` may change at any time, for open connections as well."""

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self._line = Line.SOUND
        self._delay = 0.3  # seconds a packet takes on a slow line
        self._ends: set[socket.socket] = set()
        self._listener: socket.socket | None = None
        self.port = 0
        self._listen()

    @property
    def line(self) -> Line:
        return self._line

    @line.setter
    def line(self, line: Line) -> None:
        was, self._line = self._line, line
        if line is Line.REFUSED:
            self._stop_listening()
            self._hang_up()
        elif was is Line.REFUSED:
            self._listen()
        if was is Line.SWALLOWED:
            self._hang_up()  # what was swallowed never arrives

    def slow_down(self, seconds: float) -> None:
        self._delay = seconds
        self.line = Line.SLOW

    def close(self) -> None:
        self._stop_listening()
        self._hang_up()

    def _listen(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def _stop_listening(self) -> None:
        if self._listener:
            with contextlib.suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
            self._listener.close()
            self._listener = None

    def _hang_up(self) -> None:
        for end in list(self._ends):
            _close(end)
        self._ends.clear()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            server = socket.create_connection(self._server)
            self._ends |= {client, server}
            for source, sink, is_answer in ((client, server, False), (server, client, True)):
                threading.Thread(target=self._forward, args=(source, sink, is_answer), daemon=True).start()

    def _forward(self, source: socket.socket, sink: socket.socket, is_answer: bool) -> None:
        try:
            while packet := source.recv(BYTES_AT_ONCE):
                if self._line is Line.SWALLOWED:
                    continue
                if self._line is Line.SLOW:
                    time.sleep(self._delay)
                if self._line is Line.CUT and is_answer:
                    sink.sendall(packet[: len(packet) // 2])
                    break
                sink.sendall(packet)
        except OSError:
            pass  # the other end is gone, and this one follows
        finally:
            _close(source)
            _close(sink)


@contextmanager
def proxied(url: str) -> Iterator[tuple[str, Proxy]]:
    """The address of a database behind a proxy, and the proxy itself."""
    where, _, name = url.rpartition("/")
    user, _, address = where.rpartition("@")
    host, _, port = address.rpartition(":")
    proxy = Proxy(host, int(port))
    try:
        yield f"{user}@127.0.0.1:{proxy.port}/{name}", proxy
    finally:
        proxy.close()


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
