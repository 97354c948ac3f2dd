"""Configuration of the provider: one folder with directory, portal, web server and keys."""

import json
import os
import secrets
from pathlib import Path
from string import Template
from typing import Final
from urllib.parse import urlsplit

from deploy.provider.portal import CLIENT, MANAGER, SHORTEST_PASSWORD, SUFFIX, Addresses, portal_settings

_FOLDERS: Final = ("conf", "cache", "people", "sessions/lock", "lasting/lock", "run")
_TEMPLATES: Final = ("slapd.conf", "tree.ldif", "lemonldap-ng.ini", "nginx.conf")


def write_configuration(folder: Path, addresses: Addresses) -> str:
    """Write the configuration into a new folder readable only by its owner; returns the `[auth]` section for the
    dashboard's secrets.

    Raises FileExistsError where the folder already has people.
    """
    if (folder / "conf").exists():
        raise FileExistsError(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name in _FOLDERS:
        (folder / name).mkdir(parents=True, mode=0o700)
    manager_secret, client_secret = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    _keep(folder / "manager.secret", manager_secret)
    for name in _TEMPLATES:
        template = Path(__file__).with_name(f"{name}.in").read_text(encoding="utf-8")
        _keep(folder / name, Template(template).substitute(_words(folder, addresses, manager_secret)))
    portal = portal_settings(folder, addresses, manager_secret, client_secret)
    _keep(folder / "conf" / "lmConf-1.json", json.dumps(portal, indent=1, ensure_ascii=False))
    return _auth(addresses, client_secret)


def _words(folder: Path, addresses: Addresses, manager_secret: str) -> dict[str, str]:
    login = urlsplit(addresses.login)
    return {
        "folder": str(folder),
        "suffix": SUFFIX,
        "manager": MANAGER,
        "secret": manager_secret,
        "shortest": str(SHORTEST_PASSWORD),
        "port": str(addresses.port),
        "host": login.hostname or "",
        "host_and_port": login.netloc,
        "public_port": str(login.port or (443 if addresses.is_encrypted else 80)),
        "https": "fastcgi_param HTTPS on;" if addresses.is_encrypted else "",
    }


def _auth(addresses: Addresses, client_secret: str) -> str:
    return (
        "[auth]\n"
        f'redirect_uri = "{addresses.callback}"\n'
        f'cookie_secret = "{secrets.token_hex(32)}"\n'
        f'client_id = "{CLIENT}"\n'
        f'client_secret = "{client_secret}"\n'
        f'server_metadata_url = "{addresses.login}/.well-known/openid-configuration"\n'
    )


def _keep(file: Path, text: str) -> None:
    """Write a file that only its owner can read."""
    with open(file, "x", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as target:
        target.write(text)
