"""The languages. The first is the default."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal, Self, TypeVar

from language.counting import with_plurals
from language.exports import files, stage
from language.named import Named
from language.pages import (
    admin,
    compare,
    entrance,
    examples,
    explore,
    freezing,
    grading,
    importing,
    mailing,
    map,
    overview,
    people,
    programmes,
    published,
    ranking,
    readiness,
    recognition,
    sectors,
    targets,
    trend,
    unit,
    value,
)
from language.pages import every_page as pages
from language.words import charts, controls, facts, formatting, glossary, names, plotly, problems, tables, verdicts

Spelling = TypeVar("Spelling")


@dataclass(frozen=True)
class Language:
    """All texts and formats of one language."""

    code: str
    tag: str  # as word processors write it: vi-VN
    label: str
    data: Literal["vi", "en"]  # which of the two names that data comes with its readers are shown
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
    grading: grading.GradingTexts
    readiness: readiness.ReadinessTexts
    examples: examples.ExampleTexts
    value: value.ValueTexts
    people: people.PeopleTexts
    stage: stage.StageTexts
    compare: compare.CompareTexts
    explore: explore.ExploreTexts
    glossary: glossary.GlossaryTexts
    names: names.NameTexts
    problems: problems.ProblemTexts
    freezing: freezing.FreezingTexts
    mailing: mailing.MailingTexts
    verdicts: verdicts.VerdictTexts
    admin: admin.AdminTexts
    exports: files.ExportTexts
    importing: importing.ImportTexts
    programmes: programmes.ProgrammeTexts
    entrance: entrance.EntranceTexts
    plotly: plotly.PlotlyTexts
    controls: controls.ControlTexts
    numbers: formatting.Numbers

    def one_of(self, vietnamese: Spelling, english: Spelling) -> Spelling:
        """The text in this language of bilingual data; the other one where it is missing."""
        return (english or vietnamese) if self.data == "en" else (vietnamese or english)

    def name_of(self, item: Named) -> str:
        """The name of a programme, phase, sector or event; "" where it has none."""
        return self.one_of(item.name_vi, item.name_en) or ""

    def measure_head(self, measure: str) -> str:
        """The column header for a measure: a short word where defined, else its label."""
        return self.charts.ranking_heads.get(measure) or self.names.measures[measure]

    def measured(self, measure: str, value: str) -> str:
        """“24 sáng kiến”: a formatted value with its unit, appended by default."""
        form = self.exports.slides.measured.get(measure)
        return form.format(value=value) if form else f"{value} ({self.names.measures[measure]})"

    def phase_name(self, phase: Named | None, number: int, *, short: bool = False) -> str:
        """The programme's name for a phase; its number where it has none."""
        words = self.pages.phase_short if short else self.pages.phase
        return (phase and self.name_of(phase)) or words.format(number=number)

    def short_name_of(self, programme: Named) -> str:
        """The name of a programme up to the dash before its motto."""
        return self.name_of(programme).partition(" – ")[0]

    def scheme_of(self, code: str, vietnamese: str, english: str) -> str:
        """The name of a breakdown: its source's, else that of its dimension."""
        return self.one_of(vietnamese, english) or self.sectors.schemes.get(code, "")

    def part_of(self, code: str, vietnamese: str, english: str | None) -> str:
        """The name of a part: its source's, else that of its code."""
        if self.data == "vi":
            return vietnamese
        return english or self.names.sectors.get(code) or self.names.word(vietnamese)

    def moment_of(self, moment: datetime | None, *, inferred: bool = False) -> str:
        """A moment as this language writes it, marked where no source gives it."""
        text = self.numbers.moment(moment)
        return self.facts.day_inferred.format(moment=text) if inferred else text

    def moment_or_unknown(self, moment: datetime | None) -> str:
        """A moment as this language writes it; in words, that it is unknown."""
        return self.numbers.moment(moment) if moment else self.facts.unknown

    def with_names(self, sectors: Mapping[str, str], words: Mapping[str, str]) -> Self:
        """This language with names from the database: sectors by code, others by their Vietnamese name."""
        return replace(self, names=self.names.with_names(sectors, words))


VIETNAMESE: Final = Language(
    "vi",
    "vi-VN",
    "Tiếng Việt",
    "vi",
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
    grading.VIETNAMESE,
    readiness.VIETNAMESE,
    examples.VIETNAMESE,
    value.VIETNAMESE,
    people.VIETNAMESE,
    stage.VIETNAMESE,
    compare.VIETNAMESE,
    explore.VIETNAMESE,
    glossary.VIETNAMESE,
    names.VIETNAMESE,
    problems.VIETNAMESE,
    freezing.VIETNAMESE,
    mailing.VIETNAMESE,
    verdicts.VIETNAMESE,
    admin.VIETNAMESE,
    files.VIETNAMESE,
    importing.VIETNAMESE,
    programmes.VIETNAMESE,
    entrance.VIETNAMESE,
    plotly.VIETNAMESE,
    controls.VIETNAMESE,
    formatting.VIETNAMESE,
)
ENGLISH: Final = with_plurals(
    Language(
        "en",
        "en-US",
        "English",
        "en",
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
        grading.ENGLISH,
        readiness.ENGLISH,
        examples.ENGLISH,
        value.ENGLISH,
        people.ENGLISH,
        stage.ENGLISH,
        compare.ENGLISH,
        explore.ENGLISH,
        glossary.ENGLISH,
        names.ENGLISH,
        problems.ENGLISH,
        freezing.ENGLISH,
        mailing.ENGLISH,
        verdicts.ENGLISH,
        admin.ENGLISH,
        files.ENGLISH,
        importing.ENGLISH,
        programmes.ENGLISH,
        entrance.ENGLISH,
        plotly.ENGLISH,
        controls.ENGLISH,
        formatting.ENGLISH,
    )
)
LANGUAGES: Final = {language.code: language for language in (VIETNAMESE, ENGLISH)}


def language_of_code(code: str) -> Language:
    """The language of a code; Vietnamese where none has it."""
    return LANGUAGES.get(code, VIETNAMESE)
