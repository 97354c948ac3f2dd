"""Rows of a source in a local file, written as they arrive: a million are never in memory at once."""

import csv
import hashlib
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import polars as pl

from data_access.importing.choices import Kind
from data_access.importing.heading_words import REQUIRED
from data_access.importing.headings import field_of, heading_of
from data_access.importing.syncing.settings import SourceSettings

Waiting = dict[str, dict[str, str]]  # what makes a row the same row -> the row by heading
_CODE: Final = heading_of(Kind.INITIATIVES, "code")
_ABOUT: Final = {  # the subject of a row; a row with the same subject replaces one that waits
    Kind.TARGETS: ("unit", "phase", "target_kind"),
    Kind.UNITS: ("unit",),
    Kind.FIGURES: ("code",),
}


class RowFile:
    """A CSV with one line for each row; a repeated row replaces the earlier one."""

    def __init__(self, path: Path, settings: SourceSettings, waiting: Waiting) -> None:
        self.path, self.rows = path, 0
        self._settings, self._waiting = settings, dict(waiting)
        self._names: list[str] = []
        self._hashes = array("q")
        self._open = ExitStack()

    def add(self, names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Rows as texts by column of the source. Every call has the same columns."""
        columns = self._columns(names)
        fixed = {_heading(self._settings, name): value for name, value in self._settings.fixed.items()}
        if not self._names:
            self._begin([*columns, *fixed])
        places = [-1 if name in fixed else columns.get(name, -1) for name in self._names]
        values = [fixed.get(name, "") for name in self._names]
        key_name = self._settings.option("key")
        key = names.index(key_name) if key_name in names else None
        for row in rows:
            line = [row[place] if place >= 0 else value for place, value in zip(places, values, strict=True)]
            self._write(line, row[key] if key is not None else "")

    def finish(self) -> None:
        """Write the waiting rows that did not come again at the end; of repeated ones only the last stays."""
        waiting, self._waiting = self._waiting, {}
        if waiting and not self._names:
            self._begin(next(iter(waiting.values())))
        for key, row in waiting.items():
            self._write([row.get(name, "") for name in self._names], key)
        self._open.close()
        hashes = pl.Series(self._hashes, dtype=pl.Int64)
        if hashes.n_unique() < len(hashes):
            self._keep(hashes.reverse().is_first_distinct().reverse().to_list())

    def at(self, lines: Collection[int]) -> Waiting:
        """The rows on these lines of the file."""
        line_numbers = set(lines)
        if not line_numbers:
            return {}
        with self._keys.open(encoding="utf-8") as keys, self.path.open(encoding="utf-8", newline="") as content:
            pairs = enumerate(zip(keys, csv.DictReader(content), strict=True), 2)
            return {key.rstrip("\n"): dict(row) for line, (key, row) in pairs if line in line_numbers}

    @property
    def _keys(self) -> Path:
        return self.path.with_suffix(".keys")

    def _columns(self, names: Sequence[str]) -> dict[str, int]:
        """Heading here -> place there, -1 where the source has no such column."""
        if not self._settings.columns:
            return {name: place for place, name in enumerate(names)}
        meanings = {_heading(self._settings, here): there for there, here in self._settings.columns.items()}
        return {here: names.index(there) if there in names else -1 for here, there in meanings.items()}

    def _begin(self, names: Iterable[str]) -> None:
        waited = [name for row in self._waiting.values() for name in row]
        self._names = list(dict.fromkeys([*names, *waited]))
        self._key_file = self._open.enter_context(self._keys.open("w", encoding="utf-8"))
        self._csv = csv.writer(self._open.enter_context(self.path.open("w", encoding="utf-8", newline="")))
        self._csv.writerow(self._names)

    def _write(self, lines: list[str], key: str) -> None:
        row = dict(zip(self._names, lines, strict=True))
        key = key or row.get(_CODE) or says(row)
        for other_key in self._replaced(key, row) if self._waiting else ():
            self._waiting.pop(other_key, None)
        self._csv.writerow(lines)
        self._key_file.write(f"{key}\n")
        self._hashes.append(hash(key))
        self.rows += 1

    def _replaced(self, key: str, row: Mapping[str, str]) -> Sequence[str]:
        """Keys of waiting rows that are repeated: the same row, now with its code, or with another value."""
        about = _about(self._settings.kind, row)
        same = [
            other_key
            for other_key, waiting_row in self._waiting.items()
            if about and _about(self._settings.kind, waiting_row) == about
        ]
        return [key, says(row), *same]

    def _keep(self, is_kept: Sequence[bool]) -> None:
        for path in (self.path, self._keys):
            with (
                path.open(encoding="utf-8", newline="") as old,
                path.with_suffix(".kept").open("w", encoding="utf-8", newline="") as new,
            ):
                new.writelines([old.readline()] if path == self.path else [])
                new.writelines(line for line, is_last in zip(old, is_kept, strict=True) if is_last)
            path.with_suffix(".kept").replace(path)
        self.rows = sum(is_kept)


def says(row: Mapping[str, str]) -> str:
    """The identity of a row without a code: its whole content."""
    ordered = sorted((name, value) for name, value in row.items() if name != _CODE and value)
    return "?" + hashlib.sha256(repr(ordered).encode()).hexdigest()[:20]


def _about(kind: Kind, row: Mapping[str, str]) -> tuple[str, ...]:
    parts = tuple(row.get(heading_of(kind, name), "") for name in _ABOUT.get(kind, ()))
    return parts if any(parts[:1]) else ()


def _heading(settings: SourceSettings, name: str) -> str:
    """The local heading for a field or heading of the TOML file."""
    name_of_field = field_of(settings.kind, name)
    return heading_of(settings.kind, name_of_field) if name_of_field else name


def kind_of(file: Path) -> Kind:
    """The kind of rows in a file that we wrote, by its headings."""
    with file.open(encoding="utf-8", newline="") as content:
        names = set(next(csv.reader(content), ()))
    kinds = (Kind.INITIATIVES, Kind.TARGETS, Kind.FIGURES, Kind.UNITS)
    fitting = (kind for kind in kinds if all(heading_of(kind, name) in names for name in REQUIRED[kind]))
    return next(fitting, Kind.INITIATIVES)


def write_rows(file: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Rows by heading as a file, one line each."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    with file.open("w", encoding="utf-8", newline="") as content:
        writer = csv.DictWriter(content, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
