"""The real kind of a file, judged by its content, and whether it is safe to unpack."""

import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from data_access.importing.files import limits
from data_access.importing.files.checks import check_unlocked
from data_access.importing.files.refusal import Refused

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML: Final = re.compile(rb"(\xef\xbb\xbf)?\s*(<!doctype html|<html|<table|<\?xml|<head|<meta)")
_DOCTYPE: Final = tuple("<!DOCTYPE".encode(form) for form in ("ascii", "utf-16-le", "utf-16-be"))
_ENTITY: Final = tuple("<!ENTITY".encode(form) for form in ("ascii", "utf-16-le", "utf-16-be"))
_OTHERS: Final = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", "rtf"),
)
_BLOCK: Final = limits.MEBIBYTE


@dataclass(frozen=True)
class Container:
    """A file that may be parsed. `kind` is csv, xlsx, xls, xlsb or ods; `notes` are codes to tell staff."""

    kind: str
    notes: dict[str, int] = field(default_factory=dict)


def inspect(path: Path) -> Container:
    """The kind of the file at `path`. Raises Refused where it must not be parsed."""
    size = path.stat().st_size
    if size == 0:
        raise Refused("empty_file")
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(_ZIP):
        _limit(size, limits.MOST_WORKBOOK_FILE)
        return _inspect_zip(path)
    if head.startswith(_OLE):
        _limit(size, limits.MOST_WORKBOOK_FILE)
        return _inspect_ole(path)
    for magic, name in _OTHERS:
        if head.startswith(magic):
            raise Refused("not_a_workbook", found=name)
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise Refused("excel_2003_xml")
    if _HTML.match(head[:512].lower()):
        raise Refused("web_page")
    _limit(size, limits.most_text())
    return Container("csv")


def _limit(size: int, most: int) -> None:
    if size > most:
        raise Refused("file_too_large", megabytes=size // limits.MEBIBYTE, most=most // limits.MEBIBYTE)


def _inspect_ole(path: Path) -> Container:
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Refused("password")
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return Container("xls")
    if "WordDocument".encode("utf-16-le") in data:
        raise Refused("word_file")
    raise Refused("not_a_workbook", found="ole")


def _inspect_zip(path: Path) -> Container:
    try:
        with zipfile.ZipFile(path) as parts:
            return _inspect_parts(parts)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as problem:
        raise Refused("broken_file") from problem


def _inspect_parts(parts: zipfile.ZipFile) -> Container:
    infos = parts.infolist()
    names = {info.filename for info in infos}
    if len(infos) > limits.MOST_PARTS:
        raise Refused("strange_parts", parts=len(infos))
    if any(_points_outside(name) for name in names):
        raise Refused("strange_parts", parts=len(infos))
    check_unlocked(infos)
    kind = _kind_of_parts(names)
    if kind == "ods" and _is_encrypted_ods(parts, names):
        raise Refused("password")
    unpacked = 0
    for info in infos:
        unpacked += _unpack(parts, info, limits.MOST_UNPACKED - unpacked)
    notes = {"macros": sum(name.endswith("vbaProject.bin") for name in names)}
    notes["external_links"] = sum(name.startswith("xl/externalLinks/") and name.endswith(".xml") for name in names)
    return Container(kind, {code: count for code, count in notes.items() if count})


def _points_outside(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/")


def _kind_of_parts(names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "content.xml" in names:
        return "ods"
    if "word/document.xml" in names:
        raise Refused("word_file")
    raise Refused("not_a_workbook", found="zip")


def _is_encrypted_ods(parts: zipfile.ZipFile, names: set[str]) -> bool:
    manifest = "META-INF/manifest.xml"
    if manifest not in names:
        return False
    with parts.open(manifest) as part:
        return b"encryption-data" in part.read(_BLOCK)


def _unpack(parts: zipfile.ZipFile, info: zipfile.ZipInfo, allowed: int) -> int:
    """Unpack one part without keeping it, to learn its true size and that it defines no entities."""
    size, tail = 0, b""
    is_xml = info.filename.endswith((".xml", ".rels", ".vml"))
    with parts.open(info) as part:
        while block := part.read(_BLOCK):
            size += len(block)
            if size > allowed or limits.is_too_dense(size, info.compress_size):
                raise Refused("unpacks_too_large")
            if is_xml:
                window = tail + block
                if any(mark in window for mark in (*_DOCTYPE, *_ENTITY)):
                    raise Refused("unsafe_xml")
                tail = block[-32:]
    return size
