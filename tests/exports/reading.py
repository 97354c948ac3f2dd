"""The words of a file of any kind, opened by readers that are not ours, white space made one."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from typing import Any, Final

import openpyxl
import orjson
from docx import Document
from pptx import Presentation
from pypdf import PdfReader


def words_of(kind: str, content: bytes) -> str:
    """Everything a file of one of KINDS says, the names and cells of its charts included."""
    return " ".join(" ".join(_READERS[kind](content)).split())


def _slides(content: bytes) -> Iterator[str]:
    for slide in Presentation(io.BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if getattr(shape, "has_table", False) and shape.has_table:
                yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)
            if shape.has_chart:
                yield from _chart(shape.chart)


def _chart(chart: Any) -> Iterator[str]:
    for plot in chart.plots:
        yield from map(str, plot.categories)
        for series in plot.series:
            yield from map(str, series.values)
    yield from (text.text or "" for text in chart._chartSpace.iter() if text.tag.endswith("}t"))


def _pdf(content: bytes) -> Iterator[str]:
    return (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def _text(content: bytes) -> Iterator[str]:
    document = Document(io.BytesIO(content))
    yield from (paragraph.text for paragraph in document.paragraphs)
    yield from (cell.text for table in document.tables for row in table.rows for cell in row.cells)


def _workbook(content: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        yield from (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:  # titles of charts
        for name in packed.namelist():
            if "/charts/chart" in name:
                yield " ".join(part.partition("<")[0] for part in packed.read(name).decode().split("<a:t>")[1:])


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside, self.said = "", list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = dict(attrs).get("id") or tag

    def handle_data(self, data: str) -> None:
        if self.inside == "data" and data.strip():
            self.said += _strings(orjson.loads(data))
        elif self.inside not in ("script", "style"):
            self.said.append(data)


def _pack(content: bytes) -> Iterator[str]:
    page = _Page()
    page.feed(content.decode())
    return iter(page.said)


def _strings(value: object) -> Iterator[str]:
    """The texts inside data; drawings are texts of SVG."""
    if isinstance(value, Mapping):
        value = [inside for name, inside in value.items() if name != "key"]  # what scripts tell rows apart by
    if isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str) and value.lstrip().startswith("<svg"):
        page = _Page()
        page.feed(unescape(value))
        yield from page.said
    elif isinstance(value, str):
        yield value


def _csv(content: bytes) -> Iterator[str]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return (cell.removeprefix("'") for row in rows for cell in row)


def _pictures(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if name.endswith(".svg"):
                page = _Page()
                page.feed(packed.read(name).decode())
                yield from page.said


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
