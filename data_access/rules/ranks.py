"""Values as places: order, shared ranks, the first N and the rest that completes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import polars as pl

from model.catalogue import Group
from model.codes import Basis
from model.edges import Row
from model.exactness import opposite_direction, ratio_qualifier, sum_qualifier
from model.facts import Source
from model.filters import Filters
from model.folding import vietnamese_key
from model.frames import RANKING
from model.results import Ranking

REST: Final = "Còn lại"
EVERYBODY: Final = 1_000_000  # places: more than there are units


def in_order(groups: Sequence[Group], values: Mapping[str, float]) -> list[Group]:
    """The groups with a value, highest first; equal ones in the order of their names."""
    ranked = [group for group in groups if group.code in values]
    return sorted(ranked, key=lambda group: (-values[group.code], vietnamese_key(group.short_name)))


def ranks(values: Mapping[str, float]) -> dict[str, int]:
    """The place of each value; equal values share one: 1, 2, 2, 4."""
    places: dict[str, int] = {}
    previous, place = None, 0
    for index, (code, value) in enumerate(sorted(values.items(), key=lambda item: -item[1]), start=1):
        place = place if value == previous else index
        places[code], previous = place, value
    return places


@dataclass(frozen=True)
class RankedPlaces:
    """All places, before the first N of them are taken.

    `whole` is what shares are of (None for rates), `total` what the rest completes; both stay as N changes.
    """

    order: Sequence[Group]
    values: Mapping[str, float]
    whole: float | None
    total: float | None
    unlisted: int = 0  # units that are in the total without a place of their own
    rank_before: Mapping[str, int] = field(default_factory=dict)
    clusters: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    whole_qualifier: str | None = None  # the word of a whole that is known apart from its parts
    is_ordered: bool = True  # False: others may stand above or between, so that nobody has a place
    units: int | None = None  # everybody asked about, known or not

    def frame(self, top: int) -> pl.DataFrame:
        """RANKING: the first `top` places, then the rest where there is one."""
        place = ranks(self.values) if self.is_ordered else {}
        rows, running = [], 0.0
        for count, group in enumerate(self.order[:top], start=1):
            value = self.values[group.code]
            running += value
            cluster, cluster_rank = self.clusters.get(group.code, (None, None))
            rows.append(
                {
                    "rank": place.get(group.code),
                    **_names(group.code, group.name, group.short_name),
                    **self._shares(value, running),
                    "rank_before": self.rank_before.get(group.code),
                    "cluster": cluster,
                    "cluster_rank": cluster_rank,
                    "qualifier": self.qualifiers.get(group.code),
                    **self._share_words(self.qualifiers.get(group.code), self._word_of_first(count)),
                }
            )
        if self.rest_units(top):
            rest = None if self.total is None else self.total - running
            rows.append({**_names(None, REST, REST), **self._shares(rest, self.total), **self._rest_words(top, rest)})
        return pl.DataFrame(rows, schema=RANKING)

    def ranking(
        self,
        filters: Filters,
        basis: Basis,
        moment: datetime | None,
        source: Source,
        *,
        without_value: int,
        before: datetime | None = None,
    ) -> Ranking:
        """The first places that the filters ask for, with everything known about them."""
        return Ranking(
            self.frame(filters.top),
            filters.measure,
            basis,
            self.total,
            self.rest_units(filters.top),
            without_value,
            moment,
            before,
            self.shown_share(filters.top),
            self.first_over(2),
            self.first_over(min(filters.top, len(self.order))),
            source,
            self.whole,
            self.is_ordered,
            len(self.order),
            self.units,
            self.whole_qualifier,
        )

    def rest_units(self, top: int) -> int:
        """The number of places behind “Còn lại”: unions, or provinces where they are merged."""
        return len(self.order[top:]) + self.unlisted

    def _word_of_first(self, count: int) -> str | None:
        """The qualifier of the sum of the first so many places."""
        if not self.qualifiers:
            return None
        return sum_qualifier(self.qualifiers.get(group.code) for group in self.order[:count])

    def _share_words(self, own: str | None, running: str | None) -> Row:
        """The qualifiers of shares of a number and of a sum: exact parts of “hơn 163.532” are less than they read."""
        if not self.whole:
            return {}
        words = (ratio_qualifier(word, self.whole_qualifier) for word in (own, running))
        return dict(zip(("share_qualifier", "cumulative_qualifier"), words, strict=True))

    def _rest_words(self, top: int, rest: float | None) -> Row:
        """The qualifiers of the rest, of a whole that keeps its “hơn” or of the places that are not shown.

        Where places and rest are the whole their shares are 100% together: one is more as the other is less.
        """
        if rest is None:
            return {}
        list_word, others = (
            self._word_of_first(top),
            sum_qualifier(self.qualifiers.get(group.code) for group in self.order[top:]),
        )
        own = ratio_qualifier(self.whole_qualifier, list_word) if self.unlisted else others
        words = self._share_words(own, sum_qualifier((list_word, others)))
        if self.whole and self.total == self.whole:
            words = {"share_qualifier": opposite_direction(ratio_qualifier(list_word, self.whole_qualifier))}
        return {"qualifier": own, **words}

    def shown_share(self, top: int) -> float | None:
        """Share of the places shown, in percent."""
        total = sum(self.values[group.code] for group in self.order[:top])
        return 100 * total / self.whole if self.whole and self.order else None

    def first_over(self, place: int) -> float | None:
        """How many times the last of the first `place` places fits into the first; None where there are fewer."""
        if not self.is_ordered or not 1 < place <= len(self.order):
            return None
        first, other = (self.values[self.order[index].code] for index in (0, place - 1))
        return first / other if other else None

    def _shares(self, value: float | None, running: float | None) -> Row:
        def share(part: float | None) -> float | None:
            return 100 * part / self.whole if self.whole and part is not None else None

        return {"value": value, "share_pct": share(value), "cumulative_pct": share(running)}


def _names(code: str | None, name: str, short_name: str) -> Row:
    return {"unit_code": code, "unit_name": name, "short_name": short_name}
