"""A table changed by two people at once: each one's changes survive where the other changed nothing."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from data_access.programmes.fields import Sheet
from data_access.programmes.sheets import (
    CLASSES,
    CRITERIA,
    EVENTS,
    ITEMS,
    PHASES,
    SECTORS,
    TARGETS,
    UNITS,
)

Cells: TypeAlias = Mapping[str, str | None]  # of a row, as they are written
_KEYS: Final = {
    PHASES.key: ("number",),
    UNITS.key: ("code",),
    SECTORS.key: ("code",),
    TARGETS.key: ("unit", "kind", "phase"),
    EVENTS.key: ("day", "name"),
    CRITERIA.key: ("measure", "name_vi"),
    CLASSES.key: ("code",),
    ITEMS.key: ("code",),
}
_FIRST_LINE: Final = 2


def merged(sheet: Sheet, before: Sequence[Cells], mine: Sequence[Cells], theirs: Sequence[Cells]) -> list[Cells]:
    """My rows of a sheet merged into theirs, cell by cell; `before` are the rows that both began with.

    Where both changed one cell mine stands, for the preview to show; a row that they took out stays out unless I
    changed it. Where a row of mine stands (`line`) is its own.
    """
    began, theirs_by_key = _by_key(sheet, before), _by_key(sheet, theirs)
    rows: list[Cells] = []
    for row in mine:
        key = _key(sheet, row)
        first, now = began.get(key), theirs_by_key.get(key)
        if first is None or (now is None and not _same(row, first)):
            rows.append(row)
        elif now is not None:
            rows.append({name: now.get(name) if _same_cell(row, first, name) else row[name] for name in row})
    keys = {_key(sheet, row) for row in mine} | set(began)
    return [*rows, *(row for key, row in theirs_by_key.items() if key not in keys)]


def lines_of(count: int) -> range:
    """The line numbers of the rows of a sheet, below its headings."""
    return range(_FIRST_LINE, _FIRST_LINE + count)


def in_their_lines(rows: Sequence[Cells], count: int) -> list[Cells]:
    """Rows at the lines that the reader sees (`line`, of `count` shown): a removed one is blank, new ones follow."""
    by_line = {row["line"]: row for row in rows if row.get("line")}
    lines = [by_line.get(str(line), {}) for line in lines_of(count)]
    return [*lines, *(row for row in rows if not row.get("line"))]


def _by_key(sheet: Sheet, rows: Sequence[Cells]) -> dict[tuple[str, ...], Cells]:
    return {_key(sheet, row): row for row in rows}


def _key(sheet: Sheet, row: Cells) -> tuple[str, ...]:
    return tuple(row.get(name) or "" for name in _KEYS.get(sheet.key, ()))


def _same(row: Cells, other: Cells) -> bool:
    return all(_same_cell(row, other, name) for name in other)


def _same_cell(row: Cells, other: Cells, name: str) -> bool:
    return (row.get(name) or "") == (other.get(name) or "")
