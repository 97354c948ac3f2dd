"""XLSX with a reader of our own: common libraries lose rows, die of a stray cell, or show hidden content.

See docs/decisions for the measurements. Every cell becomes a text, with a mark (marks.py) in front where it was more.
"""

import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from data_access.importing.files import limits, marks
from data_access.importing.files.cell_values import moment_of, short_number, word_of_switch
from data_access.importing.files.emission import Emission
from data_access.importing.files.merges import Merges, column_number, find_merges
from data_access.importing.files.refusal import Refused
from data_access.importing.files.shared_texts import plain
from data_access.importing.files.walking import Attributes, local, walk
from data_access.importing.files.workbook_parts import Parts, read_parts

_LETTERS: Final = re.compile("[A-Z]{1,3}")
Row = tuple[int, list[str]]


def send_workbook(path: Path, emission: Emission) -> None:
    """Send every visible sheet with its rows, and its notices."""
    with zipfile.ZipFile(path) as source:
        parts = read_parts(source)
        hidden = [sheet.name for sheet in parts.sheets if sheet.is_hidden]
        if hidden:
            emission.send(notice="hidden_sheets", params={"sheets": hidden})
        for sheet in parts.sheets:
            if not sheet.is_hidden:
                emission.send(sheet=sheet.name)
                reader = SheetReader(parts, find_merges(source, sheet.part))
                emission.send_rows(reader.rows(source, sheet.part))
                unseen = {"hidden_lines": reader.hidden_lines, "hidden_columns": reader.hidden_columns}
                emission.send(counts=dict(reader.counts), **unseen)


class SheetReader:
    """Walks through the XML of one sheet and yields its rows as texts."""

    def __init__(self, parts: Parts, merges: Merges) -> None:
        self.counts: Counter[str] = Counter()
        self.hidden_lines: list[int] = []
        self.hidden_columns: list[int] = []
        self._parts = parts
        self._first_rows: dict[int, list[tuple[int, int]]] = defaultdict(list)  # row -> column, last row
        for column, ranges in merges.items():
            for first, last in ranges:
                self._first_rows[first].append((column, last))
        self._numbers: dict[str, int] = {}
        self._filling: dict[int, tuple[int, str]] = {}  # column -> last row and value of the merge we are in
        self._done: list[Row] = []
        self._line = 0
        self._last_sent = 0
        self._row: list[str] = []
        self._column = 0
        self._cell: Attributes = {}
        self._value: list[str] = []
        self._formula: list[str] = []
        self._inside = ""
        self._has_formula = False

    def rows(self, source: zipfile.ZipFile, part: str) -> Iterator[Row]:
        """All rows with content. Raises Refused where the sheet is broken."""
        # The parser calls back for a block of input at a time; rows are handed on between the blocks.
        for _ in walk(source, part, self._start, self._end, self._text):
            yield from self._done
            self._done.clear()
        yield from self._done

    def _start(self, name: str, attributes: Attributes) -> None:
        if ":" in name:
            name = local(name)
        if name == "c":
            self._cell, self._has_formula = attributes, False
            self._value, self._formula = [], []
            self._inside = ""
            reference = attributes.get("r")
            self._column = self._column_of(reference) if reference else self._column + 1
        elif name == "row":
            self._line = int(attributes.get("r", self._line + 1))
            self._row, self._column = [], -1
            if attributes.get("hidden") in ("1", "true"):
                self.hidden_lines.append(self._line)
        elif name == "f":
            self._has_formula, self._inside = True, name
        elif name in ("v", "t", "rPh"):
            self._inside = name
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            last = min(int(attributes.get("max", "0")), limits.MOST_COLUMNS)
            self.hidden_columns += range(int(attributes.get("min", "1")) - 1, last)

    def _end(self, name: str) -> None:
        if ":" in name:
            name = local(name)
        if name == "c":
            if self._value or self._has_formula:
                self._end_cell()
        elif name == "row":
            self._end_row()
        self._inside = ""

    def _text(self, piece: str) -> None:
        if self._inside == "f":
            self._formula.append(piece)
        elif self._inside in ("v", "t"):
            self._value.append(piece)

    def _column_of(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        number = self._numbers.get(letters)
        if number is None:
            number = self._numbers[letters] = column_number(letters) if _LETTERS.fullmatch(letters) else 0
        return number

    def _end_cell(self) -> None:
        value = "".join(self._value)
        text = self._text_of(value)
        if not text:
            return
        if self._column >= limits.MOST_COLUMNS:
            self.counts["stray_cells"] += 1
            if self.counts["stray_cells"] > limits.MOST_STRAY_CELLS:
                raise Refused("too_many_columns", line=self._line, columns=self._column + 1, most=limits.MOST_COLUMNS)
            return
        self._row.extend([""] * (self._column - len(self._row)))
        self._row[self._column :] = [text]

    def _end_row(self) -> None:
        if self._filling or self._line in self._first_rows:
            self._fill()
        filled = sum(map(bool, self._row))
        if not filled:
            return
        if filled == 1 and self._last_sent and self._line - self._last_sent > limits.GAP_OF_STRAY:
            self.counts["stray_cells"] += 1
            return
        self._last_sent = self._line
        self._done.append((self._line, self._row))

    def _fill(self) -> None:
        """Copy the value of a merge, which only its first cell holds, into all of its rows."""
        for column, (last, value) in list(self._filling.items()):
            if self._line > last:
                del self._filling[column]
                continue
            self._row.extend([""] * (column + 1 - len(self._row)))
            if not self._row[column]:
                self._row[column] = value
                self.counts["filled_down"] += 1
        for column, last in self._first_rows.get(self._line, ()):
            if column < len(self._row) and self._row[column]:
                self._filling[column] = (last, self._row[column])

    def _text_of(self, value: str) -> str:
        kind = self._cell.get("t", "n")
        if kind == "s":
            place = int(value) if value.isdigit() else -1
            return self._parts.texts[place] if 0 <= place < len(self._parts.texts) else ""
        if self._has_formula and not value and kind != "str":
            self.counts["not_calculated"] += 1
            return marks.NOT_CALCULATED + "=" + "".join(self._formula)[:200]
        if kind == "e":
            return marks.ERROR + value
        if kind == "b":
            return word_of_switch(is_on=value == "1")
        if kind == "n":
            return self._number(value)
        return marks.MOMENT + value if kind == "d" else plain(value)

    def _number(self, value: str) -> str:
        try:
            number = float(value)
        except ValueError:
            return plain(value)
        style = int(self._cell.get("s", "0"))
        if style < len(self._parts.is_date) and self._parts.is_date[style]:
            return moment_of(number, starts_1904=self._parts.starts_1904)
        return marks.NUMBER + short_number(number)
