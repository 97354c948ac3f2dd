"""All answers a file needs, the same ones the pages draw."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from data_access.queries.leading import fetch_leading
from data_access.queries.one_union import OneUnion, fetch_one_union
from data_access.queries.overview import fetch_overview
from data_access.queries.published import fetch_inconsistencies, fetch_published
from data_access.queries.ranking import fetch_ranking
from data_access.queries.sectors import fetch_cut, fetch_sectors
from data_access.queries.targets import fetch_targets
from data_access.rules.answerable import is_printed
from data_access.rules.beyond import Beyond, beyond_data
from data_access.store.records import Records
from language.languages import Language
from model.breakdown import Breakdown
from model.catalogue import Catalogue, Programme
from model.codes import DataKind
from model.filters import Filters
from model.freezing import Frozen
from model.leading import Leading
from model.results import Overview, Ranking
from presentation.wording import Wording


@dataclass(frozen=True)
class Figures:
    """The answers for one scope. Frames are declared in model/frames.py; do not change them."""

    filters: Filters
    catalogue: Catalogue
    overview: Overview
    targets: pl.DataFrame
    ranking: Ranking
    sectors: tuple[Breakdown, ...]
    cuts: dict[str, pl.DataFrame]  # by ownership and by position
    published: pl.DataFrame
    inconsistencies: pl.DataFrame
    leading: Leading | None = None
    frozen: Frozen | None = None  # what was frozen, where these are frozen figures
    one_union: OneUnion | None = None  # where the scope is one union
    beyond: Beyond | None = None  # where the records do not reach the moment asked for
    is_printed: bool = False  # whether any figure of the programme was published

    @cached_property
    def programme(self) -> Programme:
        return self.catalogue.programme(self.filters.programme)

    @property
    def is_from_first_day(self) -> bool:
        """Whether the period begins with the programme; in later periods, decisions may concern earlier uploads."""
        phase = self.programme.phase(self.filters.phase)
        return self.filters.since is None and phase in (None, *self.programme.phases[:1])

    @property
    def is_simulated(self) -> bool:
        """Whether the records are simulated, as marked in the database."""
        return self.programme.data_kind is DataKind.SIMULATED


def gather_worded(records: Records, filters: Filters, language: Language) -> tuple[Figures, Wording]:
    """All answers, and the formats that write them. Raises what data_access raises."""
    figures = gather(records, filters)
    return figures, Wording(language, figures.catalogue)


def gather(records: Records, filters: Filters) -> Figures:
    """Fetch all answers. Raises what data_access raises."""
    return Figures(
        filters,
        records.catalogue.seen_in(filters.programme),
        fetch_overview(records, filters),
        fetch_targets(records, filters),
        fetch_ranking(records, filters),
        fetch_sectors(records, filters),
        {name: fetch_cut(records, filters, name) for name in ("ownership", "position")},
        fetch_published(records, filters),
        fetch_inconsistencies(records, filters),
        fetch_leading(records, filters),
        records.frozen,
        fetch_one_union(records, filters),
        beyond_data(records, filters),
        is_printed(records, filters.programme),
    )
