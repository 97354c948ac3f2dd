"""The rows below one unit, grouped by its children."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, literal_column, true

from data_access.database.schema import initiative
from model.catalogue import Catalogue, Programme
from model.filters import Filters


@dataclass(frozen=True)
class Within:
    """The rows below one unit. `child_of`: the child of each unit below it; `chosen`: only these children."""

    top: int  # the ranked unit that rows belong to
    parent: int
    child_of: Mapping[int, int]
    chosen: tuple[int, ...] | None

    @property
    def unit(self) -> ColumnElement[int]:
        """The child a row belongs to, or the unit itself where a row names none."""
        deeper = {number: child for number, child in self.child_of.items() if number != child}
        own = [number for number, child in self.child_of.items() if number == child]
        column = initiative.c.grassroots_id
        branches: list[tuple[ColumnElement[bool], ColumnElement[int]]] = [
            (column == literal_column(str(number)), literal_column(str(child))) for number, child in deeper.items()
        ]
        # Written out: PostgreSQL groups by an expression only where both hold the same parameters.
        is_own = column.in_([literal_column(str(number)) for number in own])
        here: ColumnElement[int] = case(*branches, (is_own, column), else_=literal_column(str(self.parent)))
        return here.label("unit_id")

    @property
    def rows(self) -> ColumnElement[bool]:
        """Which rows of the ranked unit count."""
        inside = [number for number, child in self.child_of.items() if self.chosen is None or child in self.chosen]
        if self.chosen is None:
            if self.parent == self.top:
                return true()
            inside.append(self.parent)
        return initiative.c.grassroots_id.in_(inside)


def within_of(
    filters: Filters, catalogue: Catalogue, programme: Programme, numbers: tuple[int, ...] | None
) -> Within | None:
    """The rows that `within` means; `numbers` are the children that other filters leave, None for all."""
    if filters.within is None:
        return None
    chain = catalogue.chain(programme.id, filters.within)
    ranked = {unit.id for unit in catalogue.ranked.get(programme.id, ())}
    top = next((unit for unit in reversed(chain) if unit.id in ranked), chain[0])
    return Within(top.id, chain[-1].id, catalogue.tree(programme.id).child_of(chain[-1].id), numbers)
