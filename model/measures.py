"""The register of measures: how each is computed and formatted, and which pages offer it."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from model.codes import Basis, Measure


class Computed(Enum):
    """How the value of a unit is computed."""

    COLUMN = "column"  # the sum of a column of COUNTS (model/frames.py)
    PER_MEMBERS = "per_members"  # that, per 100 members
    PEOPLE = "people"  # distinct authors
    TARGET = "target"  # percent of its target


@dataclass(frozen=True)
class Declared:
    """One measure. Its label is `names.measures[code]` in every language."""

    unit: str  # count, vnd, percent or rate: how every page and file writes a value
    computed: Computed = Computed.COLUMN
    column: str = "uploads"  # of COUNTS
    known_by: str = ""  # column of COUNTS that is 0 where a value is unknown; empty: no record counts as zero
    metrics: tuple[str, ...] = ()  # of the ledger; empty: never printed for several units
    printed_scale: int = 1  # the database's units in one printed unit
    pages: tuple[str, ...] = ("ranking", "map")  # whose own widget offers it; the sidebar offers all

    @property
    def is_additive(self) -> bool:
        """Whether values of units can be summed."""
        return self.computed in (Computed.COLUMN, Computed.PEOPLE)


MEASURES: Final = {
    Measure.UPLOADS: Declared("count", metrics=("sang_kien_cap_nhat", "moc_300000", "luot_nop_sang_kien")),
    Measure.VALID: Declared("count", column="valid", metrics=("sang_kien_hop_le",)),
    Measure.BENEFIT: Declared(
        "vnd",
        column="benefit_vnd",
        known_by="benefit_count",
        metrics=("gia_tri_lam_loi",),
        printed_scale=10**9,
    ),
    Measure.PER100: Declared("rate", Computed.PER_MEMBERS),
    Measure.REACHED: Declared("percent", Computed.TARGET),
    Measure.PEOPLE: Declared("count", Computed.PEOPLE, metrics=("nguoi_tham_gia", "nguoi_dang_ky")),
}
ADDITIVE: Final = tuple(measure for measure, declared in MEASURES.items() if declared.is_additive)


def unit_of(measure: Measure) -> str:
    """The unit of a measure: count, vnd, percent or rate."""
    return MEASURES[measure].unit


def is_money(measure: Measure) -> bool:
    """Whether values are amounts in đồng."""
    return unit_of(measure) == "vnd"


def is_judged(measure: Measure) -> bool:
    """Whether values are relative to a target, which needs other colours and bands."""
    return MEASURES[measure].computed is Computed.TARGET


def measures_on(page: str) -> list[Measure]:
    """The measures that a page offers, in order."""
    return [measure for measure, declared in MEASURES.items() if page in declared.pages]


def is_of_one_moment(basis: Basis, measure: Measure) -> bool:
    """Whether only figures printed for one moment are ranked, while others are known of another day."""
    return basis is Basis.PUBLISHED and not is_judged(measure)
