"""Figures passed on as they were described."""

from functools import cached_property
from typing import Any

import plotly.graph_objects as go

from model.edges import Json


class UncopiedFigure(go.Figure):  # type: ignore[misc]
    """A figure that is its description: traces and layout as charts wrote them, which callers must not change.

    Plotly makes objects of them and copies both, and copies them again at each `to_dict`, searching for arrays to
    encode; charts here consist of lists (tests/charts/test_every_chart.py). That took a quarter of the CPU of a new
    view. Its objects are made where somebody asks for them.
    """

    def __init__(self, data: list[Json], layout: Json) -> None:
        self._described = {"data": data, "layout": layout}

    def to_dict(self) -> Json:
        """Traces and layout, not copied."""
        if "_objects" in vars(self):  # and perhaps changed through them
            return {"data": self._objects._data, "layout": self._objects._layout}  # noqa: SLF001
        return dict(self._described)

    @cached_property
    def _objects(self) -> go.Figure:
        return go.Figure(**self._described, _validate=False)

    def __getattr__(self, name: str) -> Any:
        """What else figures of plotly have. Raises AttributeError where they have none."""
        if name.startswith("__") or "_described" not in vars(self):
            raise AttributeError(name)
        return getattr(self._objects, name)
