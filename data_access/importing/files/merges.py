"""Merged cells of an XLSX: where a value means several rows."""

import re
import zipfile
from collections import defaultdict
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


def find_merges(source: zipfile.ZipFile, part: str) -> Merges:
    """Ranges of merged cells over several rows. They stand behind the rows, so they are looked up first."""
    merges: Merges = defaultdict(list)
    with source.open(part) as file:
        tail, total = b"", 0
        while block := file.read(limits.MEBIBYTE):
            window = tail + block
            last = 0
            for found in _MERGED.finditer(window):
                first, last_row = int(found.group(2)), int(found.group(4))
                last = found.end()
                total += 1
                if last_row > first and total <= limits.MOST_MERGED:
                    merges[column_number(found.group(1).decode())].append((first, last_row))
            tail = window[max(last, len(window) - 256) :]
    return merges
