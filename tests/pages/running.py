"""Pages run by AppTest: the script as readers get it, without a browser."""

import json
from collections.abc import Iterable
from functools import cache

import plotly.graph_objects as go
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from tests.serving import PROJECT

PATIENCE = 60  # seconds; the first page of a worker also reads the cube
OVERVIEW = "dashboard.py"

# Streamlit asks every installed package for components, for every AppTest: 70 of the 95 ms of a page seen before.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


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
    """Everything a page says in words, charts and tables left out."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "text", "info", "warning", "error", "success")
    said = [str(element.value) for kind in kinds for element in page.get(kind)]
    said += [str(block.proto.body) for block in page.get("html")]
    said += [f"{metric.label} {metric.value} {metric.delta}" for metric in page.get("metric")]
    return "\n".join(said)
