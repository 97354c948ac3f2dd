"""The sheets of a set-up workbook as cells, with warnings where they differ from what people see."""

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from data_access.importing.files.container import inspect
from data_access.importing.files.limits import MEBIBYTE
from data_access.importing.files.merges import column_letters, merged_ranges
from data_access.importing.files.refusal import Refused
from data_access.importing.files.workbook_parts import Parts, read_parts
from data_access.programmes.cells import plain
from data_access.programmes.fields import Sheet
from data_access.programmes.setup import Setup
from data_access.programmes.uncalculated import mark_uncalculated
from data_access.programmes.unseen import note_unseen

LARGEST: Final = 30  # megabytes, as many as the page takes of any file
Cells = list[list[Any]]
_SHOWN: Final = 10  # merged ranges of a sheet


def read_pages(setup: Setup, path: Path, sheets: tuple[Sheet, ...]) -> dict[str, Cells] | None:
    """The cells of every visible sheet by title; None, with a finding, where the file is no workbook.

    Noted, too: a sheet of `sheets` that is hidden, cells of one that are merged, and what of one is hidden.
    """
    try:
        if path.stat().st_size > LARGEST * MEBIBYTE:
            setup.say("file_too_large", "", value=LARGEST)
            return None
        inspect(path)
        pages = _cells(path)
        with zipfile.ZipFile(path) as source:
            parts = read_parts(source)
            readers = mark_uncalculated(source, parts, pages)
            _note_merged(setup, source, parts, pages, sheets)
    except (CalamineError, OSError, ValueError, KeyError, zipfile.BadZipFile, Refused) as problem:
        setup.say(_reason(problem), "", value=type(problem).__name__)
        return None
    hidden = {part.name for part in parts.sheets if part.is_hidden}
    for title in hidden & pages.keys():
        if _meant(title, sheets) and is_filled(pages[title]):
            setup.say("hidden_sheet", title)
    for title, reader in readers.items():
        sheet = _meant(title, sheets)
        if sheet and title not in hidden:
            note_unseen(setup, sheet, title, pages[title], (reader.hidden_lines, reader.hidden_columns))
    return {title: cells for title, cells in pages.items() if title not in hidden}


def _reason(problem: Exception) -> str:
    if isinstance(problem, Refused) and problem.code == "password":
        return "locked"
    return "no_file" if isinstance(problem, FileNotFoundError) else "no_workbook"


@contextmanager
def in_a_file(content: bytes, name: str) -> Iterator[Path]:
    """A temporary file with the content of a workbook, under that name."""
    with TemporaryDirectory(prefix="workbook-") as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path


def is_filled(cells: Sequence[Sequence[Any]]) -> bool:
    """Whether a sheet has any content."""
    return any(plain(cell) for line in cells for cell in line)


def _cells(path: Path) -> dict[str, Cells]:
    book = CalamineWorkbook.from_path(str(path))
    names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}


def _meant(title: str, sheets: tuple[Sheet, ...]) -> Sheet | None:
    return next((sheet for sheet in sheets if sheet.is_called(title)), None)


def _note_merged(
    setup: Setup, source: zipfile.ZipFile, parts: Parts, pages: dict[str, Cells], sheets: tuple[Sheet, ...]
) -> None:
    """Note merged cells: only the first one holds the value, and what the others should mean is lost."""
    for part in parts.sheets:
        sheet = _meant(part.name, sheets)
        if sheet and not part.is_hidden:
            for row, column, reference in list(_merged(source, part.part, pages.get(part.name, [])))[:_SHOWN]:
                setup.say("merged_cells", part.name, row, column, reference)


def _merged(source: zipfile.ZipFile, part: str, cells: Cells) -> Iterator[tuple[int, str, str]]:
    """Row, column and reference of the merges of a sheet that have content."""
    for first_row, last_row, first, last in merged_ranges(source, part):
        line = cells[first_row - 1] if first_row <= len(cells) else []
        if first < len(line) and plain(line[first]):
            heading = plain(cells[0][first]) if first_row > 1 and first < len(cells[0]) else ""
            reference = f"{column_letters(first)}{first_row}:{column_letters(last)}{last_row}"
            yield first_row, heading or column_letters(first), reference
