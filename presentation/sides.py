"""Sides of a comparison as cells: header, value, difference, factor."""

from language.languages import Language
from language.words.formatting import MISSING
from model.compare import Compared, Side
from model.exactness import ratio_qualifier, with_sign
from model.facts import Fact
from model.rounding import printed_difference
from presentation.facts import moment_of_fact

_RATES = ("percent", "per100")
_UNIT_OF_FIGURES = {"per100": "rate"}  # what numbers are told to be measured in


def side_name(side: Side, compared: Compared, language: Language) -> str:
    """“Thanh Hóa”, “20/04/2022 08:00”, “75 nghìn sáng kiến · 31/12/2021”."""
    if compared is Compared.UNITS and side.unit:
        return language.names.word(side.unit.short_name)
    if compared is Compared.PROGRAMMES:
        short, moment = language.short_name_of(side.programme), side.facts["uploads"].as_of or side.moment
        return f"{short} · {language.numbers.moment(moment)}" if moment else short
    return language.numbers.moment(side.moment)


def write_cell(fact: Fact, language: Language) -> str:
    """A fact of a side as a cell, with “*” where published; “–” where unknown."""
    if fact.value is None:
        return MISSING
    text = language.numbers.measured(fact.value, _UNIT_OF_FIGURES.get(fact.unit, fact.unit))
    # “Hơn −836.468” would read as more missing: below zero the qualifier is a sign, as in tables of targets.
    worded = with_sign(text, fact.qualifier) if fact.value < 0 else language.names.qualified(text, fact.qualifier)
    marked = language.facts.starred(worded, printed=fact.is_printed)
    return f"{marked} ({moment_of_fact(fact, language)})" if fact.is_older else marked


def word_between(measure: str, one: Side, other: Side) -> str | None:
    """The qualifier of a difference: two gaps to the same target differ exactly as the counts do."""
    targets = [(side.facts["target"].value, side.facts["target"].qualifier) for side in (one, other)]
    key = "uploads" if measure == "gap" and targets[0] == targets[1] else measure
    return ratio_qualifier(other.facts[key].qualifier, one.facts[key].qualifier)


def write_difference(one: Fact, other: Fact, language: Language, word: str | None = None) -> str:
    """The second minus the first, with its qualifier: in points for rates, with the factor for counts.

    "" for different days; equal values differ by 0 however inexact they are.
    """
    if one.value is None or other.value is None or one.is_older or other.is_older:
        return MISSING
    gap = other.value - one.value
    word = word if gap else None
    if other.unit in _RATES:
        points = printed_difference(one.value, other.value)
        return with_sign(_difference_of_rates(points, other.unit, language), word)
    text = language.numbers.signed(gap)
    if other.unit == "vnd":
        text = f"{'+' if gap > 0 else ''}{language.numbers.money_vnd(gap)}"
    return _with_times(with_sign(text, word), write_factor(one, other, language))


def write_factor(one: Fact, other: Fact, language: Language) -> str:
    """The factor of the second number to the first, for counts and sums of one day only."""
    if not one.value or not other.value or one.value < 0 or other.value < 0 or one.value == other.value:
        return ""
    if one.is_older or other.is_older or other.unit in _RATES:
        return ""
    times = f"×{language.numbers.decimal(other.value / one.value, 2)}"
    sign = with_sign(times, ratio_qualifier(other.qualifier, one.qualifier))
    return language.facts.starred(sign, printed=one.is_printed and other.is_printed)


def write_cell_beside(first: Fact, fact: Fact, language: Language) -> str:
    """A cell of a later side among several: with its factor to the first."""
    return _with_times(write_cell(fact, language), write_factor(first, fact, language))


def _difference_of_rates(gap: float, unit: str, language: Language) -> str:
    sign = "+" if gap > 0 else ""
    points = language.compare.points if unit == "percent" else ""
    return f"{sign}{language.numbers.decimal(gap, 2)}{points}"


def _with_times(text: str, times: str) -> str:
    return f"{text} ({times})" if times else text
