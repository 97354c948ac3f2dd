"""Single initiatives in words: values of columns, on the page and in files."""

from collections.abc import Mapping
from typing import Final

from language.languages import Language
from model.catalogue import Catalogue
from model.codes import LEVELS, NONE, OWNERSHIPS, POSITIONS, SEXES, SOLUTIONS, STATUSES
from model.edges import Row

UNKNOWN: Final = "–"
OF_PEOPLE: Final = ("author", "sex")  # columns for those who may see people
COLUMNS: Final = (
    *("code", "title", "author", "sex", "position", "unit", "upper", "grassroots", "sector", "ownership", "solution"),
    *("status", "level", "applied", "applied_at", "replicated", "replicated_at", "benefit_vnd"),
    *("uploaded_at", "decided_at", "rewarded_at", "batch_id"),
)
LISTED: Final = (
    *("code", "title", "author", "unit", "grassroots", "sector"),
    *("status", "level", "benefit_vnd", "uploaded_at", "applied_at", "replicated", "replicated_at"),
)
_FIELDS: Final = {"unit": "unit_id", "sector": "sector_id"}
_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "position": POSITIONS,
    "sex": SEXES,
    "ownership": OWNERSHIPS,
    "solution": SOLUTIONS,
    "status": STATUSES,
    "level": LEVELS,
    "status_now": STATUSES,
    "level_now": LEVELS,
}

Labels = Mapping[str, Mapping[int, str]]  # by column and stored number


def labels_of(catalogue: Catalogue, language: Language) -> Labels:
    """The label of every number stored in a coded column."""
    names = language.names
    words = {
        "position": names.positions,
        "sex": language.people.sexes,
        "ownership": names.ownerships,
        "solution": names.solutions,
        "status": names.statuses,
        "level": names.levels,
        "status_now": names.statuses,
        "level_now": names.levels,
    }
    coded = {
        name: {number: words[name][code] for number, code in enumerate(codes) if code in words[name]}
        for name, codes in _CODES.items()
    }
    return {
        **coded,
        "unit": {number: names.word(unit.short_name) for number, unit in catalogue.unit_by_id.items()},
        "sector": {number: names.sector(sector.code) for number, sector in catalogue.sector_by_id.items()},
        "applied": {number: language.explore.answers[str(bool(number))] for number in (0, 1)},
    }


def write_value(
    name: str, row: Row, labels: Labels, language: Language, *, with_people: bool, seconds: bool = False
) -> str:
    """One formatted value; authors only for readers who may see them. `seconds`: of moments, even if they are zero."""
    value = row.get(_FIELDS.get(name, name))
    if value is None or (name in OF_PEOPLE and not with_people):
        return UNKNOWN
    if name in labels:
        return labels[name].get(value, language.names.sector(NONE) if name == "sector" else UNKNOWN)
    if name.endswith("_at"):
        return language.numbers.moment(value, seconds=seconds)
    return count_or_text(value, language)


def count_or_text(value: object, language: Language) -> str:
    """A whole number as a count, anything else as its text."""
    return language.numbers.count(value) if isinstance(value, int) else str(value)
