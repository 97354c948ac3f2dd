"""The key figures of a scope, each with name, formatted value and note."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from language.languages import Language
from model.codes import TargetStatus
from model.exactness import size_qualifier
from model.facts import Fact
from model.filters import is_finished
from model.results import Overview
from presentation.facts import moment_reached, write_fact


@dataclass(frozen=True)
class KeyFigure:
    """One number: `text` includes its own day where it is older than the moment asked for, `value` does not."""

    name: str
    fact: Fact
    label: str  # “Sáng kiến hợp lệ”
    short_label: str  # “Hợp lệ”, for a card
    value: str
    text: str
    note: str  # one line under it; empty where there is nothing to add


def key_figures(overview: Overview, language: Language) -> Mapping[str, KeyFigure]:
    """The figures of a page's cards and of a report, by fact name, in reading order: what is measured comes first."""
    places = {"uploads": overview.counts, overview.counts: "uploads"}
    names = [places.get(name, name) for name in _NOTES]
    figures = {name: _figure(name, overview, language) for name in names}
    return _without_zeros(figures, overview, language) if overview.is_silent else figures


def _without_zeros(figures: Mapping[str, KeyFigure], overview: Overview, language: Language) -> Mapping[str, KeyFigure]:
    """The figures of units that have reported nothing: known are their target, and how many they are."""
    word, unknown = language.names.target_status(TargetStatus.NOT_REPORTED.value), language.facts.unknown
    counts = {name: replace(figures[name], value=word, text=word) for name in ("uploads", overview.counts)}
    emptied = {
        name: replace(figure, fact=replace(figure.fact, value=None), value=unknown, text=unknown, note="")
        for name, figure in figures.items()
    }
    gap = language.facts.metrics["gap"]  # neither missing nor above
    emptied["gap"] = replace(emptied["gap"], label=gap, short_label=gap)
    return {**emptied, **counts, **{name: figures[name] for name in ("target", "units_reported")}}


def counts_units(overview: Overview) -> bool:
    """Whether the number of units that uploaded is worth showing: for one unit it would be “1/1”."""
    total = overview.facts["units_total"].value
    return total is None or total > 1


def fact_name(name: str, fact: Fact) -> str:
    """The label of a fact: units with a printed figure need not have uploaded, valid initiatives are no uploads."""
    if name == "last_7_days" and fact.counts == "valid":
        return "last_7_days_valid"
    return "units_published" if name == "units_reported" and fact.source.kind == "published" else name


def write_gap(gap: Fact, language: Language) -> str:
    """“Còn thiếu: 136.468”; "" where unknown."""
    return "" if gap.value is None else f"{language.facts.gap_name(gap.value)}: {size_of_gap(gap, language)}"


def size_of_gap(gap: Fact, language: Language) -> str:
    """“ít nhất 136.468”: the size of the gap with its qualifier."""
    value = gap.value or 0
    return language.names.qualified(language.numbers.count(abs(value)), size_qualifier(gap.qualifier, value))


def _figure(name: str, overview: Overview, language: Language) -> KeyFigure:
    fact = overview.facts[name]
    code = fact_name(name, fact)
    label, short_label = language.exports.facts[code], language.facts.metrics[code]
    value, text = write_fact(replace(fact, is_older=False), language), write_fact(fact, language)
    if name == "gap" and fact.value is not None:
        label = short_label = language.facts.gap_name(fact.value)
        value = text = size_of_gap(fact, language)
    total = overview.facts["units_total"]
    if name == "units_reported" and fact.value is not None and total.value is not None:
        value, text = (f"{amount}/{write_fact(total, language)}" for amount in (value, text))
    return KeyFigure(name, fact, label, short_label, value, text, _NOTES[name](overview, language))


def _week(name: str, overview: Overview, language: Language) -> str:
    """What the last 7 days added, beside the number that they belong to."""
    if name != overview.counts:
        return ""
    week = overview.facts["last_7_days"].value
    is_over = is_finished(overview.moment, overview.end)
    words = language.overview.in_final_7_days if is_over else language.overview.in_last_7_days
    return words.format(count=language.numbers.count(week)) if week else ""


def _whose_target(overview: Overview, language: Language) -> str:
    texts = language.overview
    if overview.facts["target"].value is None and overview.target_scope == "published":
        return ""
    if not overview.end:
        return texts.of_programme
    words = {"national": texts.national_plan, "published": texts.published_target}
    of_units = texts.one_target if overview.facts["target"].source.kind == "target" else texts.target_sum
    kind = language.names.target_kind(overview.target_scope).lower()
    return words.get(overview.target_scope, of_units).format(end=language.numbers.date(overview.end), kind=kind)


def _time(overview: Overview, language: Language) -> str:
    """The share of time passed; for a target met early, when."""
    numbers, texts = language.numbers, language.overview
    early, passed = overview.facts["days_early"].value, overview.facts["time_passed_pct"].value
    if early and early > 0:
        return texts.reached_early.format(moment=moment_reached(overview, language), days=numbers.count(early))
    if passed is None or overview.facts["reached_pct"].is_older:
        return ""  # a percentage of another day stands above
    if is_finished(overview.moment, overview.end):
        return texts.finished
    return texts.time_passed.format(percent=numbers.percent(passed))


def _to_do(overview: Overview, language: Language) -> str:
    """The needed daily pace, or by how much the target is exceeded."""
    numbers, texts = language.numbers, language.overview
    gap, needed, days = (overview.facts[name].value for name in ("gap", "needed_per_day", "days_left"))
    reached = overview.facts["reached_pct"].value
    if gap is not None and gap < 0 and needed and days and not overview.facts["gap"].is_older:
        word = overview.facts["needed_per_day"].qualifier
        count = language.names.qualified(numbers.count(needed), word)
        return texts.needed_per_day.format(count=count, days=numbers.count(days))
    if gap is not None and gap > 0 and reached is not None:
        above = language.names.qualified(numbers.percent(reached - 100), overview.facts["reached_pct"].qualifier)
        return texts.exceeded_by.format(percent=above)
    return ""


def _silent(overview: Overview, language: Language) -> str:
    """How many units have no number; before the first day, the date of the start."""
    reported, total, texts = overview.facts["units_reported"], overview.facts["units_total"], language.overview
    if overview.is_before:
        return texts.begins.format(day=language.numbers.date(overview.start))
    if reported.value is None or total.value is None:
        return ""
    printed, silent = reported.source.kind == "published", int(total.value - reported.value)
    if not silent:
        return texts.all_published if printed else texts.every_unit_uploaded
    return (texts.none_published if printed else texts.no_upload_yet).format(count=language.numbers.count(silent))


def _computed(overview: Overview, language: Language) -> str:
    computed, count = overview.facts["benefit_count"].value, overview.count.value
    if computed is None or not count:
        return ""
    return language.overview.computed_for.format(percent=language.numbers.percent(100 * computed / count))


def _nothing(_: Overview, __: Language) -> str:
    return ""


_NOTES: Final[Mapping[str, Callable[[Overview, Language], str]]] = {
    "uploads": partial(_week, "uploads"),
    "target": _whose_target,
    "reached_pct": _time,
    "gap": _to_do,
    "valid": partial(_week, "valid"),
    "under_review": _nothing,
    "units_reported": _silent,
    "benefit_vnd": _computed,
}
