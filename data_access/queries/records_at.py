"""The records at the moments of published figures, each moment read once."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

import polars as pl

from data_access.ledger.ledger import WHOLE, Figure
from data_access.reference.reference_files import rows_of
from data_access.rows.grassroots import ids_of_grassroots, uploads_of_grassroots
from data_access.store.records import Records
from model.catalogue import Programme
from model.filters import Filters


class Looks:
    """One programme's records at the moments of the figures in its ledger."""

    def __init__(self, records: Records, programme: Programme, figures: Sequence[Figure]) -> None:
        self.records = records
        self.programme = programme
        self.last_moment = records.last_moment(programme.code)
        self._names = {figure.grassroots for figure in figures if figure.grassroots}
        self._by_unit: dict[datetime, dict[int, dict[str, int]]] = {}
        self._by_grassroots: dict[datetime, dict[int, int]] = {}

    def reach(self, figure: Figure) -> bool:
        """Whether the records reach the figure's day."""
        moment, last = figure.moment, self.last_moment
        return moment is not None and last is not None and moment.date() <= last.date()

    def scope(self, figure: Figure) -> Filters | None:
        """The filters for the figure's scope; None for an owner that the records do not know."""
        filters = Filters(programme=self.programme.code, as_of=figure.moment)
        if figure.owner == WHOLE:
            return None if self.records.sums_of(self.programme.code) else filters
        if figure.owner:
            return filters.changed(units=(figure.owner,))
        group = next((row for row in rows_of("unit_groups") if row["name"] == figure.holder), None)
        return filters.changed(units=tuple(group["units"].split("|"))) if group else None

    def by_unit(self, moment: datetime) -> dict[int, dict[str, int]]:
        """Counts of all units at a moment, by unit id and column of COUNTS; a unit without a row is missing."""
        if moment not in self._by_unit:
            filters = Filters(programme=self.programme.code, as_of=moment)
            counts = self.records.slice(filters).counts("unit_id")
            self._by_unit[moment] = {row["unit_id"]: row for row in counts.iter_rows(named=True)}
        return self._by_unit[moment]

    def total(self, figure: Figure, column: str) -> int | None:
        """A count of the figure's scope at its moment."""
        scope = self.scope(figure)
        if scope is None or figure.moment is None:
            return None
        counts = self.by_unit(figure.moment)
        return sum(counts[unit.id][column] for unit in self.records.catalogue.units_in(scope) if unit.id in counts)

    def grassroots_uploads(self, figure: Figure) -> int | None:
        """Uploads of the figure's grassroots union, at its moment."""
        number, moment = self._grassroots_id(figure), figure.moment
        if number is None or moment is None:
            return None
        if moment not in self._by_grassroots:
            ids = self._ids.values()
            self._by_grassroots[moment] = uploads_of_grassroots(self.records, self.programme, ids, moment)
        return self._by_grassroots[moment][number]

    def grassroots_target(self, figure: Figure) -> int | None:
        """The assigned target of the figure's grassroots union; None where none is recorded."""
        of_grassroots = pl.col("unit_id") == (self._grassroots_id(figure) or 0)
        same = of_grassroots & (pl.col("phase") == (figure.phase or 0)) & (pl.col("kind") == "assigned")
        targets = self.records.targets(self.programme.code).filter(same)
        return int(targets["value"][0]) if targets.height else None

    @cached_property
    def _ids(self) -> dict[tuple[str, str], int]:
        return ids_of_grassroots(self.records, self._names)

    def _grassroots_id(self, figure: Figure) -> int | None:
        """The union of that name, under the unit that the source names, if any; None unless there is exactly one."""
        numbers = [
            number
            for (name, above), number in self._ids.items()
            if name == figure.grassroots and figure.parent in (None, above)
        ]
        return numbers[0] if len(numbers) == 1 else None
