"""Figures passed on without copying."""

import plotly.graph_objects as go

from model.edges import Json


class UncopiedFigure(go.Figure):  # type: ignore[misc]
    """A figure whose `to_dict` returns the original, which callers must not change.

    Plotly deep-copies the figure at each `to_dict` and searches it for arrays to encode; charts here consist of lists
    (tests/charts/test_every_chart.py). That took a quarter of the CPU of a new view.
    """

    def to_dict(self) -> Json:
        """Traces and layout, not copied."""
        return {"data": self._data, "layout": self._layout}
