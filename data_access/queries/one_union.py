"""The place of one union among all, and the unions directly below it, for files about it alone."""

from dataclasses import dataclass
from typing import Final

from data_access.queries.ranking import fetch_ranking
from data_access.queries.unit import fetch_unit
from data_access.rules.ranks import EVERYBODY
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Unit
from model.codes import Boundary, Measure
from model.filters import Filters
from model.profile import Profile
from model.results import Ranking

_UPPER: Final = 10


@dataclass(frozen=True)
class Neighbour:
    """The unit one place above or below, and its distance, which is never negative."""

    unit: Unit
    difference: float | None


@dataclass(frozen=True)
class OneUnion:
    """The union that a file is about."""

    profile: Profile
    measure: Measure
    above: Neighbour | None
    below: Neighbour | None
    upper: Ranking | None  # the unions directly below it; None where the programme knows none


@remembered
def fetch_one_union(records: Records, filters: Filters) -> OneUnion | None:
    """Its place, neighbours and own upper unions; None where the filters mean more or fewer than one."""
    if len(filters.units) != 1 or filters.boundary is Boundary.NEW:
        return None
    code, profile = filters.units[0], fetch_unit(records, filters)
    around = fetch_ranking(records, filters.changed(units=(), boundary=Boundary.OLD, top=EVERYBODY)).frame
    values = {row["unit_code"]: row["value"] for row in around.iter_rows(named=True)}
    programme = records.catalogue.programme(filters.programme)
    # Files and letters of an account of some units tell of nobody else.
    beside = (profile.previous, profile.following) if records.reach_of(programme.code) is None else (None, None)
    above, below = (_neighbour(neighbour, values, code) for neighbour in beside)
    upper = None
    if records.catalogue.has_below(programme.id, code):
        upper = fetch_ranking(records, filters.changed(units=(), within=code, top=_UPPER))
    return OneUnion(profile, filters.measure, above, below, upper)


def _neighbour(unit: Unit | None, values: dict[str, float | None], code: str) -> Neighbour | None:
    if unit is None:
        return None
    own, other = values.get(code), values.get(unit.code)
    return Neighbour(unit, None if own is None or other is None else abs(own - other))
