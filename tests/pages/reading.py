"""Every text of a page as plain sentences, including charts, tables, tooltips and buttons."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

# Of an element: what the browser is told and no reader sees.
_UNSEEN: Final = {
    *("id", "key", "formId", "elementId", "url", "queryString", "pageScriptHash", "icon", "iconPosition", "page"),
    *("urlPathname", "arrowData", "data", "config", "theme", "css", "js", "jsContent", "cssContent", "type"),
    *("widgetId", "gapSize", "direction", "justify", "align"),
    *("json", "mixed", "markdownType", "jsUrl", "cssUrl", "htmlContent", "componentName", "bytes"),
}  # fmt: skip
_OF_CHARTS: Final = ("text", "hovertext", "name", "ticktext", "label", "labels")
_TAGS: Final = range(0xE0000, 0xE0080)  # invisible letters that widgets search by


def sentences(page: AppTest) -> list[str]:
    """Each text once, without Markdown, HTML and addresses."""
    return list(dict.fromkeys(filter(None, map(_plain, _texts(page._tree)))))


def _texts(node: Any) -> Iterator[str]:
    proto = getattr(node, "proto", None)
    if node.type == "arrow_data_frame":
        yield from _table(node)
    elif proto is not None and hasattr(proto, "DESCRIPTOR"):
        yield from _strings(MessageToDict(proto))
    for child in getattr(node, "children", {}).values():
        yield from _texts(child)


def _table(node: Any) -> Iterator[str]:
    """The words of the cells, and the headings."""
    for column in node.value.columns:
        yield from (text for text in node.value[column].dropna().unique() if isinstance(text, str))
    columns = json.loads(node.proto.columns or "{}")
    yield from (column["label"] for column in columns.values() if isinstance(column, dict) and column.get("label"))


def _strings(value: object, name: str = "") -> Iterator[str]:
    if name == "spec" and isinstance(value, str):
        yield from _of_chart(json.loads(value))
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            if key not in _UNSEEN:
                yield from _strings(inside, key)
    elif isinstance(value, list):
        for inside in value:
            yield from _strings(inside)
    elif isinstance(value, str):
        yield value


def _of_chart(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inside in value.items():
            yield from _of_chart(inside, key)
    elif isinstance(value, list):
        for inside in value:
            yield from _of_chart(inside, name)
    elif isinstance(value, str) and name in _OF_CHARTS:
        yield value


def _plain(text: str) -> str:
    text = re.sub(r"<(style|script)\b.*?</\1>", " ", text, flags=re.DOTALL)
    text = re.sub(r"<[^>]*>|\]\([^)]*\)|\w*://\S+", " ", text.replace("\\", ""))
    return " ".join("".join(letter for letter in text if ord(letter) not in _TAGS).split())
