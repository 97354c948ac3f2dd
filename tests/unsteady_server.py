"""An HTTPS server with its own certificate authority that fails, repeats pages, breaks off and delays its answers."""

import json
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


@dataclass
class Portal:
    """The content: `rows`, `at_once` a page; `faults` name what goes wrong with the next answers, in order."""

    rows: list[dict[str, str]] = field(default_factory=list)
    at_once: int = 2
    faults: list[str] = field(default_factory=list)
    url: str = ""
    ca: str = ""
    authorizations: list[str] = field(default_factory=list)  # who came, by their Authorization


def answer(portal: Portal, page: int) -> bytes:
    start = (page - 1) * portal.at_once
    return json.dumps({"data": portal.rows[start : start + portal.at_once], "total": len(portal.rows)}).encode()


def _handler(portal: Portal) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            portal.authorizations.append(self.headers.get("Authorization", ""))
            page = int(self.path.rpartition("=")[2] or 1)
            fault = portal.faults.pop(0) if portal.faults else ""
            if fault == "away":
                self.send_error(503)
                return
            if fault == "slow":
                time.sleep(2)
            if fault.startswith("moved"):
                self.send_response(302)
                self.send_header("Location", fault.removeprefix("moved "))
                self.end_headers()
                return
            body = answer(portal, max(1, page - 1) if fault == "repeat" else page)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if fault == "broken" else body)

        def log_message(self, *_arguments: object) -> None:
            return

    return Handler


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, *_request: Any) -> None:
        """Ignore clients that gave up, because tests make them do so."""


@contextmanager
def unsteady_server(folder: Path) -> Iterator[Portal]:
    portal, key, certificate = Portal(), folder / "key.pem", folder / "ca.pem"
    made = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout {key} -out {certificate} -subj /CN=127.0.0.1"
    names = ("-addext", "subjectAltName=IP:127.0.0.1")
    subprocess.run([*made.split(), *names], check=True, capture_output=True)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    with _Quiet(("127.0.0.1", 0), _handler(portal)) as server:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, daemon=True).start()
        portal.url, portal.ca = f"https://127.0.0.1:{server.server_port}/", str(certificate)
        yield portal
        server.shutdown()
