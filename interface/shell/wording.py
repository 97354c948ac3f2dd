"""Sentences that pages build from answers: what a chart shows, of what, from where."""

from typing import Final

import polars as pl

from interface.shell.visit import Visit
from interface.widgets.sources import plain, tell_source
from language.languages import Language
from model.catalogue import Programme
from model.codes import Measure
from model.measures import unit_of
from model.results import Breakdown, Ranking
from presentation.ranking import share_of_places
from presentation.wording import Wording, shortened

_BRAND: Final = 60  # characters


def brand_of(programme: Programme, language: Language) -> str:
    """The name in the corner and on the tab: the programme's own, short where it has a short one."""
    return shortened(programme.short_name or language.short_name_of(programme) or language.pages.product, _BRAND)


def write_measure(value: float | None, measure: Measure, language: Language) -> str:
    """A value of a ranking in its own unit."""
    return language.facts.unknown if value is None else language.numbers.measured(value, unit_of(measure))


def ranking_note(ranking: Ranking, visit: Visit) -> str:
    """“10 đơn vị = 67,92% của 163.532, tức 111.070”; nothing where the measure does not add up."""
    return share_of_places(ranking, visit.programme, Wording(visit.language, visit.catalogue), in_full=True)


def ranking_sources(ranking: Ranking, language: Language) -> list[str]:
    as_of = language.numbers.moment(ranking.moment) if ranking.moment else language.facts.unknown
    return [f"**{language.facts.as_of_label}:** {as_of}", tell_source(ranking.source, language)]


def breakdown_title(breakdown: Breakdown, language: Language, title: str) -> str:
    """The scheme named, since five published schemes exist and none converts into another; else `title`."""
    return language.scheme_of(breakdown.scheme, breakdown.label_vi, breakdown.label_en) or title


def breakdown_table(breakdown: Breakdown, language: Language) -> pl.DataFrame:
    """Parts, numbers and shares, the parts named in the reader's language."""
    rows = breakdown.frame.select("sector_code", "sector_name").iter_rows()
    parts = [language.part_of(code, name, breakdown.names_en.get(code)) for code, name in rows]
    return breakdown.frame.select(pl.Series("sector_name", parts, pl.String), "uploads", "share_pct")


def breakdown_note(breakdown: Breakdown, language: Language) -> str:
    """Whether the parts explain the stated total, and the as-of."""
    texts, numbers = language.pages, language.numbers
    total = numbers.count(breakdown.parts_total)
    if breakdown.gap and breakdown.stated_total is not None:
        sentence = language.sectors.parts_differ.format(
            parts=total,
            qualifier=language.names.qualifier(breakdown.stated_qualifier),
            total=numbers.count(breakdown.stated_total),
            gap=numbers.count(abs(breakdown.gap)),
        )
    elif breakdown.parts_total is None:
        sentence = ""
    elif breakdown.stated_total is None:
        sentence = language.sectors.parts_alone.format(total=total)
    else:
        sentence = language.sectors.parts_equal.format(total=total)
    moment = language.facts.moment_of(numbers.moment(breakdown.as_of), inferred=breakdown.day_inferred)
    as_of = texts.as_of.format(moment=moment) if breakdown.as_of else ""
    note = language.one_of(breakdown.note_vi, breakdown.note_en)
    return " · ".join(part for part in (" ".join(sentence.split()), as_of, note) if part)


def records_source(visit: Visit) -> list[str]:
    """Where numbers of the records come from, and as of when."""
    language = visit.language
    moment = language.numbers.moment(visit.moment) if visit.moment else language.facts.unknown
    kind = language.facts.source_kinds["records"]
    return [f"**{language.facts.as_of_label}:** {moment}", f"{kind} · {plain(language.name_of(visit.programme))}"]
