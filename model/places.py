"""Whether a scope can be shown on a map, and on which."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from model.catalogue import Catalogue, Unit
from model.codes import Boundary
from model.filters import Filters

NO_MAP: Final = "none"  # of a programme's boundary
_MERGED_ON: Final = date(2025, 7, 1)
_ENOUGH: Final = 2  # places that make a map


def has_places(catalogue: Catalogue, filters: Filters) -> bool:
    """Whether its ranked units belong to several provinces, and the programme allows a map."""
    if catalogue.programme(filters.programme).boundary == NO_MAP:
        return False
    return len({unit.province_code for unit in catalogue.members(filters)} - {None, ""}) >= _ENOUGH


def own_boundary(catalogue: Catalogue, filters: Filters) -> Boundary:
    """The list of provinces for a programme's map: as configured, otherwise by its dates."""
    programme = catalogue.programme(filters.programme)
    if programme.boundary:
        return Boundary.NEW if programme.boundary == Boundary.NEW else Boundary.OLD
    return Boundary.NEW if programme.start and programme.start >= _MERGED_ON else Boundary.OLD


def offers_boundaries(catalogue: Catalogue, filters: Filters) -> bool:
    """Whether readers may choose between provinces before and since the merger."""
    return has_places(catalogue, filters) and own_boundary(catalogue, filters) is Boundary.OLD


def share_places(catalogue: Catalogue, units: Iterable[Unit]) -> bool:
    """Whether any two units belong to one province of today."""
    provinces = [catalogue.province_of(unit) for unit in units]
    codes = [province.code_2025 for province in provinces if province]
    return len(set(codes)) < len(codes)
