"""Whether anybody takes part in a programme: most that can be told needs somebody who does."""

from model.catalogue import Catalogue
from model.filters import Filters


def somebody_takes_part(catalogue: Catalogue, programme: str) -> bool:
    """Whether any unit is ranked in the programme of that code."""
    return bool(catalogue.members(Filters(programme=programme)))
