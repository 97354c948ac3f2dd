"""Settings of LemonLDAP::NG that differ from its defaults, with freshly generated keys."""

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

SUFFIX: Final = "dc=dashboard"
MANAGER: Final = f"cn=manager,{SUFFIX}"
SHORTEST_PASSWORD: Final = 10
CLIENT: Final = "dashboard"
FORGIVEN_SECONDS: Final = 5  # a password entered just now is not requested again at once, which would loop
_NAME: Final = "1 triệu sáng kiến"
_SECONDS_OF_A_SESSION: Final = 8 * 3600
_KEY_BITS: Final = 3072


@dataclass(frozen=True)
class Addresses:
    """The addresses of login page and dashboard; `port` is the provider's own, on loopback."""

    login: str
    dashboard: str
    port: int

    @property
    def is_encrypted(self) -> bool:
        return urlsplit(self.login).scheme == "https"

    @property
    def callback(self) -> str:
        return f"{self.dashboard}/oauth2callback"


def directory_address(folder: Path) -> str:
    """The LDAP address of this folder's directory socket."""
    return f"ldapi://{quote(str(folder / 'run' / 'people.sock'), safe='')}"


def portal_settings(
    folder: Path, addresses: Addresses, manager_secret: str, client_secret: str
) -> Mapping[str, object]:
    """The settings of LemonLDAP::NG that differ from its defaults."""
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
