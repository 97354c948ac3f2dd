"""The demonstration rows as numbers; texts are added while they are written (dress.py)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import numpy as np
import polars as pl

from data_access.demo.benefits import bands_of, draw_benefits, draw_more_benefits
from data_access.demo.clock import seconds
from data_access.demo.decisions import decide
from data_access.demo.groups import draw_groups, draw_more_groups, plan_groups
from data_access.demo.people import make_people
from data_access.demo.plan import CLOSING, Floats, Ints, Plan
from data_access.demo.unions import SECTORS, make_unions
from data_access.demo.uploads import draw_more, draw_uploads
from data_access.demo.words import make_titles
from data_access.demo.workplaces import draw_unions, fix_exact_unions

_SEED: Final = 20220108
_FURTHER_SEED: Final = 20221003
_MOST_BY_CLOSING: Final = 1_400_000  # further uploads until the programme closed; more than that is only denser


@dataclass(frozen=True)
class Demonstration:
    """Rows in time order, and what their numbers stand for.

    `rows`: unit, union, person, title (indexes), sector_id, ownership, position, sex, solution, status, level,
    benefit_band, applied, replicated, benefit_vnd, uploaded_at, decided_at, settled_at, rewarded_at, places_named.
    """

    plan: Plan
    unions: pl.DataFrame
    people: pl.DataFrame
    titles: pl.DataFrame
    rows: pl.DataFrame


def make_demonstration(
    plan: Plan, short_names: Mapping[str, str], until: datetime | None = None, rows: int | None = None
) -> Demonstration:
    """What was known at `until`, or when upload number `rows` came in; all planned rows by default."""
    rng = np.random.default_rng(_SEED)
    unions = make_unions(plan.units, dict(short_names))
    people = make_people(unions, rng)
    counts = plan_groups(plan)
    unit, at = draw_uploads(plan, rng)
    group = draw_groups(unit, at, counts, rng)
    union = draw_unions(unions, unit, group, rng)
    fix_exact_unions(plan, unions, (unit, at, group), union, rng)
    frame = _describe(plan, unions, people, unit, at, union, rng)
    benefit, factor = draw_benefits(plan, unit, at, group, frame["sector_id"].to_numpy(), rng)
    parts = [_with_benefit(frame, benefit)]
    if (rows or 0) > plan.calibrated_rows:
        parts.append(_further(plan, unions, people, counts, factor, (rows or 0) - plan.calibrated_rows))
    everything = pl.concat(parts) if len(parts) > 1 else parts[0]
    return Demonstration(plan, unions, people, make_titles(SECTORS), _known_at(everything, until, rows))


def _further(
    plan: Plan, unions: pl.DataFrame, people: pl.DataFrame, counts: Ints, factor: Floats, rows: int
) -> pl.DataFrame:
    rng = np.random.default_rng(_FURTHER_SEED)
    share = min(1.0, rows / _MOST_BY_CLOSING)
    start = plan.moments[-1]
    closing = start + (CLOSING - start) * share if share < 1 else CLOSING + timedelta(days=1, seconds=-1)
    unit, at = draw_more(plan, rows, closing.replace(microsecond=0), rng)
    union = draw_unions(unions, unit, draw_more_groups(unit, counts, rng), rng)
    frame = _describe(plan, unions, people, unit, at, union, rng)
    return _with_benefit(frame, draw_more_benefits(factor, unit, frame["sector_id"].to_numpy(), rng))


def _describe(
    plan: Plan, unions: pl.DataFrame, people: pl.DataFrame, unit: Ints, at: Ints, union: Ints, rng: np.random.Generator
) -> pl.DataFrame:
    """The columns of uploads of known union and moment, except their benefit."""
    titles = make_titles(SECTORS)
    sector = unions["sector_id"].to_numpy()[union]
    authors = unions["authors"].to_numpy()
    person = (np.cumsum(authors) - authors)[union] + (rng.random(len(unit)) * authors[union]).astype(np.int64)
    of_sector = titles["sector_id"].to_numpy()
    first, behind = (np.searchsorted(of_sector, sector, side=side) for side in ("left", "right"))
    title = first + (rng.random(len(unit)) * (behind - first)).astype(np.int64)
    position = people["position"].to_numpy()[person]
    return pl.DataFrame(
        {
            "unit": unit,
            "union": union,
            "person": person,
            "title": title,
            "place_named": rng.random(len(unit)) < 0.4,
            "sector_id": sector,
            "ownership": unions["ownership"].to_numpy()[union],
            "position": position,
            "sex": people["sex"].to_numpy()[person],
            "solution": titles["solution"].to_numpy()[title],
            "uploaded": at,
        }
    ).hstack(decide(plan, unit, at, position, rng))


def _with_benefit(rows: pl.DataFrame, benefit: Ints) -> pl.DataFrame:
    return rows.with_columns(benefit_vnd=pl.Series(benefit), benefit_band=pl.Series(bands_of(benefit)))


def _known_at(frame: pl.DataFrame, until: datetime | None, rows: int | None) -> pl.DataFrame:
    """The rows as known at a moment: without later uploads, and without later decisions and rewards."""
    if rows is not None:
        frame = frame.head(rows)
    if until is not None:
        frame = frame.filter(pl.col("uploaded") <= seconds(until))
    moment = seconds(until) if until is not None else (int(frame["uploaded"][-1]) if len(frame) else 0)
    decided = (pl.col("status") > 0) & (pl.col("settled") <= moment)
    rewarded = decided & (pl.col("rewarded") >= 0) & (pl.col("rewarded") <= moment)
    return frame.with_columns(
        status=pl.when(decided).then("status").otherwise(0),
        level=pl.when(decided).then("level").otherwise(0),
        **{name: pl.when(decided & (pl.col(name) >= 0)).then(name) for name in ("settled", "applied", "replicated")},
        rewarded=pl.when(rewarded).then("rewarded"),
        dated=pl.col("dated") & decided,
        benefit_vnd=pl.when(pl.col("benefit_vnd") >= 0).then("benefit_vnd"),
    )
