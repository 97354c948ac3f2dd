"""The parts of an XLSX that its sheets refer to: shared texts, date formats, the list of sheets."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from data_access.importing.files.shared_texts import shared_texts
from data_access.importing.files.walking import Attributes, local, parse

_BUILT_IN_DATES: Final = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_NO_LETTERS: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@dataclass(frozen=True)
class SheetPart:
    """A sheet of a workbook, and the part of the package that holds it."""

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
    worksheets = tuple(sheet for sheet in sheets if sheet.part in names and "worksheets" in sheet.part)
    texts = shared_texts(source) if "xl/sharedStrings.xml" in names else []
    is_date = _date_styles(source) if "xl/styles.xml" in names else []
    return Parts(worksheets, texts, is_date, any(dates))


def _targets(source: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    targets: list[tuple[str, str]] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
            targets.append((attributes.get("Id", ""), part))

    parse(source, "xl/_rels/workbook.xml.rels", start)
    yield from targets


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
