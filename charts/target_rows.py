"""Where every unit of the target chart stands: in order, under its status, in blocks of equal length."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from charts.kit.lettering import safe
from charts.kit.theme import Look, as_of_note
from model.codes import UNCOUNTED, TargetKind, TargetStatus
from model.edges import Row
from model.exactness import behind_sign, row_word, sign_of
from model.facts import is_older
from model.folding import vietnamese_key

_SILENT: Final = (TargetStatus.NO_TARGET, *UNCOUNTED)
_ORDER: Final = {status.value: place for place, status in enumerate(TargetStatus)}


@dataclass(frozen=True)
class Block:
    """Headings (px from the top, status, units in it) and rows (px from the top, row) of one figure.

    Wide: name and numbers over the bar. Narrow: “uploads/target” beside the bar, since one line cannot hold both.
    """

    headings: tuple[tuple[float, str, int], ...]
    rows: tuple[tuple[float, Row], ...]
    wide: bool
    heading_height: float = 26

    def height_of(self, row: Row) -> float:
        """Pixels of a row; without a bar it needs less."""
        if is_silent(row):
            return 24
        return 33 if self.wide else 39

    text_at = 9.0  # px below the top of a row

    @property
    def bar_at(self) -> float:
        return 22.0 if self.wide else 26.0

    def ratio_y(self, row: Row) -> float:
        """How high the percentage of a row stands."""
        return self.text_at if self.wide or is_silent(row) else self.bar_at

    @property
    def reached_at(self) -> float:
        return 0.855 if self.wide else 0.765

    @property
    def ratio_at(self) -> float:
        return 0.69 if self.wide else 1.0

    @property
    def name_room(self) -> float:
        """Pixels a name may take in the narrowest figure."""
        return 216 if self.wide else 166

    @property
    def height(self) -> float:
        """Where the last row ends."""
        y, row = self.rows[-1]
        return y + self.height_of(row)


def is_silent(row: Row) -> bool:
    """Whether there is nothing to compare: no target, nothing reported, or nothing published."""
    return row["status"] in _SILENT


def percent_of(row: Row, kind: TargetKind) -> float | None:
    """Where a target of another kind lies on the scale of the chosen one."""
    return 100 * row[kind] / row["target"] if row["target"] and row[kind] is not None else None


def counted(count: int | None, qualifier: str | None, look: Look) -> str:
    """A count behind the word that makes it inexact, on a phone behind its sign."""
    word = look.language.names.qualifier(qualifier) if look.wide else sign_of(qualifier)
    return f"{word} {look.language.numbers.count(count)}".strip()


def blocks_of(rows: Sequence[Row], count: int, *, wide: bool, part: slice = slice(None)) -> list[Block]:
    """The rows, verdict by verdict and best first, a `part` of them, in `count` blocks; each names its statuses."""
    ordered = sorted(rows, key=_place)[part]
    units = Counter(str(row["status"]) for row in rows)
    size = -(-len(ordered) // count)
    return [_block(ordered[first : first + size], units, wide=wide) for first in range(0, len(ordered), size)]


def _place(row: Row) -> tuple[Any, ...]:
    """Verdict by verdict, the highest percentage first in each; what cannot be compared stands last."""
    return (
        is_silent(row),
        _ORDER[row["status"]],
        -(row["reached_pct"] or 0),
        -(row["uploads"] or 0),
        vietnamese_key(row["short_name"]),
    )


def _block(rows: Sequence[Row], units: Mapping[str, int], *, wide: bool) -> Block:
    headings: list[tuple[float, str, int]] = []
    placed: list[tuple[float, Row]] = []
    empty = Block((), (), wide)
    y = 0.0
    for status, group in groupby(rows, key=lambda row: str(row["status"])):
        headings.append((y, status, units[status]))
        y += empty.heading_height
        for row in group:
            placed.append((y, row))
            y += empty.height_of(row)
    return Block(tuple(headings), tuple(placed), wide)


def older_day(row: Row, newest: datetime | None, look: Look) -> str:
    """The day of a count that is older than the newest one beside it: numbers of different days are told apart."""
    moment = row["as_of"]
    if row["uploads"] is None or not is_older(moment, newest):
        return ""
    return f" ({look.language.numbers.date(moment)})"


def ratio(row: Row, look: Look) -> str:
    """“uploads/target”; what was not reported is unknown, not 0."""
    done = None if row["status"] in UNCOUNTED else row["uploads"]
    uploads = look.language.facts.starred(counted(done, row["qualifier"], look), printed=row["printed"])
    return f"{uploads}/{counted(row['target'], row['target_qualifier'], look)}"


def told_of(row: Row, look: Look) -> str:
    """Everything of a unit, for the pointer."""
    names, numbers, texts = look.language.names, look.language.numbers, look.language.charts
    status = names.target_status(row["status"])
    word = row_word(row)
    share = names.qualified(numbers.percent(row["reached_pct"]), word)
    gap = behind_sign(numbers.signed(row["gap"]), word)
    reached = f" · {share} · {gap}" if not is_silent(row) else ""
    lines = [
        f"<b>{safe(names.word(row['unit_name']))}</b>",
        f"{status}{reached}",
        f"{texts.column_ratio}: {ratio(row, look)}",
        *(f"{names.target_kind(kind)}: {numbers.count(row[kind])}" for kind in TargetKind),
        as_of_note(look, row["as_of"]),
    ]
    return "<br>".join(line for line in lines if line)
