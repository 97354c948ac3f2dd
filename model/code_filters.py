"""What is declared of a filter whose values are codes."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from model.codes import NONE

Stored: TypeAlias = int | bool | None


class Narrows(Enum):
    """What a filter restricts. Targets exist by unit, not by kind of initiative."""

    UNITS = "units"
    ROWS = "rows"
    STATUS = "status"  # rows too, but judged by the events up to a moment


class SidebarGroup(Enum):
    """The sidebar section of a filter."""

    PLACE = "place"
    MORE = "more"
    NOWHERE = "nowhere"  # in addresses only


@dataclass(frozen=True)
class CodeFilter:
    """A filter whose values are codes. `field` is its field in Filters.

    Its label is `filter_names[parameter]`, and its codes are named in `names.<field>` of every language.
    """

    parameter: str  # of the address
    narrows: Narrows
    codes: tuple[str, ...] = ()  # empty: they are data, and the catalogue knows them
    column: str | None = None  # of `initiative`, for ROWS
    stored: tuple[Stored, ...] = ()  # what the column holds for each code; empty: the place of the code
    offered: tuple[str, ...] = ()  # the order of the widget; empty: as declared, “none” last
    group: SidebarGroup = SidebarGroup.MORE
    field: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """The fixed codes in the order of the widget."""
        return self.offered or (*(c for c in self.codes if c != NONE), *(c for c in self.codes if c == NONE))

    @property
    def numbers(self) -> dict[str, Stored]:
        """The stored number of each fixed code."""
        return dict(zip(self.codes, self.stored or range(len(self.codes)), strict=True))
