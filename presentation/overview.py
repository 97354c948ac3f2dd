"""The state of a scope in words, for slides, reports, the stage and pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from language.languages import Language
from language.words.beginning import at_beginning
from model.codes import TargetStatus
from model.filters import Filters, is_finished
from model.results import Overview
from presentation.facts import write_fact
from presentation.figures import Figures
from presentation.key_figures import KeyFigure, key_figures, size_of_gap, write_gap
from presentation.stamp import Stamp, stamp
from presentation.verdict import describe_verdict
from presentation.wording import Wording

_WHOLE_FROM: Final = 10  # initiatives in one cell of the waffle


@dataclass(frozen=True)
class OverviewView:
    """The key numbers of a scope. Sentences that do not apply are ""."""

    title: str  # the count and what it is of the target
    verdict: str  # the same with the pace
    figures: Mapping[str, KeyFigure]  # by the name of their fact, in reading order
    printed: tuple[tuple[str, str], ...]  # name and number of what was published on its own
    reached: str  # “Đạt chỉ tiêu: 54,51%”
    gap: str  # “Còn thiếu: 136.468”
    passed: str  # “Thời gian đã qua: 71,33%”
    time_passed_pct: float | None
    cells: tuple[str, ...]  # what a cell of a hundred stands for, and that they are full
    no_target: str  # why nothing is compared with a target
    stamp: Stamp
    counts: str = "uploads"  # which of the figures is compared with the target
    is_silent: bool = False  # nobody of the scope has reported anything: no number of it is a zero

    @property
    def count(self) -> KeyFigure:
        """The number that the title and the days speak of."""
        return self.figures[self.counts]

    def beside(self, cards: Sequence[str]) -> list[str]:
        """The figures for cards beside the number: where that is of valid initiatives, uploads take their place."""
        return ["uploads" if name == self.counts else name for name in cards]

    @property
    def is_known(self) -> bool:
        """Whether initiatives are counted at all; a programme may count other things."""
        return self.figures["uploads"].fact.value is not None


def view_overview(figures: Figures, wording: Wording) -> OverviewView:
    """The words of an overview."""
    overview, language, numbers = figures.overview, wording.language, wording.language.numbers
    facts, names = overview.facts, wording.texts.facts
    passed = facts["time_passed_pct"].value
    is_silent = overview.is_silent
    cells = () if is_silent else _cells(overview, wording)
    return OverviewView(
        title=_title(overview, figures.filters, wording),
        verdict=describe_verdict(overview, figures.filters, language),
        figures=key_figures(overview, language),
        printed=tuple((wording.card(card), wording.measured_fact(card.fact)) for card in overview.cards),
        reached=""
        if is_silent or facts["reached_pct"].value is None
        else f"{names['reached_pct']}: {_percent(overview, language)}",
        gap="" if is_silent else write_gap(facts["gap"], language),
        passed="" if passed is None else f"{names['time_passed_pct']}: {numbers.percent(passed)}",
        time_passed_pct=passed,
        cells=cells,
        no_target="" if cells else _no_target(overview, wording),
        stamp=stamp("overview", figures, wording),
        counts=overview.counts,
        is_silent=is_silent,
    )


def progress_finding(overview: Overview, language: Language) -> str:
    """“Đạt 16,35% khi đã qua 16,97% thời gian”, or the plain title where one of the two is unknown or older."""
    texts, numbers = language.overview, language.numbers
    reached, passed = overview.facts["reached_pct"], overview.facts["time_passed_pct"].value
    if reached.value is None or passed is None or reached.is_older:
        return texts.progress_title
    is_over = is_finished(overview.moment, overview.end)
    sentence = texts.reached_at_the_end if is_over else texts.reached_on_the_way
    words = sentence.format(percent=_percent(overview, language), passed=numbers.percent(passed))
    return at_beginning(words)  # a title may begin with “about”


def _percent(overview: Overview, language: Language) -> str:
    """The share of the target with its qualifier."""
    reached = overview.facts["reached_pct"]
    return language.names.qualified(language.numbers.percent(reached.value), reached.qualifier)


def _title(overview: Overview, filters: Filters, wording: Wording) -> str:
    """As much of the title as is known."""
    facts, texts, language = overview.facts, wording.texts.slides, wording.language
    if overview.status in (TargetStatus.NOT_BEGUN, TargetStatus.NOT_REPORTED):
        return describe_verdict(overview, filters, language)
    if facts["uploads"].value is None:
        return texts.headline_unknown
    if facts["reached_pct"].value is None:
        return at_beginning(texts.headline_alone.format(uploads=write_fact(facts["uploads"], language)))
    text = language.measured(filters.counted, write_fact(facts[filters.counted], language))
    share, target = _percent(overview, language), write_fact(facts["target"], language)
    return at_beginning(texts.headline.format(counted=text, percent=share, target=target))


def _no_target(overview: Overview, wording: Wording) -> str:
    """Why nothing is compared: there is no target, nobody has reported yet, or the two are not of one scope."""
    target, names = overview.facts["target"], wording.language.names
    if overview.is_silent and target.value is not None:
        return f"{wording.texts.facts['target']}: {write_fact(target, wording.language)}"
    if target.value is None:
        return names.target_status(TargetStatus.NO_TARGET.value)
    return wording.texts.slides.waffle_none


def one_cell(target: float, wording: Wording) -> str:
    """A hundredth of the target: from ten on in whole initiatives, “khoảng 261”, since nobody uploads 0,65 of one."""
    numbers, cell = wording.language.numbers, target / 100
    if cell.is_integer():
        return numbers.count(int(cell))
    return wording.qualified(numbers.decimal(cell, 0), "khoảng") if cell >= _WHOLE_FROM else numbers.decimal(cell, 2)


def _cells(overview: Overview, wording: Wording) -> tuple[str, ...]:
    """The waffle of 100 cells: what one cell stands for, and the excess over the target."""
    facts, texts = overview.facts, wording.texts.slides
    target, gap = facts["target"].value, facts["gap"].value
    if facts["reached_pct"].value is None or gap is None or not target:
        return ()
    cell = texts.waffle.format(cell=one_cell(target, wording))
    over = size_of_gap(facts["gap"], wording.language)
    return (cell, texts.waffle_full.format(over=over)) if gap > 0 else (cell,)
