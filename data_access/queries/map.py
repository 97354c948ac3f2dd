"""Every province's number for the map, banded, and the unions that have no territory beside it."""

from collections.abc import Iterable, Sequence
from math import floor, log10
from typing import Final

import polars as pl

from data_access.queries.ranking import fetch_ranking
from data_access.queries.targets import fetch_targets
from data_access.rules.ranks import EVERYBODY
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.atlas import BANDS, Atlas
from model.catalogue import Catalogue, Group
from model.codes import UNCOUNTED, Basis, Boundary
from model.edges import Row
from model.exactness import row_qualifier
from model.filters import Filters
from model.frames import MAP
from model.measures import is_judged
from model.places import own_boundary, share_places

# Shares of the target that people speak of.
_REACHED_LIMITS: Final = (50.0, 80.0, 100.0, 120.0)


@remembered
def fetch_map(records: Records, filters: Filters) -> Atlas:
    """The whole country, whichever units are picked; provinces outside region, kind and cluster are marked."""
    wide = filters.changed(units=(), top=EVERYBODY)
    boundary = own_boundary(records.catalogue, wide)
    if boundary is Boundary.NEW:
        # Units of a programme after the merger are themselves, unless two of them have one place.
        sums = share_places(records.catalogue, records.catalogue.members(wide))
        wide = wide.changed(boundary=Boundary.NEW if sums else Boundary.OLD)
    ranking = fetch_ranking(records, wide)
    if ranking.basis is Basis.PUBLISHED:
        # Nobody printed figures of the provinces of 2025, and sums of some of their parts would be a guess.
        wide = wide.changed(boundary=Boundary.OLD)
    boundary = Boundary.NEW if Boundary.NEW in (boundary, wide.boundary) else Boundary.OLD
    everywhere = wide.everywhere
    groups = records.catalogue.groups(records.catalogue.members(wide), wide.boundary)
    inside = {group.code for group in records.catalogue.groups_in(wide)}
    ranks = {row["unit_code"]: row for row in ranking.frame.iter_rows(named=True) if row["unit_code"]}
    rows_by_unit = {row["unit_code"]: row for row in fetch_targets(records, everywhere).iter_rows(named=True)}
    values = [row["value"] for code, row in ranks.items() if place_of(code, groups, records.catalogue, boundary)]
    limits = _REACHED_LIMITS if is_judged(filters.measure) else band_limits(values)
    rows = [
        _row(
            group,
            ranks.get(group.code, {}),
            rows_by_unit.get(group.code, {}),
            records.catalogue,
            boundary,
            limits,
        )
        | {
            "in_scope": group.code in inside,
            "at_most": None if ranks.get(group.code, {}).get("value") is not None else ranking.bound,
        }
        for group in groups
    ]
    frame = pl.DataFrame(rows, schema=MAP).sort("value", descending=True, nulls_last=True, maintain_order=True)
    total = ranking.total if not is_judged(filters.measure) else None
    return Atlas(frame, filters.measure, ranking.basis, boundary, limits, total, ranking.moment, ranking.source)


def band_limits(values: Iterable[float | None]) -> tuple[float, ...]:
    """The lower limits of the second to the fifth band: about as many provinces in each, at round numbers."""
    amounts = sorted(value for value in values if value is not None)
    if not amounts:
        return ()
    cuts = (amounts[min(len(amounts) * part // BANDS, len(amounts) - 1)] for part in range(1, BANDS))
    rounded = sorted({_round(cut) for cut in cuts} - {0.0})
    return tuple(limit for limit in rounded if limit <= amounts[-1])


def band_of(value: float | None, limits: Sequence[float]) -> int | None:
    """The number of the band, 0 the lowest; fewer limits leave out the upper ones."""
    return None if value is None else sum(value >= limit for limit in limits)


def place_of(code: str, groups: Sequence[Group], catalogue: Catalogue, boundary: Boundary) -> str | None:
    """The map's code of a group, None where it has no territory."""
    group = next((group for group in groups if group.code == code), None)
    return _place(group, catalogue, boundary) if group else None


def _place(group: Group, catalogue: Catalogue, boundary: Boundary) -> str | None:
    province = catalogue.province_of(group.units[0])
    if province is None:
        return None
    return province.code_2025 if boundary is Boundary.NEW else province.code_2022


def _round(value: float) -> float:
    """The number rounded to two digits: 1.200 for 1.234."""
    if value <= 0:
        return 0.0
    step = 10 ** max(floor(log10(value)) - 1, 0) if value >= 10 else 10 ** (floor(log10(value)) - 1)
    return float(round(value / step) * step)


def _row(
    group: Group,
    row: Row,
    target_row: Row,
    catalogue: Catalogue,
    boundary: Boundary,
    limits: Sequence[float],
) -> dict[str, object]:
    value = row.get("value")
    merged = [unit.short_name for unit in group.units] if len(group.units) > 1 else []
    counts = {} if target_row.get("status") in UNCOUNTED else target_row  # who has reported nothing has no zero
    return {
        "place_code": _place(group, catalogue, boundary),
        "unit_code": group.code,
        "unit_name": group.name,
        "short_name": group.short_name,
        "value": value,
        "band": band_of(value, limits),
        "rank": row.get("rank"),
        "share_pct": row.get("share_pct"),
        "target": target_row.get("target"),
        **{name: counts.get(name) for name in ("uploads", "reached_pct")},
        "uploads_qualifier": counts.get("qualifier"),
        "target_qualifier": target_row.get("target_qualifier"),
        "reached_qualifier": row_qualifier(counts) if counts else None,
        "predecessors": merged,
        **{name: row.get(name) for name in ("qualifier", "share_qualifier")},
    }
