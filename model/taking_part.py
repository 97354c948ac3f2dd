"""Whether a programme has any units; most answers need some."""

from model.catalogue import Catalogue
from model.filters import Filters


def has_members(catalogue: Catalogue, programme: str) -> bool:
    """Whether any unit is ranked in the programme with that code."""
    return bool(catalogue.members(Filters(programme=programme)))
