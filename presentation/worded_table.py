"""A table whose every cell is written in the reader's language."""

from dataclasses import dataclass

Cells = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class WordedTable:
    """Rows of cells under a title; `nothing` is said in their place where there are none."""

    title: str
    note: str
    heads: tuple[str, ...]
    rows: Cells
    nothing: str = ""
    sources: tuple[str, ...] = ()
