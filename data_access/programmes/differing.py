"""The changes of a load, row by row and column by column, shown before saving."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from data_access.importing.programme_state import State
from data_access.programmes.written import written
from model.edges import Row

Names: TypeAlias = Mapping[str, Mapping[Any, str]]  # of columns that hold numbers and codes of others
Counts = dict[str, tuple[int, int, int]]  # by table: new, changed and removed rows

_KEYS: Final = ("programme_id", "id", "number", "unit_id", "sector_id")
_OWN_KEYS: Final = {
    "target": ("unit_id", "phase", "kind"),
    "grading_criterion": ("measure",),
    "grading_class": ("code",),
    "readiness_item": ("code",),
}
_UNITS: Final = ("unit_id", "parent_id", "successor_id")
_UNSHOWN: Final = ("id", "programme_id", "who", "added_at")
_UNSHOWN_OF: Final = {  # `place` is where a row stands in its table; of a programme it is where papers are signed
    "grading_criterion": ("place",),
    "grading_class": ("place",),
    "readiness_item": ("place",),
}


@dataclass(frozen=True)
class Change:
    """One changed cell. `row` names its row: a unit's code, a phase's number."""

    table: str
    row: str
    column: str
    before: str
    after: str
    source: str = ""  # of the former target
    who: str = ""


def count_changes(before: State, after: State) -> Counts:
    """New, changed and removed rows of every table."""
    counts = {}
    for name in after:
        old, new = _by_key(name, before[name]), _by_key(name, after[name])
        updates = sum(key in old and _without_author(old[key]) != _without_author(row) for key, row in new.items())
        there = name != "unit"  # those are the names of units: who takes part is another table
        counts[name] = (len(new.keys() - old.keys()) * there, updates, len(old.keys() - new.keys()) * there)
    return counts


def list_changes(before: State, after: State, provinces: Mapping[str, str]) -> tuple[Change, ...]:
    """Cells of rows that were there before and stay, as the workbook writes them. `provinces`: names by code."""
    units = {row["id"]: row["code"] for row in (*before["unit"], *after["unit"])}
    names: Names = {**dict.fromkeys(_UNITS, units), "province_code_2022": provinces}
    return tuple(change for name in after for change in _changes_of(name, before[name], after[name], names))


def _changes_of(name: str, before: list[Any], after: list[Any], names: Names) -> Iterator[Change]:
    old = _by_key(name, before)
    for key, row in _by_key(name, after).items():
        former = old.get(key, row)
        for column, value in row.items():
            if former[column] != value and not _is_unshown(name, column, former, row):
                values = [_written(column, content, names) for content in (former[column], value)]
                origin = [former["source"], former["who"] or ""] if name == "target" else ["", ""]
                yield Change(name, _row_name(row, names["unit_id"]), column, values[0], values[1], origin[0], origin[1])


def _is_unshown(name: str, column: str, former: Row, row: Row) -> bool:
    """Whether a cell is not shown by itself, like the former source of a target beside its former value."""
    of_value = name == "target" and column in ("source", "as_of") and former["value"] != row["value"]
    return of_value or column in (*_UNSHOWN, *_UNSHOWN_OF.get(name, ()))


def _written(column: str, value: Any, names: Names) -> str:
    return names.get(column, {}).get(value) or written(column, value)


def _row_name(row: Row, units: Mapping[Any, str]) -> str:
    if "unit_id" in row:
        return units.get(row["unit_id"], str(row["unit_id"]))
    return str(row.get("code") or row.get("number") or row.get("name_vi") or row.get("name"))


def _without_author(row: Row) -> Row:
    """The rows without their author, who is no change of a row."""
    return {name: value for name, value in row.items() if name != "who"}


def _by_key(name: str, rows: list[Any]) -> dict[tuple[Any, ...], Any]:
    keys = _OWN_KEYS.get(name, _KEYS)
    return {tuple(row[key] for key in keys if key in row): row for row in rows}
