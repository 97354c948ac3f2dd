"""A set-up workbook as values: every cell of a known column, every doubt noted."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from data_access.importing.files.merges import column_letters
from data_access.programmes.cells import HELP, is_row, plain, value_of
from data_access.programmes.fields import BESIDE, Field, Sheet, word_key
from data_access.programmes.pages import Cells, is_filled, read_pages
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import FACTS, PROGRAMME, SHEETS, TARGETS

_WIDE: Final = (TARGETS, FACTS)  # what columns they have is for others to say


def read_setup(path: Path) -> Setup:
    """The content of the workbook; a file that is no workbook is a finding, too."""
    setup = Setup()
    pages = read_pages(setup, path, SHEETS)
    if pages is None:
        return setup
    for sheet in SHEETS:
        title = _title_of(setup, sheet, pages)
        if title is None:
            setup.tables[sheet.key] = None
            continue
        setup.titles[sheet.key] = title
        if sheet is PROGRAMME:
            _read_programme(setup, pages[title])
        else:
            setup.tables[sheet.key] = _read_table(setup, sheet, pages[title])
    names = " / ".join(sheet.vi for sheet in SHEETS)
    for title, cells in pages.items():
        if not any(sheet.is_called(title) for sheet in SHEETS) and is_filled(cells):
            setup.say("unknown_sheet", title, value=names)
    if PROGRAMME.key not in setup.titles and not any(finding.code == "hidden_sheet" for finding in setup.findings):
        setup.say("missing_sheet", PROGRAMME.vi)
    return setup


def read_sheet(path: Path, sheet: Sheet) -> Setup:
    """The content of one sheet in a file of its own, found by its title or as the only one."""
    setup = Setup()
    pages = read_pages(setup, path, (sheet,))
    if pages is None:
        return setup
    title = _title_of(setup, sheet, pages) or (next(iter(pages)) if len(pages) == 1 else None)
    if title is None:
        setup.say("missing_sheet", sheet.vi)
        return setup
    setup.titles[sheet.key] = title
    setup.tables[sheet.key] = _read_table(setup, sheet, pages[title])
    return setup


def _title_of(setup: Setup, sheet: Sheet, pages: dict[str, Cells]) -> str | None:
    """The title of a sheet in this file; a second sheet with the same meaning is noted."""
    titles = [title for title in pages if sheet.is_called(title)]
    for title in titles[1:]:
        setup.say("sheet_twice", title, value=titles[0])
    return titles[0] if titles else None


def _read_programme(setup: Setup, cells: Sequence[Sequence[Any]]) -> None:
    for number, line in enumerate(cells, 1):
        _read_pair(setup, number, plain(line[0]) if line else "", line[1] if len(line) > 1 else "")
        _check_beside(setup, number, line)
    for field in PROGRAMME.fields:
        if field.required and not setup.programme.get(field.key):
            row = setup.programme.get("lines", {}).get(field.key)
            if not any(finding.row == row and row for finding in setup.findings):
                setup.say("missing_value", PROGRAMME.key, row, field.vi)


def _check_beside(setup: Setup, number: int, line: Sequence[Any]) -> None:
    """Note a day or number beside the value, which would be another programme's; help, examples and notes are not."""
    stated_field = next((field for field in PROGRAMME.fields if line and field.is_called(plain(line[0]))), None)
    if stated_field and stated_field.kind != "text":
        for place, cell in enumerate(line[2:], 2):
            value = value_of(Setup(), PROGRAMME.key, stated_field, cell, number)
            if value is not None:
                setup.say("no_heading", PROGRAMME.key, number, column_letters(place), value)


def _read_pair(setup: Setup, number: int, name: str, value: Any) -> None:
    """One line of the first sheet."""
    stated_field = next((field for field in PROGRAMME.fields if field.is_called(name)), None)
    if stated_field and stated_field.key in setup.programme.get("lines", {}):
        setup.say("line_twice", PROGRAMME.key, number, stated_field.vi, name)
    elif stated_field:
        setup.programme[stated_field.key] = value_of(setup, PROGRAMME.key, stated_field, value, number)
        setup.programme.setdefault("lines", {})[stated_field.key] = number
    elif name and number > 1 and not name.startswith(HELP):
        setup.say("unknown_line", PROGRAMME.key, number, "A", name)
    elif not name and plain(value):
        setup.say("no_heading", PROGRAMME.key, number, "A", plain(value))


def _read_table(setup: Setup, sheet: Sheet, cells: Sequence[Sequence[Any]]) -> list[Row]:
    if not cells:
        return []
    headings = [plain(cell) for cell in cells[0]]
    if is_filled(cells) and not any(field.is_called(text) for field in sheet.fields for text in headings):
        setup.say("no_headings", sheet.key, 1, value=" / ".join(field.vi for field in sheet.fields))
        return []
    fields_by_place = {
        place: field for place, text in enumerate(headings) for field in sheet.fields if field.is_called(text)
    }
    wide = {
        place: text
        for place, text in enumerate(headings)
        if sheet in _WIDE and text and (place not in fields_by_place or _is_whole(text))
    }
    _check_headings(setup, sheet, list(fields_by_place.values()))
    rows: list[Row] = []
    lines = [(number, line) for number, line in enumerate(cells[1:], 2) if is_row(line)]
    if sheet in SHEETS:
        _check_stray(setup, sheet, headings, {*fields_by_place, *wide}, lines)
    for number, line in lines:
        if len(rows) >= sheet.most:
            setup.say(sheet.too_many, sheet.key, number, sheet.fields[0].vi, sheet.most)
            break
        rows.append(_read_line(setup, sheet, fields_by_place, wide, line, number))
    return rows


def _check_headings(setup: Setup, sheet: Sheet, fields: Sequence[Field]) -> None:
    """Note columns that are missing or repeated."""
    for field in sheet.fields:
        if field.required and field not in fields:
            setup.say("missing_column", sheet.key, 1, field.vi)
        if fields.count(field) > 1:
            setup.say("heading_twice", sheet.key, 1, field.vi)


def _check_stray(
    setup: Setup, sheet: Sheet, headings: Sequence[str], places: set[int], lines: Sequence[tuple[int, Sequence[Any]]]
) -> None:
    """Note columns with content that would not be read."""
    for place in range(max((len(line) for _, line in lines), default=0)):
        heading = headings[place] if place < len(headings) else ""
        if place in places or word_key(heading) in BESIDE:
            continue
        row, value = next(
            ((number, text) for number, line in lines if place < len(line) and (text := plain(line[place]))), (0, "")
        )
        if value and heading:
            setup.say("unknown_column", sheet.key, 1, heading, " / ".join(field.vi for field in sheet.fields))
        elif value:
            setup.say("no_heading", sheet.key, row, column_letters(place), value)


def _read_line(
    setup: Setup, sheet: Sheet, fields: dict[int, Field], wide: dict[int, str], line: Sequence[Any], number: int
) -> Row:
    row: Row = {field.key: None for field in sheet.fields} | {"line": number}
    before = len(setup.findings)
    for place, field in fields.items():
        row[field.key] = value_of(setup, sheet.key, field, line[place] if place < len(line) else "", number)
    row["wide"] = {text: line[place] for place, text in wide.items() if place < len(line) and line[place] != ""}
    _check_example(setup, sheet, fields, line, number)
    wrong = {each.column for each in setup.findings[before:]}
    for field in fields.values():
        if field.required and row[field.key] in (None, "") and field.vi not in wrong:
            setup.say("missing_value", sheet.key, number, field.vi)
    return row


def _check_example(setup: Setup, sheet: Sheet, fields: dict[int, Field], line: Sequence[Any], number: int) -> None:
    """Remark a row that equals the template's example but for its first cell: the rest may have been forgotten."""
    texts = {field.key: plain(line[place]) for place, field in fields.items() if place < len(line)}
    others = [field for field in sheet.fields[1:] if field.example or texts.get(field.key)]
    if sheet in SHEETS and all(texts.get(field.key) == field.example for field in others):
        setup.remark("example_but_first", sheet.key, number)


def _is_whole(text: str) -> bool:
    return word_key(text) == word_key("Cả chương trình")
