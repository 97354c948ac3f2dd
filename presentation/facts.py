"""Numbers of the data in words."""

from typing import Final

from language.languages import Language
from language.words.formatting import MISSING
from model.address_values import read_moment
from model.codes import Measure
from model.edges import Row
from model.facts import Fact
from model.measures import unit_of
from model.results import Overview

IN_BILLIONS: Final = "tỷ đồng"  # the ledger's word for thousands of millions of đồng


def write_fact(fact: Fact | None, language: Language) -> str:
    """A number in its unit with its qualifier: “hơn 163.532”, “3,2 tỷ đồng”; with its day where it is older."""
    if fact is None or fact.value is None:
        return language.facts.unknown
    numbers = language.numbers
    if fact.unit == "percent":
        text = numbers.percent(fact.value)
    elif fact.unit == "vnd":
        text = numbers.money_vnd(fact.value)
    else:
        text = numbers.count(fact.value) if float(fact.value).is_integer() else numbers.decimal(fact.value, 2)
    words = language.names.qualified(text, fact.qualifier)
    return f"{words} ({moment_of_fact(fact, language)})" if fact.is_older else words


def beside_known(text: str, units: int, total: int, language: Language) -> str:
    """“1,49 (79/82)”: a rate of the units whose members are known, with how many they are where they are not all."""
    if text == MISSING or units == total:
        return text
    return f"{text} ({language.numbers.count(units)}/{language.numbers.count(total)})"


def moment_of_fact(fact: Fact, language: Language) -> str:
    """The moment of a number, marked where no source gives the day."""
    return language.moment_of(fact.as_of, inferred=fact.day_inferred)


def moment_reached(overview: Overview, language: Language) -> str:
    """When the target was met, marked where no source gives the day."""
    return language.moment_of(overview.reached_at, inferred=overview.reached_inferred)


def moment_of_figure(figure: Row, language: Language) -> str:
    """The moment of a row of the ledger, as precise as its source, marked where that gives none; “–” without one."""
    moment = read_moment(figure["as_of"]) if figure["as_of"] else None
    return language.moment_of(moment, inferred=bool(moment and figure["day_inferred"]))


def own_day(fact: Fact, language: Language) -> str:
    """“số của 08/01/2022”: the day of a figure older than the moment asked for."""
    return language.facts.of_moment.format(moment=moment_of_fact(fact, language))


def write_measure(value: float | None, measure: Measure, language: Language) -> str:
    """A value of a ranking in the unit of its measure."""
    return language.facts.unknown if value is None else language.numbers.measured(value, unit_of(measure))


def write_ranked(row: Row, measure: Measure, language: Language) -> str:
    """The value of a row of a ranking behind its qualifier."""
    return language.names.qualified(write_measure(row["value"], measure, language), row["qualifier"])


def write_printed(figure: Row, language: Language) -> str:
    """The value of a row of the ledger as printed: “hơn 163.532 sáng kiến”."""
    number = language.numbers.as_printed(figure["value"])
    text = write_with_unit(number, figure["unit_of_measure"] or "", language)
    return language.names.qualified(text, figure["qualifier"])


def write_with_unit(text: str, unit: str, language: Language, word: str | None = None) -> str:
    """A written number of the ledger with its unit: “6,11%”, “hơn 33.000 tỷ đồng”, “VND 33,000 billion”.

    `word`: what the unit is called, else the language's own word.
    """
    if unit == IN_BILLIONS:
        return language.numbers.billions_vnd(text)
    if unit == "%":
        return f"{text}%"
    return f"{text} {language.names.word(unit) if word is None else word}".strip()
