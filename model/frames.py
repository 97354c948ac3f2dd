"""Columns of the frames that queries return and charts use. Frames are Polars; null is “chưa có số liệu”."""

from typing import Final, TypeAlias

import polars as pl

from model.codes import UNCOUNTED

Columns: TypeAlias = dict[str, type[pl.DataType] | pl.DataType]

# What a slice of the cube counts, after its dimensions. `uploads` counts the statuses asked for, all by default;
# `review` is a stock at the end of the period; `benefit_vnd` sums what was computed, `benefit_count` says of how many.
COUNTS: Final[Columns] = {
    "uploads": pl.Int64,
    "valid": pl.Int64,
    "invalid": pl.Int64,
    "review": pl.Int64,
    "rewarded": pl.Int64,
    "benefit_vnd": pl.Int64,
    "benefit_count": pl.Int64,
}

# One row per unit (or province of 2025) against its targets.
TARGETS: Final[Columns] = {
    "unit_code": pl.String,
    "unit_name": pl.String,
    "short_name": pl.String,
    "uploads": pl.Int64,  # what `measure` counts: uploads or valid
    "registered": pl.Int64,
    "assigned": pl.Int64,
    "guided": pl.Int64,
    "target": pl.Int64,  # the chosen one of the three
    "over_guided": pl.Int64,  # registered minus guided
    "reached_pct": pl.Float64,  # uploads / target x 100
    "gap": pl.Int64,  # uploads minus target
    "pace": pl.Float64,  # counted a day, mean of the last 7 days; null with fewer of them
    "needed": pl.Int64,  # a day until the last one, to meet the target; 0 where it is met
    "expected_pct": pl.Float64,  # share of the period's days that have passed x 100: a fact, no verdict
    "status": pl.String,  # a TargetStatus
    "qualifier": pl.String,  # of uploads
    "target_qualifier": pl.String,
    "target_source": pl.String,
    "said": pl.String,  # what a source says of the unit without a number: codes, “;” between them
    "as_of": pl.Datetime,  # of the count; printed ones differ from unit to unit
    "printed": pl.Boolean,  # of simulated records: whether a source prints this count; null where it is no question
}
# Those of them whose results are unknown, or from whom nothing was due yet: their count is not zero.
OF_UNCOUNTED: Final = pl.col("status").is_in([status.value for status in UNCOUNTED])

# One row per unit with a target and day that is drawn, best unit first.
TARGET_COURSES: Final[Columns] = {
    "unit_code": pl.String,
    "short_name": pl.String,
    "status": pl.String,  # a TargetStatus, of the last day
    "day": pl.Date,
    "reached_pct": pl.Float64,  # share of the target reached on that day x 100
}

# One row per place, the rest last with neither rank nor code.
RANKING: Final[Columns] = {
    "rank": pl.Int64,  # equal values share a rank: 1, 2, 2, 4
    "unit_code": pl.String,
    "unit_name": pl.String,
    "short_name": pl.String,
    "value": pl.Float64,
    "share_pct": pl.Float64,  # of the total in scope x 100; null for rates
    "cumulative_pct": pl.Float64,
    "rank_before": pl.Int64,
    "cluster": pl.String,
    "cluster_rank": pl.Int64,
    "qualifier": pl.String,
    "share_qualifier": pl.String,  # of the share: also what it is a share of may be inexact
    "cumulative_qualifier": pl.String,
    "printed": pl.Boolean,  # as in TARGETS
}

# One row per unit of an emulation cluster (or bloc), best first.
CLUSTER_RANKING: Final[Columns] = {
    "cluster_code": pl.String,
    "cluster": pl.String,
    "cluster_note": pl.String,
    "cluster_rank": pl.Int64,
    "unit_code": pl.String,
    "unit_name": pl.String,
    "short_name": pl.String,
    "value": pl.Float64,
    "qualifier": pl.String,
}

# One row per quarter and cluster (more where firsts are equal): who led it, and whether that earns recognition.
QUARTERS: Final[Columns] = {
    "quarter": pl.String,  # 2022-Q1
    "cluster_code": pl.String,
    "cluster": pl.String,
    "unit_code": pl.String,
    "unit_name": pl.String,
    "short_name": pl.String,
    "uploads": pl.Int64,
    "quarter_target": pl.Float64,  # the registered target spread evenly by days, of those that count
    "target_qualifier": pl.String,  # the word that makes it inexact
    "recognised": pl.Boolean,  # null without a target to be above, or where its word leaves that open
    "first_day": pl.Date,  # of the quarter's days that the filters leave
    "last_day": pl.Date,
    "whole": pl.Boolean,  # whether the filters leave all of its days
    "complete": pl.Boolean,  # whether the last of them is over
}

# One row per sector (or block of a published scheme), largest first, “Chưa phân loại” last.
SECTORS: Final[Columns] = {
    "sector_code": pl.String,
    "sector_name": pl.String,
    "uploads": pl.Int64,
    "share_pct": pl.Float64,
    "qualifier": pl.String,
}

# One row per unit, best first, those not graded last; beside these a `value_…` and a `points_…` for every measure.
GRADING: Final[Columns] = {
    "unit_code": pl.String,
    "unit_name": pl.String,
    "cluster": pl.String,
    "points": pl.Float64,  # corrections included; null where a criterion cannot be known
    "class_code": pl.String,
    "class_before": pl.String,
    "points_before": pl.Float64,  # of the period before
    "change": pl.Float64,
    "next_code": pl.String,  # the next better class
    "more_valid": pl.Int64,  # more valid initiatives of direct workers for it; null where no number does
    "full": pl.Boolean,  # enough points for it, but no place left within the cluster
    "corrected": pl.Float64,  # points by hand in it
    "unknown": pl.String,  # measures that nobody knows, “;” between them
}

# One row per unit and sector.
SECTOR_UNITS: Final[Columns] = {
    "unit_code": pl.String,
    "short_name": pl.String,
    "sector_code": pl.String,
    "uploads": pl.Int64,
    "share_pct": pl.Float64,  # of the unit's total x 100
}

# One row per code of a small dimension (ownership, position).
CUT: Final[Columns] = {"code": pl.String, "uploads": pl.Int64, "share_pct": pl.Float64}

# One row per day with something counted, oldest first.
DAILY: Final[Columns] = {"day": pl.Date, "uploads": pl.Int64, "cumulative": pl.Int64}

# One row per province (of 2022 or 2025) and per union without territory.
MAP: Final[Columns] = {
    "place_code": pl.String,  # code of the province in the vintage of the map; null without territory
    "unit_code": pl.String,
    "unit_name": pl.String,
    "short_name": pl.String,
    "value": pl.Float64,
    "band": pl.Int64,  # 0 is the lowest; null where nothing is known
    "rank": pl.Int64,
    "share_pct": pl.Float64,
    "uploads": pl.Int64,
    "target": pl.Int64,
    "reached_pct": pl.Float64,
    "uploads_qualifier": pl.String,
    "target_qualifier": pl.String,
    "reached_qualifier": pl.String,  # the word that makes it inexact
    "at_most": pl.Float64,  # of whom no value is known: what it has at most, as a list of leaders tells
    "predecessors": pl.List(pl.String),  # names of the provinces that became this one
    "in_scope": pl.Boolean,  # whether region, kind and cluster allow it
    "qualifier": pl.String,
    "share_qualifier": pl.String,
}

# One row per day, week (from Monday) or month from the first with something to the last, empty ones included.
STEPS: Final[Columns] = {
    "since": pl.Date,
    "until": pl.Date,  # inclusive; cut by the moment asked about
    "uploads": pl.Int64,
    "whole": pl.Boolean,  # false where the step is cut by the first or the last day counted
}

# One row per unit (or province of 2025) with an upload, the largest backlog first.
RECOGNITION_UNITS: Final[Columns] = {
    "unit_code": pl.String,
    "unit_name": pl.String,
    "uploads": pl.Int64,
    "valid": pl.Int64,
    "invalid": pl.Int64,
    "review": pl.Int64,
    "rewarded": pl.Int64,
    "valid_pct": pl.Float64,  # of what was uploaded x 100
    "review_pct": pl.Float64,
}

# One row per unit (or province of 2025) with a valid initiative that is not rewarded, the most first.
UNREWARDED: Final[Columns] = {
    "unit_code": pl.String,
    "unit_name": pl.String,
    "unrewarded": pl.Int64,
    "over_60_days": pl.Int64,
    "over_limit": pl.Int64,  # longer than the programme says a reward may take; null where it says nothing
    "unrewarded_pct": pl.Float64,  # of what was found valid x 100
    "longest_days": pl.Int64,
}

# One row per unit (or province of 2025) with an initiative, the most people first.
PEOPLE_UNITS: Final[Columns] = {
    "unit_code": pl.String,
    "unit_name": pl.String,
    "people": pl.Int64,
    "uploads": pl.Int64,
    "members": pl.Int64,
    "per100": pl.Float64,  # initiatives per 100 members
    "participation_pct": pl.Float64,  # distinct authors per 100 members
    "participating": pl.Int64,  # grassroots unions with an initiative
    "grassroots": pl.Int64,  # all that the catalogue knows
    "worker_pct": pl.Float64,  # initiatives of direct workers x 100
}

# One row per unit (or province of 2025) at two moments, whatever grew most first.
MOVES: Final[Columns] = {
    "unit_code": pl.String,
    "unit_name": pl.String,
    "short_name": pl.String,
    "rank_before": pl.Int64,
    "rank": pl.Int64,
    "value_before": pl.Float64,
    "value": pl.Float64,
    "added": pl.Float64,
    "factor": pl.Float64,  # the later value over the earlier one
    "reached_before": pl.Float64,  # percent of the target
    "reached_pct": pl.Float64,
    "reached_qualifier": pl.String,  # of both: the target is the same
    "printed": pl.Boolean,  # whether both values are; null where it is no question
    "printed_now": pl.Boolean,  # whether the later one is
}

# The ledger of published figures, with what our records say at the same moment.
PUBLISHED: Final[Columns] = {
    "figure_id": pl.String,
    "programme": pl.String,
    "as_of": pl.String,  # ISO date or moment, as precise as the source
    "period": pl.String,
    "unit_name": pl.String,
    "unit_level": pl.String,
    "metric": pl.String,
    "category": pl.String,
    "value": pl.Float64,
    "unit_of_measure": pl.String,
    "qualifier": pl.String,
    "article": pl.String,
    "source_title": pl.String,
    "source_url": pl.String,
    "quote": pl.String,
    "note": pl.String,
    "confidence": pl.String,
    "id_inferred": pl.Boolean,  # derived from what the row says
    "title_inferred": pl.Boolean,  # title and publisher are read from the address
    "day_inferred": pl.Boolean,  # no source names the day
    "system_value": pl.Float64,  # null where the records cannot tell
    "difference": pl.Float64,  # published minus system
}

# The ledger as files and answers list it.
LEDGER: Final = (
    "programme",
    "figure_id",
    "as_of",
    "period",
    "unit_name",
    "unit_level",
    "metric",
    "value",
    "unit_of_measure",
    "qualifier",
    "article",
    "source_title",
    "source_url",
    "quote",
    "note",
    "confidence",
)

# Figures that contradict each other, or say less than they seem to. Sentences are data, in both languages.
INCONSISTENCIES: Final[Columns] = {
    "code": pl.String,
    "programme": pl.String,
    "known_at": pl.Date,  # the day of the latest figure involved; null where no figure has one
    "units": pl.String,  # codes of those it is about, separated by |; null where it is about the whole
    "kind": pl.String,  # parts, sources, wording, rounding, bound, mixed, missing
    "sentence_vi": pl.String,
    "sentence_en": pl.String,
    "figures": pl.String,  # the numbers involved, separated by |
    "gap": pl.Float64,  # null where there is nothing to subtract
}


def empty(columns: Columns) -> pl.DataFrame:
    """An empty frame with these columns."""
    return pl.DataFrame(schema=columns)


# One row per unit and item of readiness, units in their order and items in theirs.
READINESS: Final[Columns] = {
    "unit_code": pl.String,
    "unit_name": pl.String,
    "item_code": pl.String,
    "state": pl.String,  # of STATES in model/readiness.py
    "amount": pl.Int64,
    "day": pl.Date,
    "source": pl.String,
    "note": pl.String,  # null for accounts that may not see rows of the unit
}

# One row per example, what was told last first.
EXAMPLES: Final[Columns] = {
    "code": pl.String,
    "title": pl.String,
    "unit_code": pl.String,
    "unit_name": pl.String,
    "sector_code": pl.String,
    "benefit_vnd": pl.Int64,
    "day": pl.Date,
    "reason": pl.String,
    "story": pl.String,
    "contact": pl.String,
    "author": pl.String,  # null without consent
    "pictures": pl.Int64,
    "adopted": pl.Int64,  # units whose word was accepted
    "adopted_by": pl.String,  # their codes, separated by |
    "is_public": pl.Boolean,
}
