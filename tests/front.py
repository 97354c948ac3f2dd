"""Real proxies in front of the app on loopback: Debian's nginx and HAProxy, and the packages of its login page."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.provider.running import PACKAGES, missing_programs
from tests import debian
from tests.postgresql import free_port

PROXIES = ("nginx", "haproxy")
STARTS_WITHIN = 20
FORWARDING = {"nginx": "proxy_set_header X-Forwarded-For $remote_addr;", "haproxy": "option forwardfor"}
NGINX = """
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://{behind};
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection $http_connection;
            {more}
        }}
    }}
}}
"""
HAPROXY = """
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
    {more}
frontend readers
    bind 127.0.0.1:{port}
    default_backend app
backend app
    server one {behind}
"""


@contextmanager
def proxied_by(kind: str, behind: str, folder: Path, *, forwards: bool) -> Iterator[str]:
    """Address of a proxy before `behind` that keeps the Host header, and with `forwards` adds forwarding headers."""
    port = free_port()
    settings = folder / f"{kind}.conf"
    more = FORWARDING[kind] if forwards else ""
    text = (NGINX if kind == "nginx" else HAPROXY).format(
        folder=folder, port=port, behind=behind.removeprefix("http://"), more=more
    )
    settings.write_text(text)
    command = [_program(kind), *(("-c", str(settings)) if kind == "nginx" else ("-db", "-f", str(settings)))]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < give_up and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("The proxy did not start.")


def _program(kind: str) -> str:
    path = _on_path(kind)
    if path is None:
        install()
        path = _on_path(kind)
    if path is None:
        raise RuntimeError(f"No {kind} here. Install it (apt-get install nginx-light haproxy) and run the tests again.")
    return path


def install() -> None:
    """Install Debian's packages, where root allows it."""
    debian.install("haproxy", *PACKAGES)


def _on_path(kind: str) -> str | None:
    return shutil.which(kind, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


if __name__ == "__main__":
    if not all(map(_on_path, PROXIES)) or missing_programs():
        print("Installing nginx, HAProxy and a login provider for the tests of the door ...", flush=True)
        install()
