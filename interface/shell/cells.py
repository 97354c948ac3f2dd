"""Cells of a list of initiatives in words; people only for those who may see them."""

from typing import Any, Final

from exports.csv.rows import OF_PEOPLE
from interface.shell.access import may_see_people
from interface.shell.visit import Visit
from model.codes import LEVELS, NONE, OWNERSHIPS, POSITIONS, SEXES, SOLUTIONS, STATUSES
from model.edges import Row

_UNKNOWN: Final = "–"


def written(name: str, row: Row, visit: Visit) -> str:
    """One value as the reader's language writes it; people only for those who may see them."""
    return _UNKNOWN if name in OF_PEOPLE and not may_see_people() else _in_words(name, row, visit)


def _in_words(name: str, row: Row, visit: Visit) -> str:
    """One value as the reader's language writes it."""
    language, names = visit.language, visit.language.names
    numbers = language.numbers
    value: Any = row.get(_FIELDS.get(name, name))
    if value is None:
        return _UNKNOWN
    if name in _CODES:
        code = _CODES[name][value]
        labels = {
            "status": names.statuses,
            "level": names.levels,
            "ownership": names.ownerships,
            "position": names.positions,
            "solution": names.solutions,
            "sex": language.people.sexes,
            "status_now": names.statuses,
            "level_now": names.levels,
        }
        return labels[name].get(code, _UNKNOWN)
    if name == "unit":
        return visit.catalogue.unit_by_id[value].short_name
    if name == "sector":
        return names.sector(visit.catalogue.sector_by_id[value].code if value in visit.catalogue.sector_by_id else NONE)
    if name.endswith("_at"):
        return numbers.moment(value)
    if name == "applied":
        return language.explore.answers[str(value)]
    return numbers.count(value) if isinstance(value, int) else str(value)


_FIELDS: Final = {"unit": "unit_id", "sector": "sector_id"}
_CODES: Final = {
    "status": STATUSES,
    "level": LEVELS,
    "ownership": OWNERSHIPS,
    "position": POSITIONS,
    "solution": SOLUTIONS,
    "sex": SEXES,
    "status_now": STATUSES,
    "level_now": LEVELS,
}
