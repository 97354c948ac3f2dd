"""The register of measures: what a value of each is, and whether values of units add up to one of the whole."""

from dataclasses import dataclass
from typing import Final

from model.codes import Measure


@dataclass(frozen=True)
class Declared:
    """`unit` is count, vnd, percent or rate: how every page and file writes a value."""

    unit: str
    is_additive: bool


MEASURES: Final = {
    Measure.UPLOADS: Declared("count", is_additive=True),
    Measure.VALID: Declared("count", is_additive=True),
    Measure.BENEFIT: Declared("vnd", is_additive=True),
    Measure.PER100: Declared("rate", is_additive=False),
    Measure.REACHED: Declared("percent", is_additive=False),
    Measure.PEOPLE: Declared("count", is_additive=True),
}
ADDITIVE: Final = tuple(measure for measure, declared in MEASURES.items() if declared.is_additive)


def unit_of(measure: Measure) -> str:
    """What a value of the measure is: count, vnd, percent or rate."""
    return MEASURES[measure].unit
