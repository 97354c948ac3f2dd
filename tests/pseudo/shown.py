"""Every text that a reader sees of a page, in elements, charts and tables, each with its place."""

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Any, Final

import polars as pl
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from language.languages import ENGLISH
from tests.pseudo.language import pseudo

Placed = tuple[str, str]  # where, what

# What was written down when it happened: names of its parts and values, as `audit --csv` gives them.
_DETAIL_OF_THE_LOG: Final = pseudo(ENGLISH.admin.audit_heads[-1])
# Texts that programs read.
_NOT_SHOWN: Final = {
    "id", "key", "element_id", "icon", "url", "form_id", "group_id", "page_script_hash", "element_type",
    "language", "value_type", "page", "command", "css", "widget_id", "query_params", "query_string", "import",
    "js", "config", "mime", "file_urls_json", "default", "spec", "arrow_data", "columns", "data", "href",
    "user_key", "type", "format", "raw_values", "css_path", "js_path", "css_content", "js_content", "json_data",
    "component_name", "json", "mode", "string_value", "html_content", "body_html", "width", "height",
    "fragment_id", "delta_color", "stylings", "src", "file_id", "deferred_file_id",
}  # fmt: skip


def shown(page: AppTest) -> Iterator[Placed]:
    """Every visible text of a page."""
    for block in (page.main, page.sidebar):
        for element in _elements(block):
            yield from _of_element(element)


def _elements(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _of_block(child)
            yield from _elements(child)
        else:
            yield child


def _of_block(block: Any) -> Iterator[Any]:
    if getattr(block, "proto", None) is not None:
        yield block


def _of_element(element: Any) -> Iterator[Placed]:
    proto, kind = element.proto, getattr(element, "type", "block")
    if kind == "plotly_chart":
        yield from ((f"{kind} {where}", text) for where, text in _of_figure(json.loads(proto.spec)))
    elif kind == "code" and "/" in proto.code_text and " " not in proto.code_text:
        return  # an address to copy
    elif kind in ("arrow_data_frame", "dataframe"):
        yield from _of_table(proto)
    else:
        yield from ((f"{kind}.{where}", text) for where, text in _of_message(proto))


def _of_message(message: Message) -> Iterator[Placed]:
    for field, value in message.ListFields():
        if field.name in _NOT_SHOWN:
            continue
        values = value if field.is_repeated else [value]
        for one in values:
            if isinstance(one, str):
                yield from ((f"{field.name}{where}", text) for where, text in words_of_html(one))
            elif isinstance(one, Message):
                yield from _of_message(one)


_OF_FIGURE: Final = ("text", "hovertext", "name", "ticktext", "title", "hovertemplate", "label", "texttemplate")


def _of_figure(part: Any, name: str = "") -> Iterator[Placed]:
    if isinstance(part, str) and name in (*_OF_FIGURE, "x", "y"):
        yield from ((name + where, text) for where, text in words_of_html(re.sub(r"%\{[^}]*\}|<br ?/?>", " ", part)))
    elif isinstance(part, dict):
        for key, value in part.items():
            if key != "meta":
                yield from _of_figure(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from _of_figure(value, name)


def _of_table(proto: Any) -> Iterator[Placed]:
    for heading in json.loads(proto.columns or "{}").values():
        for name in ("label", "help"):
            if isinstance(heading, dict) and heading.get(name):
                yield f"column {name}", str(heading[name])
    frame = pl.read_ipc_stream(proto.arrow_data.data if hasattr(proto, "arrow_data") else proto.data)
    for column in frame.select(pl.col(pl.String)):
        if column.name == _DETAIL_OF_THE_LOG:
            continue
        yield from ((f"cell of {column.name}", text) for text in column.unique().drop_nulls())


class _Words(HTMLParser):
    """Words between tags and in attributes that are read aloud or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.placed: list[Placed] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.placed += [
            (f" @{name}", value) for name, value in attrs if value and name in ("title", "alt", "aria-label")
        ]
        self.placed.append(("", "\n"))

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""
        self.placed.append(("", "\n"))

    def handle_data(self, data: str) -> None:
        if self.inside not in ("style", "script"):
            self.placed.append(("", data))


def words_of_html(text: str) -> list[Placed]:
    """The words of a text that may be HTML: its body as one piece, its attributes each."""
    if "<" not in text:
        return [("", _without_marks(text))]
    parser = _Words()
    parser.feed(text)
    body = "".join(data for where, data in parser.placed if not where)
    return [("", _without_marks(body)), *((where, data) for where, data in parser.placed if where)]


def _without_marks(text: str) -> str:
    """The text without targets of links, names of colours and icons, and words that serve only searching."""
    text = re.sub(r"(?<!\\)\[((?:[^\[\]]|\\.)*)(?<!\\)\]\((?:<[^>]*>|[^)]*)\)", r"\1", text)
    text = re.sub(r":\w+(?:-\w+)?\[([^\]]*)\]", r"\1", text)
    return unescape(re.sub("[\U000e0000-\U000e007f]", "", re.sub(r":material/\w+:|\*\*", " ", text)))
