"""Limits for files, in bytes, counts and seconds."""

from typing import Final

from model.settings import import_megabytes

MEBIBYTE: Final = 2**20

MOST_FILES: Final = 1_000  # of a folder or a ZIP
MOST_WORKBOOK_FILE: Final = 100 * MEBIBYTE
MOST_UNPACKED: Final = 500 * MEBIBYTE  # over all parts, counted while unpacking: the directory may lie
MOST_RATIO: Final = 200  # unpacked to packed of one part, looked at after FREE_OF_RATIO bytes
FREE_OF_RATIO: Final = 10 * MEBIBYTE
MOST_PARTS: Final = 1000
MOST_EXPANDED: Final = 1024 * MEBIBYTE  # characters of all cells once shared texts are repeated
FREE_TO_EXPAND: Final = 32 * MEBIBYTE  # with MOST_OF_A_ROW for each: a text repeated without end shows early
MOST_OF_A_ROW: Final = 1_000  # characters on average
MOST_COLUMNS: Final = 200
MOST_STRAY_CELLS: Final = 50
MOST_MERGED: Final = 100_000
LONGEST_LINE: Final = 8 * MEBIBYTE
LONGEST_CELL: Final = 5_000  # characters sent on; what is longer is cut and marked
GAP_OF_STRAY: Final = 1_000  # blank rows before a single cell that make it a stray one

CHILD_MEMORY: Final = 1_200 * MEBIBYTE  # address space
CHILD_MEMORY_OF_TEXT: Final = 4_000 * MEBIBYTE  # Polars reserves much and uses little: text is read in blocks
CHILD_SECONDS: Final = 120  # of CPU
WORTH_BLOCKS: Final = 2 * MEBIBYTE  # a smaller CSV is read row by row as fast
BLOCK: Final = 4 * MEBIBYTE  # characters of a CSV read at once
CHUNK: Final = 20_000  # rows sent at once


def is_too_dense(size: int, packed: int) -> bool:
    """Whether that many bytes from so few packed ones are more than any honest part holds."""
    return size > FREE_OF_RATIO and size > MOST_RATIO * max(1, packed)


def most_text() -> int:
    """Bytes of a CSV, or of all files of a bundle: a million rows are 150 to 300 MB and take a gigabyte of memory."""
    return import_megabytes() * MEBIBYTE
