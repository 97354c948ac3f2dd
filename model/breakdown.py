"""A whole split by one named scheme."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

import polars as pl

from model.edges import Row
from model.exactness import ratio_qualifier, size_qualifier, sum_qualifier
from model.facts import Source


@dataclass(frozen=True)
class Breakdown:
    """A whole split by one named scheme. `gap` is stated total minus parts.

    Where `stated_counts` differs from `counts` the units differ, and shares refer to the parts' sum. `kind` parts adds
    up; in a ladder each step includes the next (shares of the first); a list does neither.
    """

    frame: pl.DataFrame  # SECTORS
    scheme: str
    label_vi: str
    label_en: str
    counts: str
    kind: str  # parts, ladder, list
    parts_total: int | None
    stated_total: int | None
    stated_counts: str
    stated_qualifier: str | None
    gap: int | None
    as_of: datetime | None
    source: Source
    owner: str = ""  # code of the unit it speaks of; empty for the whole programme
    day_inferred: bool = False  # no source names the day of `as_of`
    names_en: Mapping[str, str] = field(default_factory=dict)  # of the parts, by sector_code
    note_vi: str = ""
    note_en: str = ""

    @property
    def divides(self) -> bool:
        """Whether it says more than the whole: one part alone of the records is the whole, as of a sector asked for."""
        return self.shown_parts.height > (1 if self.source.kind == "records" else 0)

    @property
    def parts_qualifier(self) -> str | None:
        """The qualifier of the sum of published parts."""
        printed = self.frame.filter(pl.col("sector_code") != "rest") if self.gap else self.frame
        return sum_qualifier(printed["qualifier"].to_list())

    def share_word(self, row: Row) -> str | None:
        """The qualifier of a part's share: “ít nhất 40.000” of “ít nhất 52.000” is only “about”."""
        if self.kind == "ladder":
            return ratio_qualifier(row["qualifier"], self.frame["qualifier"][0])
        is_stated = self.stated_total is not None and self.stated_counts == self.counts
        return ratio_qualifier(row["qualifier"], self.stated_qualifier if is_stated else self.parts_qualifier)

    @property
    def gap_qualifier(self) -> str | None:
        """The qualifier of the size of the gap."""
        return size_qualifier(ratio_qualifier(self.stated_qualifier, self.parts_qualifier), self.gap or 0)

    @cached_property
    def shown_parts(self) -> pl.DataFrame:
        """The parts to show in files: where parts add up, only those above zero."""
        return self.frame[[at for at, n in enumerate(self.frame["uploads"].to_list()) if n or self.parts_total is None]]
