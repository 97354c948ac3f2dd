"""A number for every province, sorted into five bands, and what no map can show."""

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from model.codes import Basis, Boundary, Measure
from model.facts import Source

BANDS = 5


@dataclass(frozen=True)
class Atlas:
    """Provinces and, below them, the unions that have no territory.

    `limits` are the four values at which the next band begins; fewer where fewer values differ. `total` is that of
    everything in scope, None for rates and where nobody printed one.
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
    def elsewhere(self) -> pl.DataFrame:
        return self.frame.filter(pl.col("place_code").is_null())
