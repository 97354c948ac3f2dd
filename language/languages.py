"""The languages. The first is the one readers start with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from language.exports import stage
from language.pages import (
    admin,
    compare,
    explore,
    freezing,
    map,
    overview,
    people,
    published,
    ranking,
    recognition,
    sectors,
    targets,
    trend,
    unit,
    value,
)
from language.pages import every_page as pages
from language.words import charts, facts, formatting, glossary, names, problems, tables, verdicts


@dataclass(frozen=True)
class Language:
    """Everything readers read, in one language."""

    code: str
    label: str
    charts: charts.ChartTexts
    pages: pages.PageTexts
    facts: facts.FactTexts
    overview: overview.OverviewTexts
    targets: targets.TargetTexts
    ranking: ranking.RankingTexts
    sectors: sectors.SectorTexts
    published: published.PublishedTexts
    tables: tables.TableTexts
    trend: trend.TrendTexts
    map: map.MapTexts
    unit: unit.UnitTexts
    recognition: recognition.RecognitionTexts
    value: value.ValueTexts
    people: people.PeopleTexts
    stage: stage.StageTexts
    compare: compare.CompareTexts
    explore: explore.ExploreTexts
    glossary: glossary.GlossaryTexts
    names: names.NameTexts
    problems: problems.ProblemTexts
    freezing: freezing.FreezingTexts
    verdicts: verdicts.VerdictTexts
    admin: admin.AdminTexts
    numbers: formatting.Numbers

    def with_names(self, sectors: Mapping[str, str], words: Mapping[str, str]) -> Self:
        """This language with the sectors by code, and the other names by their Vietnamese, that a database knows."""
        return replace(self, names=self.names.with_names(sectors, words))


VIETNAMESE: Final = Language(
    "vi",
    "Tiếng Việt",
    charts.VIETNAMESE,
    pages.VIETNAMESE,
    facts.VIETNAMESE,
    overview.VIETNAMESE,
    targets.VIETNAMESE,
    ranking.VIETNAMESE,
    sectors.VIETNAMESE,
    published.VIETNAMESE,
    tables.VIETNAMESE,
    trend.VIETNAMESE,
    map.VIETNAMESE,
    unit.VIETNAMESE,
    recognition.VIETNAMESE,
    value.VIETNAMESE,
    people.VIETNAMESE,
    stage.VIETNAMESE,
    compare.VIETNAMESE,
    explore.VIETNAMESE,
    glossary.VIETNAMESE,
    names.VIETNAMESE,
    problems.VIETNAMESE,
    freezing.VIETNAMESE,
    verdicts.VIETNAMESE,
    admin.VIETNAMESE,
    formatting.VIETNAMESE,
)
ENGLISH: Final = Language(
    "en",
    "English",
    charts.ENGLISH,
    pages.ENGLISH,
    facts.ENGLISH,
    overview.ENGLISH,
    targets.ENGLISH,
    ranking.ENGLISH,
    sectors.ENGLISH,
    published.ENGLISH,
    tables.ENGLISH,
    trend.ENGLISH,
    map.ENGLISH,
    unit.ENGLISH,
    recognition.ENGLISH,
    value.ENGLISH,
    people.ENGLISH,
    stage.ENGLISH,
    compare.ENGLISH,
    explore.ENGLISH,
    glossary.ENGLISH,
    names.ENGLISH,
    problems.ENGLISH,
    freezing.ENGLISH,
    verdicts.ENGLISH,
    admin.ENGLISH,
    formatting.ENGLISH,
)
LANGUAGES: Final = {language.code: language for language in (VIETNAMESE, ENGLISH)}
