"""A number with everything that lets a reader defend it."""

from dataclasses import dataclass
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


UNKNOWN: Final = Source("unknown")
