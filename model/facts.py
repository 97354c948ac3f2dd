"""A number with everything that lets a reader defend it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final


@dataclass(frozen=True)
class Source:
    """Where a number comes from. `kind` is records, target, published or derived; the rest is shown as it is."""

    kind: str
    title: str = ""
    url: str = ""
    quote: str = ""
    note: str = ""
    title_en: str = ""  # of what has two names


@dataclass(frozen=True)
class Fact:
    """One number. `value` None is “chưa có số liệu”: never 0, never a guess.

    `counts` names what is counted (uploads, valid, recognised, people, ...), `qualifier` keeps “hơn”, “trên”, “gần”.
    """

    value: float | int | None
    unit: str  # initiatives, percent, units, vnd, people
    counts: str
    as_of: datetime | None
    source: Source
    qualifier: str | None = None
    day_inferred: bool = False  # no source names the day of `as_of`
    is_older: bool = False  # than the moment asked for: its own day stands beside it
    is_printed: bool | None = None  # of made-up records: whether a source prints it for this moment

    def seen_at(self, moment: datetime | None) -> "Fact":
        """The same beside figures of a moment: what was printed on a day before says so."""
        printed = self.source.kind in ("published", "derived") and self.value is not None
        return replace(self, is_older=True) if printed and is_older(self.as_of, moment) else self


def is_older(moment: datetime | None, beside: datetime | None) -> bool:
    """Whether a number is of a day before that of the numbers beside it, and has to say so."""
    return moment is not None and beside is not None and moment.date() < beside.date()


UNKNOWN: Final = Source("unknown")
