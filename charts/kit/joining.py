"""Fewer traces for the same picture: what plotly does once a trace costs a browser more than a hundred points do."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeAlias

from model.edges import Json

Trace: TypeAlias = Json


def joined(traces: Sequence[Trace]) -> list[Trace]:
    """Traces of one kind as one, where the first of them stood; every point keeps its colour, size and place."""
    alike: dict[Hashable, list[Trace]] = {}
    for place, trace in enumerate(traces):
        alike.setdefault(_kind(trace, place), []).append(trace)
    return [
        parts[0] if len(parts) == 1 else _combined(parts, [len(part["x"]) for part in parts])
        for parts in alike.values()
    ]


def _kind(trace: Trace, place: int) -> Hashable:
    """Equal for traces that can be one; lines and patterned bars stay alone."""
    marker = trace.get("marker", {})
    if trace["type"] == "bar" and "pattern" not in marker:
        return "bar", tuple(sorted(trace)), bool(trace["customdata"])
    if trace["type"] == "scatter" and trace["mode"] == "markers":
        return "marks", tuple(sorted(trace))
    if trace["type"] == "scatter" and trace["mode"] in ("text", "markers+text"):
        # Words that are not clicked get one colour for the whole trace (charts/kit/picking.py).
        colour = trace["textfont"]["color"]
        return trace["mode"], colour if isinstance(colour, str) else ""
    return place


def _combined(parts: Sequence[Any], counts: Sequence[int]) -> Any:
    """Lists one after the other; a single value stays one where all parts agree, and is spread out where not."""
    first = parts[0]
    if isinstance(first, Mapping):
        return {name: _combined([part[name] for part in parts], counts) for name in first}
    if not isinstance(first, list) and all(part == first for part in parts):
        return first
    return [
        value
        for part, count in zip(parts, counts, strict=True)
        for value in (part if isinstance(part, list) else [part] * count)
    ]
