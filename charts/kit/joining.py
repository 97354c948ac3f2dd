"""Fewer traces for the same picture: in browsers a trace costs more than a hundred points."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeAlias

from model.edges import Json

Trace: TypeAlias = Json


def merge_traces(traces: Sequence[Trace]) -> list[Trace]:
    """Traces of one kind merged at the position of the first; every point keeps colour, size and position."""
    alike: dict[Hashable, list[Trace]] = {}
    for place, trace in enumerate(traces):
        alike.setdefault(_kind(trace, place), []).append(trace)
    return [
        parts[0] if len(parts) == 1 else _combined(parts, [len(part["x"]) for part in parts])
        for parts in alike.values()
    ]


def _kind(trace: Trace, place: int) -> Hashable:
    """A key, equal for traces that can be merged; lines and patterned bars are never merged."""
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
    """Lists concatenated; a scalar stays one where all parts agree, otherwise it is repeated."""
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
