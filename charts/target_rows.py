"""Layout of the target chart: order, status groups, blocks of equal length."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from charts.kit.lettering import escape_text, shortened_distinctly, text_width, wrapped
from charts.kit.theme import SMALL_SIZE, Look, as_of_note
from model.codes import UNCOUNTED, TargetKind, TargetStatus
from model.edges import Row
from model.exactness import row_qualifier, sign_of, with_sign
from model.facts import is_older
from model.folding import vietnamese_key

_SILENT: Final = (TargetStatus.NO_TARGET, *UNCOUNTED)
_ORDER: Final = {status.value: place for place, status in enumerate(TargetStatus)}
_LINE: Final = 17  # px that one more line of a name takes
_GAP: Final = "\u00a0"  # between the mark and its name


@dataclass(frozen=True)
class Block:
    """One figure: headings (px from the top, status, number of units), rows (px from the top, row), and wrapped names.

    The name stands over the bar, “uploads/target” beside it. The first status `goes_on` where the figure before, or the
    section before of a long list, ends with it.
    """

    headings: tuple[tuple[float, str, int], ...]
    rows: tuple[tuple[float, Row], ...]
    names: tuple[tuple[str, ...], ...]
    wide: bool
    afar: bool = False  # a picture to project: lower rows, whose letters are larger beside them
    goes_on: bool = False

    @property
    def heading_height(self) -> float:
        """The height of a heading in px."""
        return 20 if self.afar else 26

    def height_of(self, row: Row, name: Sequence[str]) -> float:
        """The height of a row in px, less without a bar, more for long names."""
        high = 24 if is_silent(row) else 37 if self.wide else 39
        return self.below(name) + high - (5 if self.afar and self.wide else 3 if self.afar else 0)

    @staticmethod
    def below(name: Sequence[str]) -> float:
        """The extra distance in px of numbers and bar under a wrapped name."""
        return _LINE * (len(name) - 1)

    text_at = 9.0  # px below the top of a row

    @property
    def bar_at(self) -> float:
        return 26.0 if not self.wide else 24.0 if self.afar else 25.0

    def ratio_y(self, row: Row) -> float:
        """The vertical position of “uploads/target”: beside the bar, or beside the name where there is none."""
        return self.text_at if is_silent(row) else self.bar_at

    @property
    def height(self) -> float:
        """The end of the last row in px."""
        y, row = self.rows[-1]
        return y + self.height_of(row, self.names[-1])


def is_silent(row: Row) -> bool:
    """Whether there is nothing to compare: no target, no upload, or nothing published."""
    return row["status"] in _SILENT


def percent_of(row: Row, kind: TargetKind) -> float | None:
    """The position of another kind of target on the scale of the chosen one."""
    return 100 * row[kind] / row["target"] if row["target"] and row[kind] is not None else None


def count_text(count: int | None, qualifier: str | None, look: Look) -> str:
    """A count with its qualifier, on phones with its sign."""
    word = look.language.names.qualifier(qualifier) if look.wide else sign_of(qualifier)
    return f"{word} {look.language.numbers.count(count)}".strip()


def reached_text(row: Row, look: Look) -> str:
    """The percentage with its sign, since words would run into the bar."""
    return with_sign(look.language.numbers.percent(row["reached_pct"]), row_qualifier(row))


def gap_text(row: Row, look: Look) -> str:
    """The signed distance to the target."""
    return with_sign(look.language.numbers.signed(row["gap"]), row_qualifier(row))


def blocks_of(rows: Sequence[Row], count: int, look: Look, room: float, part: slice = slice(None)) -> list[Block]:
    """The rows by verdict and best first, or a `part` of them, split into `count` blocks, each with status headings.

    Names wrap at `room` px.
    """
    everyone = sorted(rows, key=_place)
    ordered = everyone[part]
    units = Counter(str(row["status"]) for row in rows)
    newest = max((row["as_of"] for row in rows if row["as_of"]), default=None)
    size = -(-len(ordered) // count)
    names = _names(ordered, newest, room, look)
    parts = [slice(first, first + size) for first in range(0, len(ordered), size)]
    before = [None, *(row["status"] for row in everyone)][part]  # of the row above each
    return [_block(ordered[part], names[part], units, look, before[part.start]) for part in parts]


def _place(row: Row) -> tuple[Any, ...]:
    """The sort key: by verdict, highest percentage first; units that cannot be compared last."""
    return (
        is_silent(row),
        _ORDER[row["status"]],
        -(row["reached_pct"] or 0),
        -(row["uploads"] or 0),
        vietnamese_key(row["short_name"]),
    )


def _block(
    rows: Sequence[Row], names: Sequence[tuple[str, ...]], units: Mapping[str, int], look: Look, before: str | None
) -> Block:
    """The rows of one figure; `before` is the status of the row above them, in another figure."""
    headings: list[tuple[float, str, int]] = []
    lines: list[tuple[float, Row]] = []
    empty = Block((), (), (), look.wide, look.afar)
    y = 0.0
    for status, group in groupby(zip(rows, names, strict=True), key=lambda pair: str(pair[0]["status"])):
        headings.append((y, status, units[status]))
        y += empty.heading_height
        for row, name in group:
            lines.append((y, row))
            y += empty.height_of(row, name)
    goes_on = rows[0]["status"] == before
    return Block(tuple(headings), tuple(lines), tuple(names), look.wide, look.afar, goes_on)


def _names(rows: Sequence[Row], newest: datetime | None, room: float, look: Look) -> list[tuple[str, ...]]:
    """Wrapped names; only words wider than the room are cut."""
    names = [look.language.names.word(row["short_name"]) + older_day(row, newest, look) for row in rows]
    lines = [wrapped(name, SMALL_SIZE, room - text_width(_GAP, SMALL_SIZE)) for name in names]
    return [tuple(shortened_distinctly([f"{_GAP}{line}" for line in name], SMALL_SIZE, room)) for name in lines]


def older_day(row: Row, newest: datetime | None, look: Look) -> str:
    """The day of a count older than the newest one; "" for others."""
    moment = row["as_of"]
    if row["uploads"] is None or not is_older(moment, newest):
        return ""
    return f" ({look.language.numbers.date(moment)})"


def comparable_count(status: str, count: int, look: Look) -> str:
    """“20 đơn vị”: the number of units in the chart; unpublished ones only if sources mention them."""
    texts = look.language.charts
    sentence = texts.units_spoken_of if status == TargetStatus.NOT_PUBLISHED else texts.units
    return sentence.format(count=look.language.numbers.count(count))


def ratio(row: Row, look: Look) -> str:
    """“uploads/target”; silent units are unknown, not 0."""
    count = None if row["status"] in UNCOUNTED else row["uploads"]
    uploads = look.language.facts.starred(count_text(count, row["qualifier"], look), printed=row["printed"])
    return f"{uploads}/{count_text(row['target'], row['target_qualifier'], look)}"


def _target_text(row: Row, kind: TargetKind, look: Look) -> str:
    """A target of one kind; the one compared with has its qualifier, which is all that rows know of."""
    word = row["target_qualifier"] if row[kind] == row["target"] else None
    return look.language.names.qualified(look.language.numbers.count(row[kind]), word)


def hover_text(row: Row, look: Look) -> str:
    """The hover text of a unit."""
    names, numbers, texts = look.language.names, look.language.numbers, look.language.charts
    status = names.target_status(row["status"])
    word = row_qualifier(row)
    share = names.qualified(numbers.percent(row["reached_pct"]), word)
    gap = with_sign(numbers.signed(row["gap"]), word)
    reached = f" · {share} · {gap}" if not is_silent(row) else ""
    lines = [
        f"<b>{escape_text(names.word(row['unit_name']))}</b>",
        f"{status}{reached}",
        f"{texts.column_ratio}: {ratio(row, look)}",
        *(f"{names.target_kind(kind)}: {_target_text(row, kind, look)}" for kind in TargetKind),
        as_of_note(look, row["as_of"]),
    ]
    return "<br>".join(line for line in lines if line)
