"""Figures that are handed on as they were drawn."""

import plotly.graph_objects as go

from model.edges import Json


class Drawn(go.Figure):  # type: ignore[misc]
    """A figure whose dictionary is its own, not a copy: whoever asks for it changes nothing in it.

    Plotly copies everything at each `to_dict` and walks through it for arrays to pack; charts here are made of lists
    (tests/charts/test_every_chart.py). A quarter of the CPU of a new view went there.
    """

    def to_dict(self) -> Json:
        """Traces and layout as they were drawn."""
        return {"data": self._data, "layout": self._layout}
