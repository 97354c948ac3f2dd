"""A set-up workbook as values: every cell of a known column, every doubt noted."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineWorkbook

from data_access.importing.files.container import inspect
from data_access.importing.files.refusal import Refused
from data_access.programmes.fields import Field, Sheet, word_key
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import FACTS, PROGRAMME, SHEETS, TARGETS
from data_access.programmes.uncalculated import MARK, mark_uncalculated

LARGEST: Final = 20_000_000  # bytes
MOST_ROWS: Final = 20_000
_DAY_FORMS: Final = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
_HELP: Final = "↑"  # the line of help of the template begins with it, and its grey example with the next
_EXAMPLE: Final = "VD:"
_WIDE: Final = (TARGETS, FACTS)  # what columns they have is for others to say


def read_setup(path: Path) -> Setup:
    """What the workbook says; a file that is none is a finding, too."""
    setup = Setup()
    pages = _pages(setup, path)
    if pages is None:
        return setup
    for sheet in SHEETS:
        title = next((name for name in pages if sheet.is_called(name)), None)
        if title is None:
            setup.tables[sheet.key] = None
            continue
        setup.titles[sheet.key] = title
        if sheet is PROGRAMME:
            _read_programme(setup, pages[title])
        else:
            setup.tables[sheet.key] = _read_table(setup, sheet, pages[title])
    if PROGRAMME.key not in setup.titles:
        setup.say("missing_sheet", PROGRAMME.vi)
    return setup


def read_sheet(path: Path, sheet: Sheet) -> Setup:
    """What one sheet says that stands in a file by itself: under its title, or the only one there is."""
    setup = Setup()
    pages = _pages(setup, path)
    if pages is None:
        return setup
    title = next((name for name in pages if sheet.is_called(name)), None) or (
        next(iter(pages)) if len(pages) == 1 else None
    )
    if title is None:
        setup.say("missing_sheet", sheet.vi)
        return setup
    setup.titles[sheet.key] = title
    setup.tables[sheet.key] = _read_table(setup, sheet, pages[title])
    return setup


def _pages(setup: Setup, path: Path) -> dict[str, list[list[Any]]] | None:
    """The cells of every sheet; None where the file is no workbook, which is noted."""
    try:
        if path.stat().st_size > LARGEST:
            setup.say("file_too_large", path.name)
            return None
        inspect(path)
        book = CalamineWorkbook.from_path(str(path))
        pages = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
        mark_uncalculated(path, pages)
    except (CalamineError, OSError, ValueError, BadZipFile, Refused) as problem:
        is_there = not isinstance(problem, FileNotFoundError)
        setup.say("no_workbook" if is_there else "no_file", path.name, value=type(problem).__name__)
        return None
    return pages


def _read_programme(setup: Setup, cells: Sequence[Sequence[Any]]) -> None:
    for number, line in enumerate(cells, 1):
        name = str(line[0]) if line else ""
        known = next((one for one in PROGRAMME.fields if one.is_called(name)), None)
        if known and known.key in setup.programme.get("lines", {}):
            setup.say("line_twice", PROGRAMME.key, number, known.vi, name)
        elif known:
            value = line[1] if len(line) > 1 else ""
            setup.programme[known.key] = _value(setup, PROGRAMME.key, known, value, number)
            setup.programme.setdefault("lines", {})[known.key] = number
        elif name.strip() and number > 1 and not name.startswith(_HELP):
            setup.say("unknown_line", PROGRAMME.key, number, "A", name)
    for one in PROGRAMME.fields:
        if one.required and not setup.programme.get(one.key):
            line = setup.programme.get("lines", {}).get(one.key)
            if not any(found.row == line and line for found in setup.findings):
                setup.say("missing_value", PROGRAMME.key, line, one.vi)


def _read_table(setup: Setup, sheet: Sheet, cells: Sequence[Sequence[Any]]) -> list[Row]:
    if not cells:
        return []
    headings = [str(cell).strip() for cell in cells[0]]
    found = {place: one for place, text in enumerate(headings) for one in sheet.fields if one.is_called(text)}
    wide = {
        place: text
        for place, text in enumerate(headings)
        if sheet in _WIDE and text and (place not in found or _is_whole(text))
    }
    _check_headings(setup, sheet, list(found.values()))
    rows: list[Row] = []
    for number, line in enumerate(cells[1:], 2):
        first = next((str(cell) for cell in line if str(cell).strip()), "")
        if not first or first.startswith((_HELP, _EXAMPLE)):
            continue
        if len(rows) >= MOST_ROWS:
            setup.say("too_many_rows", sheet.key, number, value=MOST_ROWS)
            break
        rows.append(_read_line(setup, sheet, found, wide, line, number))
    return rows


def _check_headings(setup: Setup, sheet: Sheet, found: Sequence[Field]) -> None:
    """Note columns that are missing or there twice."""
    for one in sheet.fields:
        if one.required and one not in found:
            setup.say("missing_column", sheet.key, 1, one.vi)
        if found.count(one) > 1:
            setup.say("heading_twice", sheet.key, 1, one.vi)


def _read_line(
    setup: Setup, sheet: Sheet, found: dict[int, Field], wide: dict[int, str], line: Sequence[Any], number: int
) -> Row:
    row: Row = {one.key: None for one in sheet.fields} | {"line": number}
    for place, one in found.items():
        row[one.key] = _value(setup, sheet.key, one, line[place] if place < len(line) else "", number)
    row["wide"] = {text: line[place] for place, text in wide.items() if place < len(line) and line[place] != ""}
    for one in found.values():
        told = any(each.row == number and each.column == one.vi for each in setup.findings)
        if one.required and row[one.key] in (None, "") and not told:
            setup.say("missing_value", sheet.key, number, one.vi)
    return row


def _is_whole(text: str) -> bool:
    return word_key(text) == word_key("Cả chương trình")


def _value(setup: Setup, sheet: str, field: Field, cell: Any, line: int) -> Any:
    """The cell as the field wants it; None where blank or wrong, which is noted."""
    text = plain(cell)
    if text == "":
        return None
    if text.startswith(MARK):
        setup.say("no_value", sheet, line, field.vi, text.removeprefix(MARK))
        return None
    if text.startswith("#") and text.endswith(("!", "?", "A")):
        setup.say("error_cell", sheet, line, field.vi, text)
        return None
    if field.kind == "text":
        return text
    value: Any = {"whole": whole_number, "day": _day, "yes": _yes}[field.kind](cell if field.kind == "day" else text)
    if value is None:
        setup.say(f"no_{field.kind}", sheet, line, field.vi, text)
    return value


def plain(cell: Any) -> str:
    """A cell as text: whole numbers without a point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip() if cell is not None else ""


def whole_number(text: str) -> int | None:
    """“1.200” and “1,200” are 1200; None for what is no whole number."""
    bare = text.replace(" ", "").replace("\u00a0", "")
    if any(mark in bare for mark in ".,"):
        parts = bare.replace(",", ".").split(".")
        bare = "".join(parts) if all(len(part) == 3 for part in parts[1:]) else ""
    return int(bare) if bare.isdecimal() else None


def _day(cell: Any) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    for form in _DAY_FORMS:
        try:
            return datetime.strptime(str(cell).strip(), form).date()
        except ValueError:
            continue
    return None


def _yes(text: str) -> bool | None:
    return {"co": True, "khong": False, "yes": True, "no": False, "x": True}.get(word_key(text))
