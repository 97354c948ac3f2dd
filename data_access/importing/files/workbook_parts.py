"""The parts of an XLSX that its sheets refer to: shared texts, date formats, the list of sheets."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final
from xml.parsers import expat

from data_access.importing.files import limits, marks
from data_access.importing.files.refusal import Refused

_BUILT_IN_DATES: Final = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_NO_LETTERS: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
Attributes = dict[str, str]


@dataclass(frozen=True)
class SheetPart:
    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True)
class Parts:
    """What every sheet of one workbook needs. `is_date[style]` says whether a cell style shows a date."""

    sheets: tuple[SheetPart, ...]
    texts: list[str]
    is_date: list[bool]
    starts_1904: bool


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


def read_parts(source: zipfile.ZipFile) -> Parts:
    """The list of sheets, shared texts and styles of a workbook."""
    names = set(source.namelist())
    targets = dict(_targets(source)) if "xl/_rels/workbook.xml.rels" in names else {}
    sheets: list[SheetPart] = []
    dates: list[bool] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if local(key) == "id"), "")
            part = targets.get(relation, f"xl/worksheets/sheet{len(sheets) + 1}.xml")
            is_hidden = attributes.get("state", "visible") != "visible"
            sheets.append(SheetPart(attributes.get("name", ""), part, is_hidden))
        elif name == "workbookPr":
            dates.append(attributes.get("date1904") in ("1", "true"))

    parse(source, "xl/workbook.xml", start)
    known = tuple(sheet for sheet in sheets if sheet.part in names and "worksheets" in sheet.part)
    texts = _shared_texts(source) if "xl/sharedStrings.xml" in names else []
    is_date = _date_styles(source) if "xl/styles.xml" in names else []
    return Parts(known, texts, is_date, any(dates))


def _targets(source: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            found.append(
                (
                    attributes.get("Id", ""),
                    target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target),
                )
            )

    parse(source, "xl/_rels/workbook.xml.rels", start)
    yield from found


def _shared_texts(source: zipfile.ZipFile) -> list[str]:
    texts: list[str] = []
    pieces: list[str] = []
    state = {"in_text": False, "phonetic": 0}

    def start(name: str, _attributes: Attributes) -> None:
        if name == "si":
            pieces.clear()
        elif name == "rPh":
            state["phonetic"] += 1
        state["in_text"] = name == "t" and not state["phonetic"]

    def end(name: str) -> None:
        state["in_text"] = False
        if name == "rPh":
            state["phonetic"] -= 1
        elif name == "si":
            texts.append(plain("".join(pieces)))

    def text(piece: str) -> None:
        if state["in_text"]:
            pieces.append(piece)

    parse(source, "xl/sharedStrings.xml", start, end, text)
    return texts


def plain(text: str) -> str:
    """`text` without letters that would be taken for our marks, and with the control characters Excel spells out."""
    if "_x" in text:
        text = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)
    return text.translate(marks.FORGED) if any(mark in text for mark in marks.ALL) else text


def _date_styles(source: zipfile.ZipFile) -> list[bool]:
    formats: dict[int, str] = {}
    styles: list[bool] = []
    inside: list[bool] = [False]

    def start(name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            formats[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside[0] = True
        elif name == "xf" and inside[0]:
            styles.append(_is_date_format(int(attributes.get("numFmtId", "0")), formats))

    def end(name: str) -> None:
        if name == "cellXfs":
            inside[0] = False

    parse(source, "xl/styles.xml", start, end)
    return styles


def _is_date_format(number: int, formats: dict[int, str]) -> bool:
    if number in formats:
        letters = _NO_LETTERS.sub("", formats[number]).lower()
        return any(letter in letters for letter in "dy") or bool(
            re.search(r"h|m{3,}|s", letters) and "0.00" not in letters
        )
    return number in _BUILT_IN_DATES
