"""Grassroots unions: about sixty invented ones per unit, each with one sector, one kind of owner and its people."""

import csv
from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
import polars as pl

from data_access.demo.plan import EXACT_UNIONS, FOLDER, GROUPS, PlannedUnit
from data_access.demo.words import union_name
from model.codes import OWNERSHIPS

PER_UNIT: Final = 60
SECTORS: Final = ("none", "hcsn", "giao-duc", "y-te", "sxkd", "nong-nghiep", "khac")  # as in reference/sectors.csv
_EXACT_WEIGHT: Final = 0.04  # of a unit's group, for a union whose first months are published


@cache
def read_profiles() -> dict[str, list[tuple[str, str, str, int]]]:
    """Group, sector, ownership and weight (of about 1,000) of each line of each profile."""
    profiles: dict[str, list[tuple[str, str, str, int]]] = {}
    with (FOLDER / "profiles.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            entry = (line["group"], line["sector"], line["ownership"], int(line["weight"]))
            profiles.setdefault(line["profile"], []).append(entry)
    return profiles


def make_unions(units: tuple[PlannedUnit, ...], short_names: dict[str, str]) -> pl.DataFrame:
    """One row per union, sorted by unit and group.

    Columns: unit (index), group (index), sector_id, ownership, code, name, short_name, weight, exact (index in
    EXACT_UNIONS or -1), authors (how many people upload for it).
    """
    rows = [row for index, unit in enumerate(units) for row in _unions_of(index, unit, short_names[unit.code])]
    frame = pl.DataFrame(rows, orient="row", schema=_SCHEMA).sort("unit", "group", maintain_order=True)
    people = pl.Series([unit.authors for unit in units]).gather(frame["unit"])
    share = pl.col("weight") / pl.col("weight").sum().over("unit")
    return frame.with_columns(authors=(share * people).round().clip(1).cast(pl.Int64))


_SCHEMA: Final = {
    "unit": pl.Int64,
    "group": pl.Int64,
    "sector_id": pl.Int64,
    "ownership": pl.Int64,
    "code": pl.String,
    "name": pl.String,
    "short_name": pl.String,
    "weight": pl.Float64,
    "exact": pl.Int64,
}


def _unions_of(index: int, unit: PlannedUnit, place: str) -> Iterator[tuple[object, ...]]:
    number = 0
    lines = read_profiles()[unit.profile]
    total = sum(weight for *_, weight in lines)
    for group, sector, ownership, weight in lines:
        size = max(1, round(PER_UNIT * weight / total))
        shares = 1 / (np.arange(size) + 3)
        for nth, share in enumerate(shares / shares.sum()):
            number += 1
            name = union_name(sector, ownership, nth, place, officer=group == "officer")
            yield (
                *(index, GROUPS.index(group), SECTORS.index(sector), OWNERSHIPS.index(ownership)),
                *(f"{unit.code}-{number:03d}", f"Công đoàn {name}", name[:1].upper() + name[1:]),
                *(weight * float(share), -1),
            )
    for exact, union in enumerate(EXACT_UNIONS):
        if union.unit == unit.code:
            number += 1
            ownership = "fdi" if union.group == "fdi" else "state"
            yield (
                *(index, GROUPS.index(union.group), SECTORS.index("sxkd"), OWNERSHIPS.index(ownership)),
                *(f"{unit.code}-{number:03d}", union.name, union.short_name, total * _EXACT_WEIGHT, exact),
            )
