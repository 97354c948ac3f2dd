"""The encoding of a text file: byte order mark, pattern of NULs, strict UTF-8, then legacy ones by their Vietnamese."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data_access.importing.files import legacy, limits
from data_access.importing.files.refusal import Refused
from data_access.importing.files.syllables import share_of_syllables

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 256 * 1024
_FEW: Final = 0.1  # of the letters beyond ASCII: fewer wrong ones are an accident, more are another encoding


@dataclass(frozen=True)
class Encoding:
    """`codec` decodes the bytes; `legacy` then converts the text. `is_guess`: no mark in the file says so."""

    name: str
    codec: str
    legacy: str | None = None
    is_guess: bool = False


def find_encoding(path: Path, name: str | None = None) -> Encoding:
    """The encoding of the file, or the one called `name`. Raises Refused where single bytes of UTF-8 are broken."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for mark, codec in _MARKS:
        if sample.startswith(mark):
            return Encoding("utf-8" if codec == "utf-8-sig" else "utf-16", codec)
    if name:
        return _chosen(name, sample)
    wide = _wide(sample)
    if wide:
        return Encoding("utf-16", wide, is_guess=True)
    broken = _first_broken_line(path)
    if broken is None:
        doubled = legacy.recognise(sample.decode("utf-8", "ignore"))
        return Encoding(doubled, "utf-8", doubled, is_guess=True) if doubled else Encoding("utf-8", "utf-8")
    if _is_mostly_utf8(path):
        raise Refused("broken_utf8", line=broken)
    return _by_sound(path, broken)


def _chosen(name: str, sample: bytes) -> Encoding:
    if name in ("tcvn3", "vni"):
        is_text = _decodes(sample, "utf-8")
        return Encoding(name, "utf-8" if is_text else "latin-1", name)
    if name == "utf-16":
        return Encoding(name, _wide(sample) or "utf-16-le")
    return Encoding(name, {"windows-1258": "cp1258"}.get(name, "utf-8"), "doubled" if name == "doubled" else None)


def _decodes(sample: bytes, codec: str) -> bool:
    try:
        codecs.getincrementaldecoder(codec)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark has a NUL in nearly every second byte."""
    half = len(sample) // 2
    if half < 8:
        return None
    if sample[1::2].count(0) > half * 0.5 and sample[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.5 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(4 * limits.MEBIBYTE):
            yield block


def _first_broken_line(path: Path) -> int | None:
    """Number of the first line that is no UTF-8, from 1."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    line = 1
    for block in _blocks(path):
        held = decoder.getstate()[0]
        try:
            decoder.decode(block)
        except UnicodeDecodeError as problem:
            return line + _line_ends((held + block)[: problem.start])
        line += _line_ends(block)
    return None if not decoder.getstate()[0] else line


def _line_ends(data: bytes) -> int:
    return data.count(b"\n") or data.count(b"\r")


def _is_mostly_utf8(path: Path) -> bool:
    good = bad = 0
    for block in _blocks(path):
        text = block.decode("utf-8", "surrogateescape")
        beyond = [letter for letter in text if letter > "\x7f"]
        wrong = sum("\udc80" <= letter <= "\udcff" for letter in beyond)
        good, bad = good + len(beyond) - wrong, bad + wrong
        if good + bad > 1_000_000:
            break
    return bad < _FEW * (good + bad)


def _by_sound(path: Path, broken: int) -> Encoding:
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    windows = share_of_syllables(sample.decode("cp1258", "replace")) or 0.0
    old = legacy.recognise(sample.decode("latin-1"))
    old_share = share_of_syllables(legacy.CONVERTERS[old](sample.decode("latin-1"))) or 0.0 if old else 0.0
    if windows > 0.6 and windows >= old_share:
        return Encoding("windows-1258", "cp1258", is_guess=True)
    if old in ("tcvn3", "vni"):
        return Encoding(old, "latin-1", old, is_guess=True)
    raise Refused("unknown_encoding", line=broken)
