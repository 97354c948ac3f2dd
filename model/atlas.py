"""A number for every province in five bands, and units without a territory."""

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from model.codes import Basis, Boundary, Measure
from model.facts import Source

BANDS = 5


@dataclass(frozen=True)
class Atlas:
    """Provinces, and below them unions without territory.

    `limits` are the lower bounds of the bands after the first; fewer where fewer values differ. `total` covers
    everything in scope; None for rates and where none was published.
    """

    frame: pl.DataFrame  # MAP, highest first
    measure: Measure
    basis: Basis
    boundary: Boundary
    limits: tuple[float, ...]
    total: float | None
    moment: datetime | None
    source: Source

    @property
    def on_map(self) -> pl.DataFrame:
        return self.frame.filter(pl.col("place_code").is_not_null())

    @property
    def has_unknown(self) -> bool:
        """Whether a place inside the filters has no number."""
        return not self.on_map.filter(pl.col("band").is_null() & pl.col("in_scope")).is_empty()

    @property
    def has_outside(self) -> bool:
        """Whether the filters leave out a place."""
        return not self.on_map["in_scope"].all()

    @property
    def elsewhere(self) -> pl.DataFrame:
        return self.frame.filter(pl.col("place_code").is_null())
