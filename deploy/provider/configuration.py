"""What the provider is told: one folder with its directory, its portal, its web server, its keys."""

import json
import os
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Final
from urllib.parse import quote, urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

SUFFIX: Final = "dc=dashboard"
MANAGER: Final = f"cn=manager,{SUFFIX}"
SHORTEST_PASSWORD: Final = 10
CLIENT: Final = "dashboard"
FORGIVEN_SECONDS: Final = 5  # a password given just now is not asked for again at once: that would never end
_NAME: Final = "1 triệu sáng kiến"
_SECONDS_OF_A_SESSION: Final = 8 * 3600
_KEY_BITS: Final = 3072
_FOLDERS: Final = ("conf", "cache", "people", "sessions/lock", "lasting/lock", "run")
_TEMPLATES: Final = ("slapd.conf", "tree.ldif", "lemonldap-ng.ini", "nginx.conf")


@dataclass(frozen=True)
class Addresses:
    """Where readers log in, and the dashboard they come from; `port` is the provider's own, on loopback."""

    login: str
    dashboard: str
    port: int

    @property
    def is_encrypted(self) -> bool:
        return urlsplit(self.login).scheme == "https"

    @property
    def callback(self) -> str:
        return f"{self.dashboard}/oauth2callback"


def write_configuration(folder: Path, addresses: Addresses) -> str:
    """Write all of it into a new folder, readable by its owner alone; the `[auth]` for the dashboard's secrets.

    Raises FileExistsError where somebody is in there already.
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
    portal = _portal(folder, addresses, manager_secret, client_secret)
    _keep(folder / "conf" / "lmConf-1.json", json.dumps(portal, indent=1, ensure_ascii=False))
    return _auth(addresses, client_secret)


def directory_address(folder: Path) -> str:
    """The people of this folder, as LDAP programs write a socket."""
    return f"ldapi://{quote(str(folder / 'run' / 'people.sock'), safe='')}"


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


def _portal(folder: Path, addresses: Addresses, manager_secret: str, client_secret: str) -> dict[str, object]:
    """The settings of LemonLDAP::NG that differ from its own."""
    private, public = _new_keys()
    return {
        "cfgNum": 1,
        "cfgDate": int(time.time()),
        "cfgAuthor": "deploy.provider",
        "portal": f"{addresses.login}/",
        "domain": urlsplit(addresses.login).hostname,
        "locationRules": {urlsplit(addresses.login).hostname: {"default": "accept"}},
        "securedCookie": int(addresses.is_encrypted),
        "key": secrets.token_hex(16),
        "timeout": _SECONDS_OF_A_SESSION,
        **_sessions(folder),
        **_people(folder, manager_secret),
        "issuerDBOpenIDConnectActivation": 1,
        "oidcServicePrivateKeySig": private,
        "oidcServicePublicKeySig": public,
        "oidcServiceKeyIdSig": secrets.token_hex(8),
        "oidcRPMetaDataOptions": {CLIENT: _client(addresses, client_secret)},
        "oidcRPMetaDataExportedVars": {CLIENT: {"email": "mail", "name": "cn"}},
        "portalForceAuthnInterval": FORGIVEN_SECONDS,
        "skipRenewConfirmation": 1,
        "portalMainLogo": "",
        "portalSkinBackground": "",
        "portalCheckLogins": 0,
        "portalDisplayRegister": 0,
        "portalDisplayResetPassword": 0,
        "portalDisplayAppslist": 0,
        "portalDisplayOidcConsents": 0,
    }


def _sessions(folder: Path) -> Mapping[str, object]:
    return {
        "globalStorage": "Apache::Session::File",
        "globalStorageOptions": {
            "Directory": str(folder / "sessions"),
            "LockDirectory": str(folder / "sessions" / "lock"),
            "generateModule": "Lemonldap::NG::Common::Apache::Session::Generate::SHA256",
        },
        "persistentStorage": "Apache::Session::File",
        "persistentStorageOptions": {
            "Directory": str(folder / "lasting"),
            "LockDirectory": str(folder / "lasting" / "lock"),
        },
        "localSessionStorage": "Cache::FileCache",
        "localSessionStorageOptions": {
            "namespace": "sessions",
            "default_expires_in": 600,
            "directory_umask": "007",
            "cache_root": str(folder / "cache"),
            "cache_depth": 3,
        },
    }


def _people(folder: Path, manager_secret: str) -> Mapping[str, object]:
    by_address = "(&(mail=$user)(objectClass=inetOrgPerson))"
    return {
        "authentication": "LDAP",
        "userDB": "Same",
        "passwordDB": "LDAP",
        "ldapServer": directory_address(folder),
        "ldapBase": f"ou=people,{SUFFIX}",
        "managerDn": MANAGER,
        "managerPassword": manager_secret,
        "AuthLDAPFilter": by_address,
        "mailLDAPFilter": "(&(mail=$mail)(objectClass=inetOrgPerson))",
        "ldapExportedVars": {"uid": "uid", "cn": "cn", "mail": "mail"},
        "ldapPpolicyControl": 1,
        "ldapSetPassword": 1,
        "portalRequireOldPassword": 1,
        "passwordPolicyMinSize": SHORTEST_PASSWORD,
    }


def _client(addresses: Addresses, client_secret: str) -> Mapping[str, object]:
    return {
        "oidcRPMetaDataOptionsDisplayName": _NAME,
        "oidcRPMetaDataOptionsClientID": CLIENT,
        "oidcRPMetaDataOptionsClientSecret": client_secret,
        "oidcRPMetaDataOptionsRedirectUris": addresses.callback,
        "oidcRPMetaDataOptionsUserIDAttr": "mail",
        "oidcRPMetaDataOptionsIDTokenSignAlg": "RS256",
        "oidcRPMetaDataOptionsIDTokenForceClaims": 1,
        "oidcRPMetaDataOptionsRequirePKCE": 1,
        "oidcRPMetaDataOptionsBypassConsent": 1,
    }


def _new_keys() -> tuple[str, str]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=_KEY_BITS)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()


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
    """Write a file that only its owner reads."""
    with open(file, "x", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as target:
        target.write(text)
