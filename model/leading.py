"""The first places of a ranking, where a scope has some of them."""

from dataclasses import dataclass
from datetime import datetime

from model.codes import Measure


@dataclass(frozen=True)
class Leading:
    """Which of the first `places` overall belong to a narrowed scope, and the value needed to be among them."""

    places: int
    inside: tuple[tuple[str, str], ...]  # code and short name
    last_code: str
    last_name: str
    last_value: float
    last_qualifier: str | None
    measure: Measure
    is_order: bool  # else just the units that a source happened to print
    moment: datetime | None
