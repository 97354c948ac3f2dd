"""Sectors and author groups of the initiatives: shares that add up, with the unclassified."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

import polars as pl

from data_access.cube.slices import Slice
from data_access.ledger.schemes import schemes_of_ledger
from data_access.rules.groups_had import groups_to_show
from data_access.rules.pace import last_counted, reads_ledger
from data_access.rules.sources import source_of_records
from data_access.store.records import Records, counts_rows
from data_access.store.remembered import remembered
from model.breakdown import Breakdown
from model.catalogue import Programme
from model.codes import NONE, OWNERSHIPS, POSITIONS, PUBLIC_SERVICE_SECTORS
from model.filters import Filters
from model.frames import CUT, SECTOR_UNITS, SECTORS, empty
from model.shares import shares_of

_CODES: Final = {"ownership": OWNERSHIPS, "position": POSITIONS}
_GROUPS: Final = {
    "public-service": "Đơn vị sự nghiệp",
    "enterprise": "Khu vực doanh nghiệp",
    "officer": "Cán bộ công đoàn",
    "rest": "Còn lại",
}


@remembered
def fetch_sectors(records: Records, filters: Filters) -> tuple[Breakdown, ...]:
    """The breakdowns of what is in scope: of the records by sector and by author group, else every printed scheme."""
    programme = records.catalogue.programme(filters.programme)
    if reads_ledger(records, programme, filters):
        return schemes_of_ledger(records, filters, programme)
    if not records.has_records(programme.code):
        return ()
    slice_ = records.slice(filters.of_measure)
    frame = slice_.counts("sector_id", "position")
    by_sector = _by_sector(records, filters, slice_, frame, programme)
    if programme.id in records.catalogue.own_sectors:  # author groups follow from the shipped sectors
        return (by_sector,)
    by_group = _by_group(records, filters, slice_, frame, programme)
    return (by_sector, by_group) if by_group.frame.height > 1 else (by_sector,)


def _by_sector(
    records: Records, filters: Filters, slice_: Slice, frame: pl.DataFrame, programme: Programme
) -> Breakdown:
    """Every sector asked about, even without uploads: zero is an answer; no row for “none unclassified”."""
    counts = _sums(frame, "sector_id")
    sectors = [
        s
        for s in records.catalogue.sectors_of(programme.code)
        if (s.code in filters.sectors if filters.sectors else s.code != NONE or counts.get(s.id))
    ]
    parts = {s.code: (s.name_vi, counts.get(s.id, 0)) for s in sectors}
    english = {s.code: s.name_en for s in sectors}
    return _breakdown("sector", parts, english, slice_, programme, filters.counted_rows)


def _by_group(
    records: Records, filters: Filters, slice_: Slice, frame: pl.DataFrame, programme: Programme
) -> Breakdown:
    """The author groups of the sources of phase 1, so that records and press can be compared."""
    counts, everything = _sums_of_groups(records, frame), _all_groups(records, programme.code)
    parts = {code: (name, counts[code]) for code, name in _GROUPS.items() if everything[code]}
    return _breakdown("author_group", parts, {}, slice_, programme, filters.counted_rows)


@remembered
def _all_groups(records: Records, programme_code: str) -> dict[str, int]:
    """The same for everything that the programme has."""
    return _sums_of_groups(records, records.slice(Filters(programme=programme_code)).counts("sector_id", "position"))


def _sums_of_groups(records: Records, frame: pl.DataFrame) -> dict[str, int]:
    sums = dict.fromkeys(_GROUPS, 0)
    columns = (frame[name].to_list() for name in ("sector_id", "position", "uploads"))
    for sector_id, position, uploads in zip(*columns, strict=True):
        sums[author_group(records.catalogue.sector_by_id[sector_id].code, position)] += uploads
    return sums


def author_group(sector: str, position: int) -> str:
    """Union officers are a group of their own; everybody else belongs to their sector."""
    if POSITIONS[position] == "officer":
        return "officer"
    if sector in PUBLIC_SERVICE_SECTORS:
        return "public-service"
    return "enterprise" if sector == "sxkd" else "rest"


def _breakdown(
    scheme: str,
    parts: Mapping[str, tuple[str, int]],
    english: Mapping[str, str],
    slice_: Slice,
    programme: Programme,
    counts: str,
) -> Breakdown:
    stated = int(slice_.counts()["uploads"].sum())
    total = sum(count for _, count in parts.values())
    order = sorted(parts, key=lambda code: (code in (NONE, "rest"), -parts[code][1]))
    shares = shares_of([parts[code][1] for code in order], stated)
    rows = [
        {"sector_code": code, "sector_name": parts[code][0], "uploads": parts[code][1], "share_pct": share}
        for code, share in zip(order, shares, strict=True)
    ]
    return Breakdown(
        pl.DataFrame(rows, schema=SECTORS),
        scheme=scheme,
        label_vi="",
        label_en="",
        counts=counts,
        kind="parts",
        parts_total=total,
        stated_total=stated,
        stated_counts=counts,
        stated_qualifier=None,
        gap=stated - total,
        as_of=last_counted(slice_),
        source=source_of_records(programme),
        names_en=english,
    )


@remembered
def fetch_sector_units(records: Records, filters: Filters) -> pl.DataFrame:
    """SECTOR_UNITS: one row per unit (or province of 2025) and sector with anything counted. Empty for the ledger."""
    if reads_ledger(records, records.catalogue.programme(filters.programme), filters):
        return empty(SECTOR_UNITS)
    frame = records.slice(filters.of_measure).counts("unit_id", "sector_id")
    groups = records.catalogue.groups_in(filters)
    names = [(u.id, g.code, g.short_name, order) for order, g in enumerate(groups) for u in g.units]
    columns = {"unit_id": pl.Int64, "unit_code": pl.String, "short_name": pl.String, "order": pl.Int64}
    units = pl.DataFrame(names, schema=columns, orient="row")
    sectors = {sector.id: sector.code for sector in records.catalogue.sectors}
    counts = frame.with_columns(pl.col("unit_id").cast(pl.Int64)).join(units, on="unit_id")
    sums = (
        counts.with_columns(sector_code=pl.col("sector_id").replace_strict(sectors, return_dtype=pl.String))
        .group_by("unit_code", "short_name", "order", "sector_code")
        .agg(pl.col("uploads").sum())
        .filter(pl.col("uploads") > 0)
        .with_columns(share_pct=100 * pl.col("uploads") / pl.col("uploads").sum().over("unit_code"))
        .sort("order", "uploads", "sector_code", descending=[False, True, False])
    )
    return sums.select(pl.col(name).cast(kind) for name, kind in SECTOR_UNITS.items())


@remembered
def fetch_cut(records: Records, filters: Filters, dimension: str) -> pl.DataFrame:
    """CUT by `ownership` or `position`: what the programme has, with its share. Empty where nobody noted any."""
    programme = records.catalogue.programme(filters.programme)
    if not counts_rows(records, filters):
        return empty(CUT)
    counts = _sums(records.slice(filters.of_measure).counts(dimension), dimension)
    codes, total = _CODES[dimension], sum(counts.values())
    order = groups_to_show(records, programme.code, dimension, codes, counts)
    shares = shares_of([counts.get(number, 0) for number in order], total)
    rows = [
        {"code": codes[number], "uploads": counts.get(number, 0), "share_pct": share}
        for number, share in zip(order, shares, strict=True)
    ]
    return pl.DataFrame(rows, schema=CUT)


def _sums(frame: pl.DataFrame, dimension: str) -> dict[int, int]:
    sums: Counter[int] = Counter()
    for number, uploads in zip(frame[dimension].to_list(), frame["uploads"].to_list(), strict=True):
        sums[number] += uploads
    return sums
