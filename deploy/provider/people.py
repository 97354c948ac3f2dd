"""People who may log in: added, given new passwords, removed."""

import re
import subprocess
from base64 import b64encode
from pathlib import Path
from typing import Final

from deploy.provider.portal import MANAGER, SHORTEST_PASSWORD, SUFFIX, directory_address

_ADDRESS: Final = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_ALREADY_THERE: Final = 68
_NOT_THERE: Final = 32


class DirectoryError(Exception):
    """An error of the directory; its message is the directory's."""


def set_person(folder: Path, email: str, name: str, password: str) -> None:
    """Add a person, or set the password of an existing one. Raises ValueError for invalid input."""
    email = _checked(email)
    if len(password) < SHORTEST_PASSWORD:
        raise ValueError(f"A password has at least {SHORTEST_PASSWORD} characters.")
    if "\n" in name + password or not name.strip():
        raise ValueError("A name and a password are one line each.")
    entry = (
        f"dn: {_place(email)}\nobjectClass: inetOrgPerson\nuid: {email}\nmail: {email}\ncn:: {_coded(name)}\n"
        f"sn:: {_coded(name.split(maxsplit=1)[0])}\n"
    )
    _ask(folder, ["ldapadd"], text=entry, fine=(0, _ALREADY_THERE))
    secret = folder / "run" / "new.secret"
    secret.touch(mode=0o600)
    try:
        secret.write_text(password, encoding="utf-8")
        _ask(folder, ["ldappasswd", "-T", str(secret), _place(email)])
    finally:
        secret.unlink()


def remove_person(folder: Path, email: str) -> bool:
    """Remove a person; returns whether they existed. Open dashboard sessions are ended by `account block`."""
    return _ask(folder, ["ldapdelete", _place(_checked(email))], fine=(0, _NOT_THERE)) == 0


def create_branches(folder: Path) -> None:
    """Create the branches of an empty directory."""
    _ask(folder, ["ldapadd", "-c", "-f", str(folder / "tree.ldif")], fine=(0, _ALREADY_THERE))


def _checked(email: str) -> str:
    email = email.strip().casefold()
    if not _ADDRESS.fullmatch(email):
        raise ValueError(f"{email!r} is no e-mail address.")
    return email


def _place(email: str) -> str:
    return f"uid={email.replace('+', chr(92) + '+')},ou=people,{SUFFIX}"


def _coded(text: str) -> str:
    return b64encode(text.strip().encode()).decode()


def _ask(folder: Path, words: list[str], *, text: str = "", fine: tuple[int, ...] = (0,)) -> int:
    program, *more = words
    login = ["-x", "-H", directory_address(folder), "-D", MANAGER, "-y", str(folder / "manager.secret")]
    process = subprocess.run(  # noqa: S603 (fixed programs; addresses are checked, names are coded)
        [program, *login, *more], input=text, capture_output=True, text=True, timeout=30, check=False
    )
    if process.returncode not in fine:
        raise DirectoryError(process.stderr.strip() or f"{program} ended with {process.returncode}.")
    return process.returncode
