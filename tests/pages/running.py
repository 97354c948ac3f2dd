"""Pages run by AppTest: the script as readers get it, without a browser."""

import json
import re
from collections.abc import Iterable
from functools import cache
from html import unescape

import pandas as pd
import plotly.graph_objects as go
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, local_script_runner

from language.languages import LANGUAGES
from tests.serving import PROJECT

PATIENCE = 60  # seconds; the first page of a worker also reads the cube
OVERVIEW = "dashboard.py"

# Streamlit asks every installed package for components, for every AppTest: 70 of the 95 ms of a page seen before.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

_look_until_stopped = local_script_runner.require_widgets_deltas


def _wait_until_stopped(runner: local_script_runner.LocalScriptRunner, timeout: float = PATIENCE) -> None:
    """Streamlit looks a thousand times a second whether the script is done, and takes the time from it."""
    if (thread := runner._script_thread) is not None:
        thread.join(timeout)
    if not runner.script_stopped():
        _look_until_stopped(runner, 0.01)  # says what it says of a script that takes too long


local_script_runner.require_widgets_deltas = _wait_until_stopped


def open_page(script: str = OVERVIEW, **address: str | Iterable[str]) -> AppTest:
    """A page as it looks under an address: `open_page("pages/targets.py", unit=["LD-38"], lang="en")`."""
    page = AppTest.from_file(str(PROJECT / OVERVIEW), default_timeout=PATIENCE)
    for name, values in address.items():
        page.query_params[name.rstrip("_")] = values if isinstance(values, str) else list(values)
    if script != OVERVIEW:
        page.switch_page(script)
    return page.run()


def address(page: AppTest) -> dict[str, list[str]]:
    """The address a page has now; a single value comes as text or as a list of one, whoever wrote it."""
    return {name: [value] if isinstance(value, str) else list(value) for name, value in page.query_params.items()}


def charts(page: AppTest) -> list[go.Figure]:
    """The figures on a page, in reading order."""
    return [go.Figure(json.loads(chart.proto.spec), skip_invalid=True) for chart in page.get("plotly_chart")]


def words(page: AppTest) -> str:
    """Everything a page says in words as a reader sees it; charts and tables left out."""
    return markup(page).replace("\\", "")


def markup(page: AppTest) -> str:
    """The words of a page as Markdown and HTML, with their escapes."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "text", "info", "warning", "error", "success")
    texts = [str(element.value) for kind in kinds for element in page.get(kind)]
    texts += [str(block.proto.body) for block in page.get("html")]
    texts += [f"{metric.label} {metric.value} {metric.delta}" for metric in page.get("metric")]
    return "\n".join(texts)


def opened_sources(page: AppTest) -> list[list[str]]:
    """The lines of every “Nguồn” on a page."""
    labels = {language.facts.source for language in LANGUAGES.values()}
    popovers = [block for block in page.get("popover") if block.proto.popover.label in labels]
    return [[str(line.value) for line in block.get("markdown")] for block in popovers]


def tables(page: AppTest) -> list[pd.DataFrame]:
    """The tables of HTML on a page, in reading order: values where cells carry them, else their words."""
    bodies = (str(block.proto.body) for block in page.get("html"))
    return [_table(match) for body in bodies for match in re.findall(r"<table.*?</table>", body, re.DOTALL)]


def _table(written: str) -> pd.DataFrame:
    heads = re.findall(r'<th\b[^>]*?(?:data-field="([^"]*)")?>(.*?)</th>', written)
    names = [field or unescape(title) for field, title in heads]
    rows = re.findall(r"<tr\b[^>]*>((?:<td.*?</td>)+)</tr>", written, re.DOTALL)
    return pd.DataFrame(
        [[*map(_cell, re.findall(r"<td([^>]*)>(.*?)</td>", row, re.DOTALL))] for row in rows], columns=names
    )


def _cell(expected: tuple[str, str]) -> object:
    value = re.search(r'data-value="([^"]*)"', expected[0])
    if value is None:
        return None if expected[1] == "–" else unescape(expected[1])
    try:
        return float(value[1])
    except ValueError:
        return unescape(value[1])
