"""Facts of sides as cells: the number, the difference of two, how many times one is the other."""

from charts.kit.theme import Look
from model.facts import Fact


def write_fact(fact: Fact, look: Look) -> str:
    """A fact of a side as a cell of the table; “–” where nothing is known."""
    numbers = look.language.numbers
    if fact.value is None:
        return "–"
    if fact.unit == "percent":
        text = numbers.percent(fact.value)
    elif fact.unit == "per100":
        text = numbers.decimal(fact.value, 2)
    elif fact.unit == "vnd":
        text = numbers.money_vnd(fact.value)
    else:
        text = numbers.count(fact.value)
    told = look.language.facts.starred(look.language.names.qualified(text, fact.qualifier), printed=fact.is_printed)
    if not fact.is_older:
        return told
    day = look.language.facts.moment_of(numbers.moment(fact.as_of), inferred=fact.day_inferred)
    return f"{told} ({day})"


def write_difference(one: Fact, other: Fact, look: Look) -> str:
    """The second minus the first: in points for rates, with the factor for counts; never of different days."""
    if one.value is None or other.value is None or one.is_older or other.is_older:
        return "–"
    numbers, gap = look.language.numbers, other.value - one.value
    if other.unit in ("percent", "per100"):
        sign = "+" if round(gap, 2) > 0 else ""
        points = look.language.compare.points if other.unit == "percent" else ""
        return f"{sign}{numbers.decimal(gap, 2)}{points}"
    written = f"+{numbers.money_vnd(gap)}" if other.unit == "vnd" and gap > 0 else numbers.signed(gap)
    if other.unit == "vnd" and gap <= 0:
        written = numbers.money_vnd(gap)
    times = write_times(one, other, look)
    return f"{written} ({times})" if times else written


def write_times(one: Fact, other: Fact, look: Look) -> str:
    """How many times the first number the second is; of counts and sums only, never of different days."""
    if not one.value or not other.value or one.value < 0 or other.value < 0 or one.value == other.value:
        return ""
    if one.is_older or other.is_older or other.unit in ("percent", "per100"):
        return ""
    told = f"×{look.language.numbers.decimal(other.value / one.value, 2)}"
    return look.language.facts.starred(told, printed=one.is_printed and other.is_printed)
