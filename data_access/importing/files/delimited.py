"""CSV and similar formats, row by row: any delimiter and line end, and no rows swallowed by a lost quote."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from data_access.importing.files import legacy, limits, marks
from data_access.importing.files.checks import check_columns
from data_access.importing.files.encodings import Encoding
from data_access.importing.files.refusal import Refused

Row = tuple[int, list[str]]

_DELIMITERS: Final = ",;\t|"
_ENDS: Final = re.compile(r"\r\n|\n|\r")
_SAMPLE_LINES: Final = 40


def find_delimiter(path: Path, encoding: Encoding) -> tuple[str, int]:
    """The delimiter, and the number of lines before the table that only declare it."""
    first = _first_lines(path, encoding)
    declared = re.fullmatch(r"sep=(.)", first[0].strip("\ufeff\r\n ")) if first else None
    return (declared.group(1), 1) if declared else (_find_delimiter(first), 0)


def read_rows(path: Path, encoding: Encoding, delimiter: str, skipped: int) -> Iterator[Row]:
    """Rows behind the first `skipped` lines, each with its line. Raises Refused where the file breaks."""
    csv.field_size_limit(limits.LONGEST_LINE)
    lines = islice(_lines(path, encoding), skipped, None)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    width = 0
    while True:
        line = skipped + reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise Refused("lost_quote", line=line) from problem
        check_columns(len(row), line)
        if skipped + reader.line_num > line:
            _check_swallowed(row, width, delimiter, line)
        width = max(width, len(row))
        if any(row):
            yield line, row


def _first_lines(path: Path, encoding: Encoding) -> list[str]:
    lines: list[str] = []
    for line in _lines(path, encoding):
        lines.append(line)
        if len(lines) >= _SAMPLE_LINES:
            break
    return lines


def _lines(path: Path, encoding: Encoding) -> Iterator[str]:
    """Lines with their ends, never more than LONGEST_LINE of one in memory."""
    convert = legacy.CONVERTERS[encoding.legacy] if encoding.legacy else str
    rest, number = "", 0
    try:
        for text in decoded(path, encoding.codec):
            rest += text
            if "\r" not in rest and "\n" not in rest:
                _check_length(rest, number)
                continue
            whole, rest = _whole_lines(rest)
            for line in whole:
                number += 1
                yield convert(line)
    except UnicodeDecodeError as problem:
        raise Refused("broken_utf8", line=number + 1) from problem
    if rest:
        yield convert(rest)


def decoded(path: Path, codec: str) -> Iterator[str]:
    """The text of the file, piece by piece. Raises UnicodeDecodeError."""
    decoder = codecs.getincrementaldecoder(codec)(errors="strict")
    with path.open("rb") as file:
        while block := file.read(limits.MEBIBYTE):
            yield marks.without_forged(decoder.decode(block))
    yield decoder.decode(b"", final=True)


def _whole_lines(text: str) -> tuple[list[str], str]:
    """The complete lines, and the rest. A final carriage return may still be followed by its line feed."""
    pieces = text.splitlines(keepends=True) if _only_plain_ends(text) else _split(text)
    if pieces and not pieces[-1].endswith("\n"):
        return pieces[:-1], pieces[-1]
    return pieces, ""


def _only_plain_ends(text: str) -> bool:
    """Whether str.splitlines would split at line ends only: it also knows a dozen other characters."""
    return not any(end in text for end in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


def _split(text: str) -> list[str]:
    pieces, start = [], 0
    for end in _ENDS.finditer(text):
        pieces.append(text[start : end.end()])
        start = end.end()
    return [*pieces, text[start:]] if start < len(text) else pieces


def _check_length(line: str, number: int) -> None:
    if len(line) > limits.LONGEST_LINE:
        wide = max(line.count(delimiter) for delimiter in _DELIMITERS) > limits.MOST_COLUMNS
        raise Refused("too_many_columns" if wide else "line_too_long", line=number + 1, most=limits.MOST_COLUMNS)


def _find_delimiter(lines: list[str]) -> str:
    """The delimiter that cuts most lines into the same number of cells, more than one."""

    def evenness(delimiter: str) -> tuple[int, int]:
        counts = [len(row) for row in _quiet(lines, delimiter) if len(row) > 1]
        if not counts:
            return (0, 0)
        usual = max(set(counts), key=counts.count)
        return (counts.count(usual), usual)

    return max(_DELIMITERS, key=evenness)


def _quiet(lines: Iterable[str], delimiter: str) -> list[list[str]]:
    csv.field_size_limit(limits.LONGEST_LINE)
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in lines]


def _check_swallowed(row: list[str], width: int, delimiter: str, line: int) -> None:
    """Check that no cell holds whole rows of the table, as one with a lost quote does; several lines are fine."""
    if width < 3:
        return
    for cell in row:
        inner = _ENDS.split(cell)[1:]
        if any(piece.count(delimiter) >= width - 1 for piece in inner):
            raise Refused("lost_quote", line=line)
