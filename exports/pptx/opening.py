"""Presentations supplied by users, as a template or as a deck to refresh: opened, or refused with a reason."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pptx import Presentation
from pptx.exc import PackageNotFoundError

from exports.problems import UnfitTemplate

_TYPES: Final = "[Content_Types].xml"
_TEMPLATE, _PLAIN = b"presentationml.template.main+xml", b"presentationml.presentation.main+xml"
_OLD_OFFICE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def open_presentation(path: Path, kind: str = "") -> Any:
    """The presentation of a .pptx or .potx file.

    `kind` is “deck” where error messages speak of a deck and not of a template. Raises UnfitTemplate.
    """
    before = f"{kind}_" if kind else ""
    try:
        content = path.read_bytes()
        if content.startswith(_OLD_OFFICE):  # password-protected files use the OLE format of 1997, too
            raise UnfitTemplate(before + ("protected" if _ENCRYPTED in content else "unreadable"), path.name)
        return Presentation(BytesIO(_as_presentation(content)))
    except (PackageNotFoundError, zipfile.BadZipFile, SyntaxError, LookupError, AttributeError, ValueError, OSError):
        raise UnfitTemplate(f"{before}unreadable", path.name) from None


def _as_presentation(content: bytes) -> bytes:
    """A .potx as a .pptx: only its content type differs."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        types = archive.read(_TYPES)
        if _TEMPLATE not in types:
            return content
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
            for item in archive.infolist():
                replaced = types.replace(_TEMPLATE, _PLAIN) if item.filename == _TYPES else archive.read(item)
                copy.writestr(item, replaced)
    return target.getvalue()
