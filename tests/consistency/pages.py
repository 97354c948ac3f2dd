"""What a page says: sentences, cards and charts as lines of words, and its tables as numbers by name and column."""

import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape

import plotly.graph_objects as go
from streamlit.testing.v1 import AppTest

from tests.pages.running import charts, tables

NAMES = ("unit_name", "sector_name")
KINDS = ("title", "header", "subheader", "markdown", "caption", "text", "info", "warning")


def lines_of_page(page: AppTest) -> Iterator[str]:
    """Cards as label and value, sentences, cells of small tables row by row, and what charts write on one height."""
    for kind in KINDS:
        values = (str(element.value) for element in page.get(kind))
        yield from (one.replace("\\", "") for one in values if "**" not in one)  # no glossary
    for metric in page.get("metric"):
        yield f"{metric.label} {metric.value}"
        yield str(metric.delta)
    for block in page.get("html"):
        yield from _lines_of_html(str(block.proto.body))
    for chart in charts(page):
        yield from _lines_of_chart(chart)


def rows_of_page(page: AppTest) -> Iterator[str]:
    """Rows of the lists that browsers draw, and the sentences in bold."""
    yield from (str(one.value) for one in page.markdown if "**" in str(one.value))
    for one in page.dataframe:
        yield from (" ".join(map(str, row)) for row in one.value.itertuples(index=False))


def _lines_of_html(body: str) -> Iterator[str]:
    body = re.sub(r"<(style|script).*?</\1>", "", body, flags=re.DOTALL)
    body = re.sub(r'<div class="[^"]*paper-only".*', "", body, flags=re.DOTALL)  # the rows of a table on the screen
    body = re.sub(r"<table(?:(?!</table>).)*? data-field=.*?</table>", "", body, flags=re.DOTALL)  # cells_of_page
    body = re.sub(r"</td>\s*<td[^>]*>", " ", body)
    yield from (line for part in re.split(r"<[^>]+>", body) if (line := " ".join(unescape(part).split())))


def _lines_of_chart(chart: go.Figure) -> Iterator[str]:
    """Texts of a chart, joined into lines where they stand at one height."""
    heights: dict[float, list[tuple[float, str]]] = defaultdict(list)
    for trace in chart.data:
        if trace.type == "scatter" and trace.text is not None and "text" in (trace.mode or ""):
            texts = [trace.text] * len(trace.y) if isinstance(trace.text, str) else trace.text
            for x, y, text in zip(trace.x, trace.y, texts, strict=False):
                if text and isinstance(y, int | float) and isinstance(x, int | float):
                    heights[round(y)].append((x, text))
    yield from (" ".join(_plain(text) for _, text in sorted(one)) for one in heights.values())
    yield from (_plain(note.text) for note in chart.layout.annotations if note.text)


def _plain(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def cells_of_page(page: AppTest) -> Iterator[tuple[str, str, float]]:
    """Name of a unit or sector, column and number of every cell of every table."""
    for table in (*(one.value for one in page.dataframe), *tables(page)):
        name = next((name for name in NAMES if name in table.columns), None)
        for row in table.to_dict("records") if name else ():
            for column, value in row.items():
                if isinstance(value, int | float) and value == value:
                    yield str(row[name]), str(column), float(value)
