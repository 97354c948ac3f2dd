"""Sentences that pages build from answers: what a chart shows and where it comes from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

import polars as pl

from data_access.queries.overview import fetch_overview
from interface.shell.visit import Visit
from interface.widgets.sources import Sources, sources_of
from language.languages import Language
from model.breakdown import Breakdown
from model.catalogue import Programme
from model.codes import Measure
from model.facts import Source
from model.filters import VALID_ALONE
from model.results import Overview, Ranking
from presentation.by_measure import measure_note
from presentation.metric_card import MetricCard, cards_of_silent
from presentation.ranking import share_of_places
from presentation.sectors import view_parts
from presentation.wording import Wording, shortened

_BRAND: Final = 60  # characters


def brand_of(programme: Programme, language: Language) -> str:
    """The name in the corner and on the browser tab: the programme's, shortened where possible."""
    return shortened(programme.short_name or language.short_name_of(programme) or language.pages.product, _BRAND)


def known_cards(cards: Sequence[MetricCard], visit: Visit) -> Sequence[MetricCard]:
    """The cards of a page; without numbers where nobody in scope has reported anything."""
    is_silent = fetch_overview(visit.records, visit.filters).is_silent
    return cards_of_silent(cards, visit.language) if is_silent else cards


def ranking_note(ranking: Ranking, visit: Visit) -> str:
    """“10 đơn vị = 67,92% của 163.532, tức 111.070”; "" for measures that do not add up."""
    return share_of_places(ranking, visit.programme, Wording(visit.language, visit.catalogue), in_full=True)


def ranking_sources(ranking: Ranking, language: Language) -> Sources:
    """As-of and source of a ranking."""
    return sources_of(ranking.moment, [ranking.source], language)


def breakdown_title(breakdown: Breakdown, language: Language) -> str:
    """The name of the scheme, since five published ones exist and none converts into another."""
    name = language.scheme_of(breakdown.scheme, breakdown.label_vi, breakdown.label_en)
    return name or language.sectors.sectors_page_title


def breakdown_table(breakdown: Breakdown, wording: Wording) -> pl.DataFrame:
    """Parts with names, numbers and shares."""
    # Views omit empty parts; the table keeps all of them.
    rows = breakdown.frame.select("sector_code", "sector_name").iter_rows()
    parts = [wording.part(breakdown, code, name) for code, name in rows]
    sectors = {sector.code for sector in wording.catalogue.sectors}
    column = "sector_name" if sectors.issuperset(breakdown.frame["sector_code"]) else "part_name"
    return breakdown.frame.select(pl.Series(column, parts, pl.String), pl.col("uploads").alias("count"), "share_pct")


def fact_sources(overview: Overview, names: Sequence[str], language: Language) -> Sources:
    """As-of of an overview with the sources of some of its facts."""
    facts, inferred = overview.facts, overview.facts["uploads"].day_inferred
    return sources_of(overview.moment, [facts[name].source for name in names], language, inferred=inferred)


def breakdown_sources(breakdown: Breakdown, language: Language) -> Sources:
    """As-of and source of a breakdown."""
    return sources_of(breakdown.as_of, [breakdown.source], language, inferred=breakdown.day_inferred)


def breakdown_note(breakdown: Breakdown, visit: Visit) -> str:
    """Whether the parts explain the stated total, the as-of, and what they count beside another measure."""
    caption = view_parts(breakdown, Wording(visit.language, visit.catalogue)).caption
    return " · ".join(part for part in (caption, counts_note(visit, breakdown.counts)) if part)


def counts_note(visit: Visit, counts: str) -> str:
    """“Đếm sáng kiến cập nhật, không theo thước đo “Giá trị làm lợi””, or that the measure is followed."""
    filters, language = visit.filters, visit.language
    if filters.measure.value == counts:
        return measure_note(counts, language).rstrip(".")
    if filters.measure is Measure.VALID and filters.statuses == VALID_ALONE:
        return ""
    subject = Wording(language, visit.catalogue).counted(counts)
    return language.sectors.other_measure.format(what=subject, measure=language.names.measure(filters.measure.value))


def records_source(visit: Visit, more: Sequence[str] = (), moment: datetime | None = None) -> Sources:
    """Source and as-of of numbers from the records, of the moment in view or of one of their own."""
    source = Source("records", visit.programme.name_vi, title_en=visit.programme.name_en)
    return replace(sources_of(moment or visit.moment, [source], visit.language), more=more)


def ledger_source(language: Language) -> Sources:
    """Where the ledger is the source, whose figures have moments of their own."""
    return Sources(language.facts.moment_of_each, [language.published.ledger_title])
