"""What a page shows: its figures, its language and the options chosen in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.kit.theme import Look
from charts.sectors import draw_sectors
from data_access.queries.sectors import fetch_sectors
from data_access.store.records import Records
from exports.svg.canvas import Drawing
from exports.svg.sheet import INSIDE
from language.languages import Language
from model.codes import Basis
from model.filters import Filters
from model.picking import around, picked
from presentation.figures import Figures
from presentation.wording import Wording

Chart = tuple[str, str, go.Figure | Drawing]  # name of the file, title, what is drawn


@dataclass(frozen=True)
class PageContent:
    """One page as one reader sees it."""

    records: Records
    figures: Figures
    wording: Wording
    switches: Mapping[str, str]  # as Occasion has them
    wide: bool = True  # of the pictures
    afar: bool = False  # pictures to project
    most_rows: int = 42  # of one picture: more would be unreadable on a page
    as_of_around: str = ""  # the as-of that the pictures have in their heads

    @property
    def filters(self) -> Filters:
        return self.figures.filters

    @property
    def language(self) -> Language:
        return self.wording.language

    @property
    def look(self) -> Look:
        """How its charts are drawn: those of a fixed width know it."""
        exactly = 0 if self.afar else INSIDE
        return Look(self.language, wide=self.wide, afar=self.afar, as_of_around=self.as_of_around, exactly=exactly)


Draw = Callable[[PageContent], Iterator[Chart]]


def sector_parts(content: PageContent, most: int | None = None) -> Iterator[Chart]:
    """The first breakdowns; for records the first keeps all its bars, with the selected ones highlighted."""
    filters, breakdowns = content.filters, list(content.figures.sectors)
    sectors: tuple[str, ...] = ()
    if filters.basis is Basis.RECORDS and breakdowns:
        breakdowns[:1] = fetch_sectors(content.records, around(filters, "sector"))[:1]
        sectors = picked(filters, "sector")
    for place, breakdown in enumerate(breakdowns[:most]):
        figure = draw_sectors(breakdown, content.look, sectors if place == 0 else ())
        yield breakdown.scheme, content.wording.scheme(breakdown), figure
