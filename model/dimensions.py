"""The register of cube dimensions, from which tables, cells, cross tables and seals follow."""

from dataclasses import dataclass
from typing import Final

from model.codes import BENEFIT_BANDS, LEVELS, OWNERSHIPS, POSITIONS


@dataclass(frozen=True)
class Dimension:
    """A non-negative, non-null column of `initiative`, of its cells and of frozen cells.

    Unrecorded values are 0, the first code (“none”).
    """

    column: str
    code: str  # in cross tables and their addresses
    bits: int  # room for its numbers where cells are packed: 63 for all of them and the event
    codes: tuple[str, ...] = ()  # the place of a code is its number; empty where the numbers are data
    names: str = ""  # field of language.names


# Append only: a new one comes last, with a migration that adds its column to the tables of cells.
CUBE: Final = (
    Dimension("unit_id", "unit", 31),
    Dimension("sector_id", "sector", 15, names="sectors"),
    Dimension("ownership", "ownership", 3, OWNERSHIPS, "ownerships"),
    Dimension("position", "position", 3, POSITIONS, "positions"),
    Dimension("level", "level", 3, LEVELS, "levels"),
    Dimension("benefit_band", "band", 3, BENEFIT_BANDS),
)
DIMENSIONS: Final = tuple(dimension.column for dimension in CUBE)
# What seals covered before they named their columns.
FIRST_SEALED: Final = "unit_id,sector_id,ownership,position,level,benefit_band"
