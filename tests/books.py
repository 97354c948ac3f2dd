"""Workbooks that tests fill in."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Protocol

from openpyxl import Workbook

from tests.text_tables import drawn


class Savable(Protocol):
    """A workbook of openpyxl or xlwt."""

    def save(self, file: IO[bytes], /) -> object: ...


def saved(book: Savable) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def book_of(sheets: Mapping[str, Iterable[Sequence[object]]]) -> Workbook:
    """A workbook of these sheets, each with its rows."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return book


def drawn_rows(drawing: str) -> Iterator[list[object]]:
    """The headings of a drawn table, then its rows."""
    headings = [name.strip() for name in drawing.strip().splitlines()[0].split("|")]
    yield [*headings]
    yield from ([row.get(name) for name in headings] for row in drawn(drawing))
