"""Readiness in words: states, shares, and what a comparison shows and does not show."""

from collections.abc import Sequence

from language.languages import Language
from model.edges import Row
from model.readiness import FEWEST, Contrast, Item, Readiness, Share
from model.rounding import printed_difference


def state_name(state: str, amount: int | None, language: Language) -> str:
    """“Có”, or the amount where one was given."""
    return language.readiness.states[state] if amount is None else language.numbers.count(amount)


def preview_state(word: str, language: Language) -> str:
    """A state in a preview: its name, an amount, or that there is no statement."""
    states = language.readiness.states
    return states.get(word or "unknown") or language.numbers.count(int(word))


def share_row(share: Share, language: Language) -> tuple[str, ...]:
    """One row of the table of items."""
    numbers = language.numbers
    return (
        item_name(share.item, language),
        *(numbers.count(count) for count in (share.yes, share.no, share.unknown)),
        numbers.percent(share.yes_pct),
        "" if share.amount is None else numbers.count(share.amount),
    )


def item_name(item: Item, language: Language) -> str:
    """The name of an item."""
    return language.names.word(language.name_of(item))


def contrast_row(contrast: Contrast, language: Language) -> tuple[str, ...]:
    """One row of the comparison: both groups and their difference."""
    texts, numbers = language.readiness, language.numbers
    sides = (
        "" if percent is None else texts.units_of.format(percent=numbers.percent(percent), count=numbers.count(count))
        for percent, count in ((contrast.having_pct, contrast.having), (contrast.lacking_pct, contrast.lacking))
    )
    return item_name(contrast.item, language), *sides, describe_contrast(contrast, language)


def describe_contrast(contrast: Contrast, language: Language) -> str:
    """Higher, lower or equal; or that there are too few units to say."""
    texts = language.readiness
    if not contrast.is_telling or contrast.having_pct is None or contrast.lacking_pct is None:
        return texts.contrast_few.format(fewest=FEWEST)
    difference = printed_difference(contrast.lacking_pct, contrast.having_pct)
    points = texts.points.format(count=language.numbers.decimal(abs(difference), 2))
    if not difference:
        return texts.contrast_same
    return (texts.contrast_more if difference > 0 else texts.contrast_less).format(points=points)


def card_counts(readiness: Readiness) -> dict[str, int]:
    """Units in total, then in four parts that add up to it: with all items, lacking one, lacking none as far as is
    known, and without statements, by card key.
    """
    states: dict[str, list[str]] = {}
    for code, state in readiness.frame.select("unit_code", "state").iter_rows():
        states.setdefault(code, []).append(state)
    parts = {
        "all": sum(set(some) == {"yes"} for some in states.values()),
        "some": sum("no" in some for some in states.values()),
        "partly": sum(set(some) == {"yes", "unknown"} for some in states.values()),
        "silent": sum(set(some) == {"unknown"} for some in states.values()),
    }
    return {"units": len(states), **parts}


def lacking(readiness: Readiness, code: str) -> Sequence[Row]:
    """Rows of units without the item, then of those with no statement."""
    rows = [row for row in readiness.frame.iter_rows(named=True) if row["item_code"] == code and row["state"] != "yes"]
    return sorted(rows, key=lambda row: row["state"] == "unknown")
