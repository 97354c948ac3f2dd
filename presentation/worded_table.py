"""A table of cells in the reader's language."""

from dataclasses import dataclass

Cells = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class WordedTable:
    """Rows of cells under a title; `nothing` replaces an empty table."""

    title: str
    note: str
    heads: tuple[str, ...]
    rows: Cells
    nothing: str = ""
    sources: tuple[str, ...] = ()
