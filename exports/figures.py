"""Everything a file shows, asked once: the same answers the pages draw."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from data_access.frozen import FrozenKeeper
from data_access.keeper import Keeper
from data_access.overview import fetch_overview
from data_access.published import fetch_inconsistencies, fetch_published
from data_access.ranking import fetch_ranking
from data_access.sectors import fetch_cut, fetch_sectors
from data_access.targets import fetch_targets
from model.catalogue import Catalogue, Programme
from model.codes import DataKind
from model.filters import Filters
from model.freezing import Frozen
from model.results import Breakdown, Overview, Ranking


@dataclass(frozen=True)
class Figures:
    """The numbers of one scope. Frames are as model/frames.py declares them and never to be changed."""

    filters: Filters
    catalogue: Catalogue
    overview: Overview
    targets: pl.DataFrame
    ranking: Ranking
    sectors: tuple[Breakdown, ...]
    cuts: dict[str, pl.DataFrame]  # by ownership and by position
    published: pl.DataFrame
    inconsistencies: pl.DataFrame
    frozen: Frozen | None = None  # what was frozen, where these are frozen figures

    @cached_property
    def programme(self) -> Programme:
        return self.catalogue.programme(self.filters.programme)

    @property
    def is_simulated(self) -> bool:
        """Whether the records were made by a machine: the database says so, never the code."""
        return self.programme.data_kind is DataKind.SIMULATED


def gather(keeper: Keeper, filters: Filters) -> Figures:
    """Ask for all of it. Raises what data_access raises."""
    return Figures(
        filters,
        keeper.catalogue,
        fetch_overview(keeper, filters),
        fetch_targets(keeper, filters),
        fetch_ranking(keeper, filters),
        fetch_sectors(keeper, filters),
        {name: fetch_cut(keeper, filters, name) for name in ("ownership", "position")},
        fetch_published(keeper, filters),
        fetch_inconsistencies(keeper, filters),
        keeper.frozen if isinstance(keeper, FrozenKeeper) else None,
    )
