"""The verdict on a scope in one sentence: count, target, and whether the pace suffices."""

from language.languages import Language
from model.codes import TargetStatus
from model.filters import Filters
from model.results import Overview
from presentation.facts import own_day
from presentation.key_figures import size_of_gap

_WHOLE_FROM = 10


def describe_verdict(overview: Overview, filters: Filters, language: Language) -> str:
    """“163.532, đạt 54,51%; 7 ngày qua 5.923/ngày, cần 3.329/ngày: đủ nhịp”."""
    facts, texts, numbers = overview.facts, language.verdicts, language.numbers
    fact = facts[filters.counted]
    reached = facts["reached_pct"].value
    sentence = texts.sentences[overview.status.value]
    is_inexact = overview.status is TargetStatus.MET and facts["reached_pct"].qualifier is not None
    if (overview.status is TargetStatus.NOT_COMPARABLE and reached is not None) or is_inexact:
        sentence = texts.percent_only  # “hơn 300.000” is not exactly the target
    words = sentence.format(
        count=language.names.qualified(numbers.count(fact.value), fact.qualifier),
        percent=language.names.qualified(numbers.percent(reached), facts["reached_pct"].qualifier),
        gap=size_of_gap(facts["gap"], language),
        start=numbers.date(overview.start),
        pace=pace_text(facts["pace_per_day"].value, language),
        needed=language.names.qualified(
            numbers.count(facts["needed_per_day"].value), facts["needed_per_day"].qualifier
        ),
    )
    return f"{words} ({own_day(fact, language)})" if fact.is_older else words


def pace_text(pace: float | None, language: Language) -> str:
    """“5.923”, “4”, and “0,4” where rounding would hide it."""
    numbers = language.numbers
    if not pace or pace >= _WHOLE_FROM or round(pace, 1) == round(pace):
        return numbers.count(pace)
    return numbers.decimal(pace, 1)
