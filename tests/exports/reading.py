"""The words of a file of any kind, opened by independent readers, with white space normalised."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import openpyxl
import orjson
import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from language.words.formatting import VIETNAMESE


def plain(text: str) -> str:
    """`text` with plain spaces where fixed ones keep dates and numbers whole."""
    return text.replace("\u00a0", " ")


def words_of(kind: str, content: bytes) -> str:
    """Everything a file of one of KINDS says, including names and cells of its charts."""
    return " ".join(lines_of(kind, content))


def lines_of(kind: str, content: bytes) -> list[str]:
    """The same in pieces: a paragraph, a table row, a bar of a chart, a page of a report."""
    return [line for one in _READERS[kind](content) if (line := " ".join(one.split()))]


def shapes_of(content: bytes) -> Iterator[Any]:
    """Every shape of a deck, slide by slide."""
    for slide in Presentation(io.BytesIO(content)).slides:
        yield from slide.shapes


def values_of(book: openpyxl.Workbook, series: Any) -> list[Any]:
    """The cells that a series of a chart in a workbook reads its values from."""
    name, _, cells = series.val.numRef.f.rpartition("!")
    first, _, last = cells.replace("$", "").partition(":")
    return [cell.value for row in book[name.strip("'")][f"{first}:{last or first}"] for cell in row]


def written_on(shape: Any) -> Iterator[str]:
    """The words on a shape: its text, or the rows of its table."""
    if shape.has_text_frame:
        yield shape.text_frame.text
    if getattr(shape, "has_table", False) and shape.has_table:
        yield from (" ".join(cell.text_frame.text for cell in row.cells) for row in shape.table.rows)


def _slides(content: bytes) -> Iterator[str]:
    for shape in shapes_of(content):
        yield from written_on(shape)
        if shape.has_chart:
            yield from _chart(shape.chart)


def _chart(chart: Any) -> Iterator[str]:
    """Every bar as name, note, where there is one, and number, followed by the other texts of the chart."""
    for plot in chart.plots:
        for series in plot.series:
            names = (name.replace("\n", " · ") for name in plot.categories)  # a note stands beside its name or below
            pairs = zip(names, series.values, strict=False)
            yield from (f"{name} {VIETNAMESE.decimal(value, 2)}" for name, value in pairs if value is not None)
    yield from (text.text or "" for text in chart._chartSpace.iter() if text.tag.endswith("}t"))


def _pdf(content: bytes) -> Iterator[str]:
    return (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def _text(content: bytes) -> Iterator[str]:
    document = Document(io.BytesIO(content))
    yield from (paragraph.text for paragraph in document.paragraphs)
    yield from (" ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows)


def _workbook(content: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        rows = (" ".join(_cell(cell) for cell in row if cell.value is not None) for row in sheet.iter_rows())
        yield from (f"{sheet.title}: {row}" for row in rows)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:  # titles of charts
        for name in packed.namelist():
            if "/charts/chart" in name:
                yield " ".join(part.partition("<")[0] for part in packed.read(name).decode().split("<a:t>")[1:])


def _cell(cell: Any) -> str:
    """A cell as Excel shows it with Vietnamese settings."""
    value, form = cell.value, cell.number_format
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if "%" in form:
        return VIETNAMESE.decimal(100 * value, len(form.partition(".")[2].rstrip("%"))) + "%"
    return VIETNAMESE.count(value) if value == int(value) else VIETNAMESE.decimal(value, 2)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside, self.texts = "", list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = dict(attrs).get("id") or tag

    def handle_data(self, data: str) -> None:
        if self.inside == "data" and data.strip():
            self.texts += strings_of(orjson.loads(data))
        elif self.inside not in ("script", "style"):
            self.texts.append(data)


def _pack(content: bytes) -> Iterator[str]:
    page = _Page()
    page.feed(content.decode())
    return iter(page.texts)


def strings_of(value: object) -> Iterator[str]:
    """The texts inside data; drawings are texts of SVG."""
    if isinstance(value, Mapping):
        value = [inside for name, inside in value.items() if name != "key"]  # what scripts tell rows apart by
    if isinstance(value, list):
        yield " ".join(one for one in value if isinstance(one, str) and not one.lstrip().startswith("<svg"))
        for one in value:
            if not isinstance(one, str) or one.lstrip().startswith("<svg"):
                yield from strings_of(one)
    elif isinstance(value, str) and value.lstrip().startswith("<svg"):
        page = _Page()
        page.feed(unescape(value))
        yield from page.texts
    elif isinstance(value, str):
        yield value


def _csv(content: bytes) -> Iterator[str]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return (" ".join(re.sub(r"^'?(-?\d+)\.(\d+)$", r"\1,\2", cell.removeprefix("'")) for cell in row) for row in rows)


def _pictures(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if name.endswith(".svg"):
                page = _Page()
                page.feed(packed.read(name).decode())
                yield from page.texts


_READERS: Final[Mapping[str, Callable[[bytes], Iterator[str]]]] = {
    "slides": _slides,
    "one-page": _pdf,
    "report": _pdf,
    "formal": _pdf,
    "text": _text,
    "workbook": _workbook,
    "pack": _pack,
    "pictures": _pictures,
    "csv": _csv,
}


def words_of_pdf(content: bytes) -> str:
    """The words of all pages in one line."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages)


def golden_text(file: Path, lines: str) -> str:
    """What a golden file holds; where it is missing, it is written from `lines`, and the test fails."""
    if not file.exists():
        file.write_text(lines, encoding="utf-8")
        pytest.fail(f"{file.name} was missing. It is written now: read it, then run again.")
    return file.read_text(encoding="utf-8")
