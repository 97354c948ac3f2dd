"""The verdict on a scope in one sentence: count, target, and whether the pace suffices."""

from language.languages import Language
from model.codes import TargetStatus
from model.exactness import leaves_open
from model.filters import Filters
from model.results import Overview
from presentation.facts import own_day
from presentation.key_figures import size_of_gap


def describe_verdict(overview: Overview, filters: Filters, language: Language) -> str:
    """“163.532, đạt 54,51%; 7 ngày qua 5.923/ngày, cần 3.329/ngày: đủ nhịp”; another measure than uploads is named."""
    facts, texts, numbers = overview.facts, language.verdicts, language.numbers
    fact = facts[filters.counted]
    reached = facts["reached_pct"].value
    sentence = texts.sentences[overview.status.value]
    is_inexact = overview.status is TargetStatus.MET and leaves_open(fact.qualifier, facts["target"].qualifier)
    if (overview.status is TargetStatus.NOT_COMPARABLE and reached is not None) or is_inexact:
        sentence = texts.percent_only  # “hơn 300.000” is not exactly the target
        if facts["pace_per_day"].value is not None and not is_inexact:
            sentence = texts.open_target
    count = language.names.qualified(numbers.count(fact.value), fact.qualifier)
    words = sentence.format(
        count=language.measured("valid", count) if filters.counted == "valid" else count,
        percent=language.names.qualified(numbers.percent(reached), facts["reached_pct"].qualifier),
        word=language.names.qualifier(facts["target"].qualifier),
        gap=size_of_gap(facts["gap"], language),
        start=numbers.date(overview.start),
        pace=numbers.pace(facts["pace_per_day"].value, facts["needed_per_day"].value),
        needed=language.names.qualified(
            numbers.count(facts["needed_per_day"].value), facts["needed_per_day"].qualifier
        ),
    )
    return f"{words} ({own_day(fact, language)})" if fact.is_older else words
