"""The benefit of the initiatives in words, for page and pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from language.languages import Language
from model.value import Value
from presentation.metric_card import MetricCard, metric_card


@dataclass(frozen=True)
class ValueView:
    """Cards, and a title and a sentence for each chart. Sentences that do not apply are ""."""

    cards: tuple[MetricCard, ...]
    titles: Mapping[str, str]  # by bands, concentration, sectors, units, largest
    notes: Mapping[str, str]  # the same keys
    counted: str  # whether undecided initiatives are among those counted


def view_value(value: Value, language: Language) -> ValueView:
    """The words of a scope with records."""
    texts, count = language.value, language.numbers.count(len(value.largest))
    return ValueView(
        cards=tuple(_cards(value, language)),
        titles={
            "bands": texts.bands_title,
            "concentration": texts.concentration_title,
            "sectors": texts.sectors_title,
            "units": texts.units_title,
            "largest": texts.largest_title,
        },
        notes={
            "bands": texts.bands_note,
            "concentration": _concentration_note(value, language),
            "sectors": texts.sectors_note,
            "units": texts.units_note,
            "largest": texts.largest_note.format(count=count) if value.largest else "",
        },
        counted=_counted(value, language),
    )


def _counted(value: Value, language: Language) -> str:
    """Which statuses all numbers of the page include."""
    if not value.statuses:
        return language.value.every_status
    return language.value.some_statuses.format(statuses=language.names.statuses_in_words(value.statuses))


def _concentration_note(value: Value, language: Language) -> str:
    """“1% sáng kiến có giá trị cao nhất giữ 62,1% tổng giá trị đã tính.”"""
    if not value.concentration:
        return ""
    held = value.concentration[0]
    return language.value.concentration_note.format(
        percent=language.numbers.percent(held.percent, 0), share=language.numbers.percent(held.share_pct)
    )


def _cards(value: Value, language: Language) -> Iterator[MetricCard]:
    """Total, number computed and not computed, mean, median and largest."""
    texts, shares = language.value, _shares(value)
    for name, text in _written(value, language).items():
        note = texts.card_notes[name].format(percent=language.numbers.percent(shares.get(name)))
        # A card may break its line before the unit.
        yield metric_card(name, text.replace("\u00a0", " "), note, texts)


def _written(value: Value, language: Language) -> dict[str, str]:
    count, money, unknown = language.numbers.count, language.numbers.money_vnd, language.facts.unknown
    some = value.computed > 0
    return {
        "total": money(value.total) if some else unknown,
        "computed": count(value.computed),
        "unknown": count(value.uploads - value.computed),
        "mean": money(value.mean) if some else unknown,
        "median": money(value.median) if some else unknown,
        "largest": unknown if value.highest is None else money(value.highest),
    }


def _shares(value: Value) -> dict[str, float | None]:
    """Percentages of uploads; for the largest, of the total."""
    uploads, computed, largest = value.uploads, value.computed, value.highest
    return {
        "computed": 100 * computed / uploads if uploads else None,
        "unknown": 100 * (uploads - computed) / uploads if uploads else None,
        "largest": 100 * largest / value.total if largest and value.total else None,
    }
