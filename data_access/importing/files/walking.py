"""XML of a workbook, parsed block by block, without entities or external references."""

import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers import expat

from data_access.importing.files import limits
from data_access.importing.files.refusal import Refused

Attributes = dict[str, str]


def walk(
    source: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> Iterator[None]:
    """Walk through one part, block by block. Entities are refused: `inspect` has seen none, and none may appear."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.EntityDeclHandler = _refuse_entity
    try:
        with source.open(part) as file:
            while block := file.read(limits.MEBIBYTE):
                parser.Parse(block, False)  # noqa: FBT003 (expat takes no names)
                yield
        parser.Parse(b"", True)  # noqa: FBT003 (expat takes no names)
    except (expat.ExpatError, KeyError) as problem:
        raise Refused("broken_file") from problem


def parse(
    source: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Walk through a small part at once; names come without their prefix."""
    for _ in walk(
        source,
        part,
        lambda name, attributes: start(local(name), attributes),
        (lambda name: end(local(name))) if end else None,
        text,
    ):
        pass


def local(name: str) -> str:
    """`name` of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def _refuse_entity(*_declaration: Any) -> None:
    raise Refused("unsafe_xml")
