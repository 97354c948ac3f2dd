"""The potential of a unit in words: range, reason, and comparison with its count."""

from collections import Counter
from collections.abc import Sequence

from language.languages import Language
from model.potential import Potential
from model.reference import Alike


def describe_range(potential: Potential, language: Language) -> str:
    """“1.200–1.900”; "" where there is none."""
    if potential.low is None or potential.high is None:
        return ""
    numbers = language.numbers
    return f"{numbers.count(potential.low)}–{numbers.count(potential.high)}"


def describe_potential(potential: Potential, mean: float | None, language: Language) -> str:
    """“Thấp hơn tiềm năng”, with a note where the unit's rate is nevertheless about average."""
    texts = language.targets
    if potential.verdict is None:
        return texts.potential_unknown
    at_mean = (
        potential.verdict == "below"
        and potential.per100 is not None
        and mean is not None
        and potential.per100 >= 0.9 * mean
    )
    return texts.potential_at_mean if at_mean else texts.potential_verdicts[potential.verdict]


def describe_reason(potential: Potential, language: Language) -> str:
    """Which units it is compared with and what they achieve, or why there is no estimate."""
    texts, numbers = language.targets, language.numbers
    if potential.why:
        return texts.potential_why[potential.why].format(fewest=language.numbers.count(potential.rule.units))
    return texts.potential_reason.format(
        count=numbers.count(potential.others),
        alike=", ".join(texts.potential_alike[name] for name in potential.alike),
        low=numbers.decimal(potential.low_per100, 2),
        high=numbers.decimal(potential.high_per100, 2),
        members=numbers.count(potential.members),
    )


def describe_none(why: str | None, units: Sequence[Potential], language: Language) -> str:
    """Why no unit has an estimate: one reason for all, or each reason with its units."""
    texts, count = language.targets, language.numbers.count
    reasons = [texts.potential_none[why]] if why else []
    for code, number in Counter(unit.why for unit in units if unit.why).items():
        reasons.append(texts.potential_none[code].format(count=count(number), fewest=count(units[0].rule.units)))
    return texts.potential_none_of.format(word=texts.potential_word, why="; ".join(reasons))


def describe_method(group: Alike, language: Language) -> str:
    """The method, with the numbers set in the programme."""
    count = language.numbers.count
    return language.targets.potential_method.format(fewest=count(group.units), times=count(group.times))
