"""Formulas without a calculated result, and those that end in an error, whose cells look blank but are not."""

import zipfile
from collections.abc import Iterator
from typing import Any, Final

from data_access.importing.files import marks
from data_access.importing.files.workbook import SheetReader
from data_access.importing.files.workbook_parts import Parts

MARK: Final = marks.NOT_CALCULATED


def mark_uncalculated(
    source: zipfile.ZipFile, parts: Parts, pages: dict[str, list[list[Any]]]
) -> dict[str, SheetReader]:
    """Mark uncalculated cells with their formula, and write errors as they read.

    Gives the readers of the sheets, which know by then what of them is hidden. Raises Refused and BadZipFile.
    """
    readers: dict[str, SheetReader] = {}
    for sheet in parts.sheets:
        if sheet.name in pages:
            reader = readers[sheet.name] = SheetReader(parts, {})
            for line, place, formula in _uncalculated_cells(reader.rows(source, sheet.part)):
                _put(pages[sheet.name], line, place, formula)
    return readers


def _uncalculated_cells(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, int, str]]:
    for line, texts in rows:
        for place, text in enumerate(texts):
            if text.startswith((MARK, marks.ERROR)):
                yield line - 1, place, text.removeprefix(marks.ERROR)


def _put(page: list[list[Any]], line: int, place: int, formula: str) -> None:
    while len(page) <= line:
        page.append([])
    page[line] += [""] * (place + 1 - len(page[line]))
    page[line][place] = formula
