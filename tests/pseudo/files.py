"""Every text of an exported file, each with its place."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final
from xml.etree import ElementTree as ET

import openpyxl
import orjson
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from tests.pseudo.shown import Placed, words_of_html


def of_csv(content: bytes) -> Iterator[Placed]:
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        yield from (("cell", cell) for cell in row)


def of_workbook(content: bytes) -> Iterator[Placed]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        yield f"{sheet.title} (name)", sheet.title
        for row in sheet.iter_rows():
            yield from ((f"{sheet.title} {cell.coordinate}", cell.value) for cell in row if isinstance(cell.value, str))
    yield from _of_archive(content, "xl/charts/chart")


def of_slides(content: bytes) -> Iterator[Placed]:
    for number, slide in enumerate(Presentation(io.BytesIO(content)).slides, start=1):
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield f"slide {number}", shape.text_frame.text
            if shape.has_table:
                yield from ((f"slide {number} table", cell.text) for row in shape.table.rows for cell in row.cells)
    yield from _of_archive(content, "ppt/charts/chart")


def _of_archive(content: bytes, folder: str) -> Iterator[Placed]:
    """The words of the charts in an Office file: titles, names of series and of points."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in archive.namelist():
        if name.startswith(folder) and name.endswith(".xml"):
            for node in ET.fromstring(archive.read(name)).iter():
                if node.tag.endswith(("}t", "}v")) and node.text:
                    yield name, node.text


def of_text(content: bytes) -> Iterator[Placed]:
    document = Document(io.BytesIO(content))
    parts = [document, *(part for section in document.sections for part in (section.header, section.footer))]
    for part in parts:
        yield from (("paragraph", paragraph.text) for paragraph in part.paragraphs)
        yield from (("table", cell.text) for table in part.tables for row in table.rows for cell in row.cells)


_BROKEN_ADDRESS: Final = re.compile(r"((?:https?://|www\.)\S*[./-]) ([\w./-]+)")  # where a line ends inside it


def of_report(content: bytes) -> Iterator[Placed]:
    """The text of each page in one piece, because lines break inside sentences."""
    for number, page in enumerate(PdfReader(io.BytesIO(content)).pages, start=1):
        text = " ".join(page.extract_text().split())
        yield f"page {number}", _BROKEN_ADDRESS.sub(r"\1\2", text)


def of_pack(content: bytes) -> Iterator[Placed]:
    text = content.decode()
    data = text.partition('id="data"')[2].partition(">")[2].partition("</script>")[0]
    yield from words_of_html(text)
    yield from of_slide(orjson.loads(data))


_STEERING: Final = ("view", "type", "tone", "key", "scale", "d")


def of_slide(part: Any, name: str = "") -> Iterator[Placed]:
    """Texts of the stage, which are data for its script, without what only steers it."""
    if isinstance(part, str):
        if name not in _STEERING and not (name == "lines" and part.islower()):
            yield name, part
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from of_slide(value, str(key))
    elif isinstance(part, list | tuple):
        for value in part:
            yield from of_slide(value, name)


def of_pictures(content: bytes) -> Iterator[Placed]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in archive.namelist():
        if name.endswith(".svg"):
            for text in ET.fromstring(archive.read(name)).iter("{http://www.w3.org/2000/svg}text"):
                yield name, " ".join("".join(text.itertext()).split())


READERS: Final[Mapping[str, Callable[[bytes], Iterator[Placed]]]] = {
    "csv": of_csv,
    "xlsx": of_workbook,
    "pptx": of_slides,
    "docx": of_text,
    "pdf": of_report,
    "html": of_pack,
    "zip": of_pictures,
}
