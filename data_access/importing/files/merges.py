"""Merged cells of an XLSX, whose value applies to several rows."""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from data_access.importing.files import limits

_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
Merges = dict[int, list[tuple[int, int]]]  # column -> first and last row


def column_number(letters: str) -> int:
    """A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def find_merges(source: zipfile.ZipFile, part: str) -> Merges:
    """Ranges of merged cells over several rows. They stand behind the rows, so they are looked up first."""
    merges: Merges = defaultdict(list)
    for first, last, column, _ in merged_ranges(source, part):
        if last > first:
            merges[column].append((first, last))
    return merges


def merged_ranges(source: zipfile.ZipFile, part: str) -> Iterator[tuple[int, int, int, int]]:
    """First and last row, first and last column of merged cells, not more than a sheet may have."""
    with source.open(part) as file:
        tail, total = b"", 0
        while block := file.read(limits.MEBIBYTE):
            window = tail + block
            end = 0
            for match in _MERGED.finditer(window):
                end = match.end()
                total += 1
                if total <= limits.MOST_MERGED:
                    columns = column_number(match.group(1).decode()), column_number(match.group(3).decode())
                    yield int(match.group(2)), int(match.group(4)), *columns
            tail = window[max(end, len(window) - 256) :]
