"""Units by share reached and by pace, in four quadrants."""

from collections.abc import Sequence
from typing import Final

import plotly.graph_objects as go
import polars as pl

from charts.kit.lettering import escape_text
from charts.kit.statuses import STATUS_SHAPES, status_colour
from charts.kit.theme import SMALL_SIZE, TEXT_SIZE, Look, Trace, as_of_note, new_figure, say_nothing
from model.edges import Json, Row

_HEIGHT: Final = 560
_FASTEST: Final = 3.0  # times the pace that is needed: beyond it everybody stands at the edge
_HIGHEST: Final = 150.0  # per cent
_ROOM: Final = (0.42, 6.0)  # of a name, on the two scales


def field_of(row: Row) -> int | None:
    """0 ahead and fast enough, 1 ahead and slow, 2 behind and fast enough, 3 behind and slow; None where unknown."""
    if row["reached_pct"] is None or row["pace"] is None or row["needed"] is None or row["expected_pct"] is None:
        return None
    ahead, fast = row["reached_pct"] >= row["expected_pct"], row["pace"] >= row["needed"]
    return (0 if fast else 1) if ahead else (2 if fast else 3)


def draw_fields(targets: pl.DataFrame, look: Look) -> go.Figure:
    """TARGETS with known pace: share reached against pace ÷ needed."""
    rows = [row for row in targets.iter_rows(named=True) if field_of(row) is not None]
    if not rows:
        return say_nothing(look, look.language.charts.targets_nothing)
    palette, numbers = look.palette, look.language.numbers
    passed = min(rows[0]["expected_pct"], _HIGHEST)
    shapes = [
        _straight((0, passed), (_FASTEST, passed), palette.quiet, "dash"),
        _straight((1, 0), (1, _HIGHEST), palette.quiet, "dash"),
        _straight((0, 100), (_FASTEST, 100), palette.target, "solid"),
    ]
    x = _axis(look, _FASTEST, (0, 1, 2, 3), ("0", "1", "2", "≥ 3"))
    heights = [f"{numbers.count(height)}%" for height in (0, 50, 100, 150)]
    y = _axis(look, _HIGHEST, (0, 50, 100, 150), (*heights[:3], f"≥ {heights[3]}"))
    foot = (look.language.targets.fields_across, as_of_note(look, rows[0]["as_of"]))
    return new_figure(
        look,
        [_marks(rows, look)],
        height=_HEIGHT,
        foot=foot,
        margin={"l": 56, "b": 26, "t": 8, "r": 8},
        shapes=shapes,
        annotations=_heads(rows, look),
        xaxis=x,
        yaxis=y,
    )


def _marks(rows: Sequence[Row], look: Look) -> Trace:
    numbers, texts = look.language.numbers, look.language.targets
    labelled_codes = _named(rows) if look.wide else set()
    names = [escape_text(look.language.names.word(row["short_name"])) for row in rows]
    hovers = [
        f"<b>{name}</b><br>"
        + texts.fields_hover.format(
            reached=numbers.percent(row["reached_pct"]),
            pace=numbers.decimal(row["pace"], 1),
            needed=numbers.count(row["needed"]),
        )
        for name, row in zip(names, rows, strict=True)
    ]
    visible_names = [name if row["unit_code"] in labelled_codes else "" for name, row in zip(names, rows, strict=True)]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [_across(row) for row in rows],
        "y": [min(row["reached_pct"], _HIGHEST) for row in rows],
        "text": visible_names,
        "textposition": "top center",
        "textfont": {"size": SMALL_SIZE - 1, "color": look.palette.quiet},
        "marker": {
            "size": 10,
            "symbol": [STATUS_SHAPES[row["status"]] for row in rows],
            "color": [status_colour(row["status"], look.dark) for row in rows],
        },
        "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _named(rows: Sequence[Row]) -> set[str]:
    """The units labelled at their mark: largest gaps first, without overlapping names."""
    placed: dict[str, tuple[float, float]] = {}
    for row in sorted(rows, key=lambda row: row["gap"] or 0):
        x, y = _across(row), min(row["reached_pct"], _HIGHEST)
        if all(abs(x - other[0]) > _ROOM[0] or abs(y - other[1]) > _ROOM[1] for other in placed.values()):
            placed[row["unit_code"]] = (x, y)
    return set(placed)


def _across(row: Row) -> float:
    """Pace ÷ needed; at the edge where nothing more is needed."""
    return min(row["pace"] / row["needed"], _FASTEST) if row["needed"] else _FASTEST


def _heads(rows: Sequence[Row], look: Look) -> list[Json]:
    """The name and count of each quadrant, in its outer corner."""
    counts = [sum(field_of(row) == field for row in rows) for field in range(4)]
    corners = [(x, y) for y in (_HIGHEST, 0) for x in (_FASTEST, 0)]
    return [
        {
            "text": f"<b>{escape_text(name)} · {look.language.numbers.count(count)}</b>",
            "x": x,
            "y": y,
            "xanchor": "right" if x else "left",
            "yanchor": "top" if y else "bottom",
            "showarrow": False,
            "font": {"size": TEXT_SIZE, "color": look.palette.ink},
        }
        for name, count, (x, y) in zip(look.language.targets.fields, counts, corners, strict=True)
    ]


def _straight(start: tuple[float, float], end: tuple[float, float], colour: str, dash: str) -> Json:
    (x0, y0), (x1, y1) = start, end
    line = {"color": colour, "dash": dash, "width": 1}
    return {"type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": line}


def _axis(look: Look, end: float, at: Sequence[float], words: Sequence[str]) -> Json:
    room = end * 0.025
    font = {"size": SMALL_SIZE, "color": look.palette.quiet}
    ticks = {"tickvals": list(at), "ticktext": list(words), "tickfont": font, "gridcolor": look.palette.track}
    return {"range": [-room, end + room], "zeroline": False, "fixedrange": True, **ticks}
