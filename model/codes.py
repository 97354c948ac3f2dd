"""Codes of the dimensions: the word in addresses and files, and the stored number."""

from enum import IntEnum, StrEnum
from typing import Final

LANGUAGE_CODES: Final = ("vi", "en")  # what addresses may ask for; the first is spoken where they do not say


class Event(IntEnum):
    """An event in the life of an initiative. Each is counted on its own day (design.md section 3)."""

    UPLOADED = 1
    VALID = 2
    INVALID = 3
    REWARDED = 4
    APPLIED = 5
    REPLICATED = 6


class Basis(StrEnum):
    """The source of the numbers: our records, or published figures."""

    RECORDS = "records"
    PUBLISHED = "published"


class DataKind(StrEnum):
    """Whether the records of a programme are real or simulated."""

    OFFICIAL = "official"
    SIMULATED = "simulated"
    PUBLISHED_ONLY = "published only"


class TargetKind(StrEnum):
    """A unit’s kinds of targets: registered by itself, assigned from above, or guided by its members."""

    REGISTERED = "registered"
    ASSIGNED = "assigned"
    GUIDED = "guided"


class Measure(StrEnum):
    """What a ranking counts. The last two extend design.md section 7 for the four ranking bases."""

    UPLOADS = "uploads"
    VALID = "valid"
    BENEFIT = "benefit"
    PER100 = "per100"
    REACHED = "reached"
    PEOPLE = "people"


class TargetStatus(StrEnum):
    """The verdict on a unit and its target (rules/status.py), in display order."""

    EXCEEDED = "exceeded"
    MET = "met"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    TOO_EARLY = "too_early"
    MISSED = "missed"
    NO_TARGET = "no_target"
    NOT_BEGUN = "not_begun"
    NOT_REPORTED = "not_reported"
    NOT_PUBLISHED = "not_published"
    NOT_COMPARABLE = "not_comparable"


# The results of these units are unknown, or nothing was due yet: their count is not zero.
UNCOUNTED: Final = (TargetStatus.NOT_BEGUN, TargetStatus.NOT_REPORTED, TargetStatus.NOT_PUBLISHED)


class Boundary(StrEnum):
    """The list of provinces: before or since 01/07/2025."""

    OLD = "63"
    NEW = "34"


NONE: Final = "none"

# The position of a code in its tuple is the number stored in the database. Append only.
OWNERSHIPS: Final = (NONE, "state", "nonstate", "fdi")
POSITIONS: Final = (NONE, "worker", "manager", "officer")
LEVELS: Final = (NONE, "grassroots", "upper", "province", "ministry", "national")
STATUSES: Final = ("review", "valid", "invalid")
SOLUTIONS: Final = (NONE, "technical", "management", "operational", "technology", "research")
SEXES: Final = (NONE, "male", "female")
BENEFIT_BANDS: Final = (NONE, "under-30", "30-100", "100-500", "500-up")

# `city` extends design.md section 7: the five cities directly under the centre (question S7); `province` is the others.
KINDS: Final = ("provincial", "province", "city", "industry", "corporation")
REGIONS: Final = ("tdmnpb", "dbsh", "btb-dhmt", "tn", "dnb", "dbscl")

BILLION_VND: Final = 1_000_000_000
BAND_LIMITS_VND: Final = (30 * BILLION_VND, 100 * BILLION_VND, 500 * BILLION_VND)


def benefit_band(benefit_vnd: int | None) -> int:
    """Index of a benefit's band, in VND: below 30, 30 to 100, 100 to 500, 500 billion and above."""
    if benefit_vnd is None:
        return 0
    return 1 + sum(benefit_vnd >= limit for limit in BAND_LIMITS_VND)


# The three sectors that the author-group scheme of baomoi calls "đơn vị sự nghiệp" (domain.md b.4).
PUBLIC_SERVICE_SECTORS: Final = ("hcsn", "giao-duc", "y-te")
