"""Whether the units of a scope have places on a map at all."""

from model.catalogue import Catalogue
from model.filters import Filters

NO_MAP = "none"  # of a programme's boundary


def has_places(catalogue: Catalogue, filters: Filters) -> bool:
    """Whether any unit that is ranked there belongs to a province, and the programme wants its map."""
    if catalogue.programme(filters.programme).boundary == NO_MAP:
        return False
    return any(unit.province_code for unit in catalogue.members(filters))
