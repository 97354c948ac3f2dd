"""Configuration of a proxy before the processes: `python -m deploy.proxy nginx|haproxy|login [--name HOST] …`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from string import Template
from typing import Final

LOOPBACK: Final = "127.0.0.1"
LOGIN_PORT: Final = 5556
_PORT: Final = 8501
_TEMPLATES: Final = {"nginx": "nginx.conf.in", "haproxy": "haproxy.cfg.in", "login": "login.conf.in"}
_CERTIFICATE: Final = "/etc/ssl/dashboard/fullchain.pem"
_KEY: Final = "/etc/ssl/dashboard/key.pem"
_FORWARDING: Final = (
    "        proxy_set_header X-Forwarded-For $remote_addr;  # never what a reader claims\n"
    "        proxy_set_header X-Forwarded-Proto $scheme;"
)


def nginx(ports: Sequence[int], *, name: str | None = None, listen: int = _PORT, base: str = "") -> str:
    """The contents of nginx's `http` block: with a host `name` over TLS for everybody, otherwise for this machine only.

    `base` is the path below which the app is served (BASE_PATH), “/dashboard”. Requests of others carry forwarding
    headers, which the app refuses without login.
    """
    servers = "\n".join(f"    server {LOOPBACK}:{port} max_fails=1 fail_timeout=2s;" for port in ports)
    redirect = f"    location = {base} {{ return 301 $scheme://$http_host{base}/$is_args$args; }}\n" if base else ""
    below = {"servers": servers, "base": base, "redirect": redirect}
    if name is None:
        return _filled("nginx", **below, listen=f"    listen {LOOPBACK}:{listen};", forwarding="", secure="")
    tls = "\n".join(
        (
            "    listen 443 ssl http2;",
            f"    server_name {name};",
            f"    ssl_certificate {_CERTIFICATE};",
            f"    ssl_certificate_key {_KEY};",
            "    ssl_protocols TLSv1.2 TLSv1.3;",
            '    add_header Strict-Transport-Security "max-age=31536000" always;',
        )
    )
    return _filled("nginx", **below, listen=tls, forwarding=_FORWARDING, secure="; Secure")


def haproxy(ports: Sequence[int], *, name: str | None = None, listen: int = _PORT) -> str:
    """A complete HAProxy configuration, with a host `name` over TLS.

    It always sets forwarding headers, so login is required.
    """
    servers = "\n".join(
        f"    server process{number} {LOOPBACK}:{port} check cookie process{number}"
        for number, port in enumerate(ports, 1)
    )
    bind = f"    bind {LOOPBACK}:{listen}" if name is None else "    bind :443 ssl crt /etc/ssl/dashboard/haproxy.pem"
    return _filled("haproxy", servers=servers, listen=bind)


def login(name: str, port: int) -> str:
    """An nginx server block for the login page of `deploy.provider`, under `name`, forwarded to `port`."""
    return _filled("login", name=name, port=str(port), certificate=_CERTIFICATE, key=_KEY)


def _filled(kind: str, **parts: str) -> str:
    template = Path(__file__).with_name(_TEMPLATES[kind]).read_text(encoding="utf-8")
    return Template(template).substitute(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one configuration."""
    parser = argparse.ArgumentParser(prog="python -m deploy.proxy", description=__doc__)
    parser.add_argument("kind", choices=sorted(_TEMPLATES))
    parser.add_argument("--name", metavar="HOST", help="serve the world under this name over TLS")
    parser.add_argument(
        "--listen", type=int, metavar="PORT", help="port of this machine without --name; of the login page"
    )
    parser.add_argument("--ports", type=int, nargs="+", default=[8511, 8512], help="where the processes listen")
    parser.add_argument("--path", default="", metavar="/PATH", help="serve below this path of the host (nginx)")
    options = parser.parse_args(arguments)
    if options.kind == "login":
        if options.name is None:
            parser.error("login needs --name HOST")
        print(login(options.name, options.listen or LOGIN_PORT), end="")
        return 0
    if options.kind == "nginx":
        base = options.path.rstrip("/")
        print(nginx(options.ports, name=options.name, listen=options.listen or _PORT, base=base), end="")
        return 0
    print(haproxy(options.ports, name=options.name, listen=options.listen or _PORT), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
