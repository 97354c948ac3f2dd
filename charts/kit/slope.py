"""A slope chart of ranks at two moments."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import plotly.graph_objects as go

from charts.kit.lettering import escape_text, shortened_distinctly, text_width, wrapped
from charts.kit.sheet import ON_TOP, Sheet
from charts.kit.theme import SMALL_SIZE, TEXT_SIZE, Look, say_nothing
from model.edges import Row
from model.results import Ranking

# The slope: places of the earlier moment at the left, of this one with names at the right.
_FROM: Final = 0.10
_TO: Final = {True: 0.34, False: 0.27}  # by Look.wide
_HEAD_HEIGHT, _STEP = 30, 34
_HIGH: Final = 290  # px of all steps of a picture to project
_LOWEST: Final = 20
_LINES: Final = 2  # of a name within a step
_LINE: Final = 18  # px of one line where there are more
_GAP: Final = 12  # px between a name and the movement behind it
MOST_DRAWN: Final = 100  # places; the table has all of them


def draw_rank_slope(ranking: Ranking, look: Look) -> go.Figure:
    """Ranks at two moments as lines, thick where they changed, with names at the current rank."""
    ranked = [row for row in ranking.frame.rows(named=True) if row["rank"] is not None]
    rows = ranked[:MOST_DRAWN]
    if not rows or ranking.before_moment is None or all(row["rank_before"] is None for row in rows):
        return say_nothing(look, look.language.charts.slope_nothing)
    sheet, names = Sheet(look, 1), _names(rows, ranking, look)
    step = _step(rows, look)
    now = _places_now(names, step)
    before = _places_before(rows, now, step)
    for kind, colour, width in _movements(look):
        _lines(sheet, [(before[i], now[i]) for i, row in enumerate(rows) if _kind(row) == kind], colour, width)
    _label(sheet, rows, names, now, before, ranking)
    last = max([*now, *(y for y in before if y is not None)])
    foot = (look.language.names.measure(ranking.measure), look.language.charts.slope_key, cut_note(ranked, look))
    return sheet.figure(height=last + step / 2, foot=foot, margin={"l": 2, "r": 4})


def cut_note(rows: Sequence[Row], look: Look) -> str:
    """A note that only the first ranks are drawn; "" where all are."""
    count = look.language.numbers.count(MOST_DRAWN)
    return look.language.charts.ranking_cut.format(count=count) if len(rows) > MOST_DRAWN else ""


def _below(rows: Sequence[Row]) -> list[int]:
    """The earlier ranks that lie below as many places as there are now, best first."""
    return sorted({row["rank_before"] for row in rows if (row["rank_before"] or 0) > len(rows)})


def _step(rows: Sequence[Row], look: Look) -> float:
    """The height in px of a place: in a picture to project as large as all of them leave room for."""
    if not look.afar:
        return _STEP
    return min(_STEP, max(_LOWEST, (_HIGH - _HEAD_HEIGHT) / (len(rows) + len(_below(rows)))))


def _places_now(names: Sequence[Sequence[str]], step: float) -> list[float]:
    """Vertical positions in px of the current ranks; a name with many lines takes more than one step."""
    fitting, air = (_LINES, _LINE) if step == _STEP else (1, step - _LINE)
    heights = [step if len(lines) <= fitting else _LINE * len(lines) + air for lines in names]
    ends = accumulate(heights, initial=float(_HEAD_HEIGHT))
    return [end + height / 2 for end, height in zip(ends, heights, strict=False)]


def _places_before(rows: Sequence[Row], now: Sequence[float], step: float) -> list[float | None]:
    """Vertical positions in px of the earlier ranks; units then ranked below come last, in order."""
    below = {rank: now[-1] + step * (1.4 + index) for index, rank in enumerate(_below(rows))}
    places = dict(enumerate(now, 1)) | below
    return [None if row["rank_before"] is None else places[row["rank_before"]] for row in rows]


def _kind(row: Row) -> str:
    if row["rank_before"] is None:
        return "new"
    return "up" if row["rank_before"] > row["rank"] else "down" if row["rank_before"] < row["rank"] else "same"


def _movements(look: Look) -> tuple[tuple[str, str, float], ...]:
    palette = look.palette
    return (
        ("same", palette.rest, 1.5),
        ("down", palette.below, 2.5),
        ("up", palette.data, 2.5),
        ("new", palette.gold, 2.5),
    )


def _lines(sheet: Sheet, ends: Sequence[tuple[float | None, float]], colour: str, width: float) -> None:
    """One trace for all lines of a kind, separated by gaps; newcomers have only a dot on the right."""
    to = _TO[sheet.look.wide]
    x: list[float | None] = []
    y: list[float | None] = []
    for before, now in ends:
        x += [_FROM, to, None] if before is not None else [to, None]
        y += [before, now, None] if before is not None else [now, None]
    line, marker = {"color": colour, "width": width}, {"color": colour, "size": 9}
    sheet.traces.append(
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": x,
            "y": y,
            "line": line,
            "marker": marker,
            "hoverinfo": "skip",
            **ON_TOP,
        }
    )


def _label(
    sheet: Sheet,
    rows: Sequence[Row],
    names: Sequence[Sequence[str]],
    now: Sequence[float],
    before: Sequence[float | None],
    ranking: Ranking,
) -> None:
    look = sheet.look
    places = [(y, row["rank_before"]) for y, row in zip(before, rows, strict=True) if y is not None]
    sheet.write(_FROM - 0.03, [y for y, _ in places], [str(rank) for _, rank in places], anchor="end", size=TEXT_SIZE)
    weights = {kind: 600 if kind != "same" else 400 for kind in ("up", "down", "same", "new")}
    beside, size = _beside(look)
    for kind, weight in weights.items():
        of_kind = [line for line in zip(now, rows, names, strict=True) if _kind(line[1]) == kind]
        words = [_beside_place(row["rank"], lines) for _, row, lines in of_kind]
        sheet.write(beside, [y for y, *_ in of_kind], words, size=size, weight=weight)
    sheet.write(1, now, [movement(row, ranking, look) for row in rows], anchor="end", weight=600)
    heads = _heads(ranking, look)
    for x, moment in zip((0.0, beside), heads, strict=True):
        sheet.write(x, [_HEAD_HEIGHT / 2], [moment], colour=look.palette.quiet, weight=600)


def _beside(look: Look) -> tuple[float, float]:
    """The left edge of names, and their font size."""
    return _TO[look.wide] + 0.03, TEXT_SIZE if look.wide else SMALL_SIZE


def _names(rows: Sequence[Row], ranking: Ranking, look: Look) -> list[list[str]]:
    """Write each name in as many lines as it needs; only words wider than the room are cut."""
    beside, size = _beside(look)
    moves_need = max(text_width(movement(row, ranking, look), TEXT_SIZE, bold=True) for row in rows)
    room = (1 - beside) * look.room - text_width(f"{rows[-1]['rank']}\u00a0\u00a0", size) - moves_need - _GAP
    names = [look.language.names.word(row["short_name"]) for row in rows]
    both = zip([wrapped(name, size, room) for name in names], shortened_distinctly(names, size, room), strict=True)
    return [lines if all(text_width(line, size) <= room for line in lines) else [short] for lines, short in both]


def _beside_place(rank: int, lines: Sequence[str]) -> str:
    """Rank and name; further lines are indented by a figure space, which is as wide as a digit."""
    below = "\u2007" * len(str(rank))
    return "<br>".join(f"{below if n else rank}\u00a0\u00a0{escape_text(line)}" for n, line in enumerate(lines))


def _heads(ranking: Ranking, look: Look) -> tuple[str, str]:
    """Write both moments; on phones only their days, where these differ."""
    numbers, moments = look.language.numbers, (ranking.before_moment, ranking.moment)
    days = [numbers.date(moment.date()) for moment in moments if moment]
    if not look.wide and len(set(days)) == len(moments):
        return days[0], days[1]
    return numbers.moment(moments[0]), numbers.moment(moments[1])


def movement(row: Row, ranking: Ranking, look: Look) -> str:
    """▲2, ▼1, “=” or “mới”; "" without an earlier moment."""
    if row["rank"] is None or ranking.before_moment is None:
        return ""
    if row["rank_before"] is None:
        return look.language.charts.ranking_new
    places = row["rank_before"] - row["rank"]
    return "=" if places == 0 else f"▲{places}" if places > 0 else f"▼{-places}"
