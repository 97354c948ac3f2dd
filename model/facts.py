"""A number with its provenance."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final


@dataclass(frozen=True)
class Source:
    """The source of a number. `kind` is records, target, published or derived; other fields are shown as they are."""

    kind: str
    title: str = ""
    url: str = ""
    quote: str = ""
    note: str = ""
    title_en: str = ""  # of what has two names


@dataclass(frozen=True)
class Fact:
    """One number. `value` None means unknown (“chưa có số liệu”), never 0.

    `counts` names what is counted (uploads, valid, recognised, people, …), `qualifier` keeps “hơn”, “trên”, “gần”.
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
        """The fact beside figures of a moment; published figures of an earlier day are marked as older."""
        printed = self.source.kind in ("published", "derived") and self.value is not None
        return replace(self, is_older=True) if printed and is_older(self.as_of, moment) else self


def is_older(moment: datetime | None, beside: datetime | None) -> bool:
    """Whether a number is from an earlier day than those beside it, and must be dated."""
    return moment is not None and beside is not None and moment.date() < beside.date()


UNKNOWN: Final = Source("unknown")


def counted_units(within: str | None) -> str:
    """What a number of units counts: those of the programme, or those inside one of them."""
    return "units_inside" if within else "units"
