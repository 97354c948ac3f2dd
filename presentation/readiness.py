"""Readiness in words: cards, shares, missing units, comparison, all units."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from language.languages import Language
from model.readiness import Item, Readiness, Statement
from presentation.metric_card import MetricCard, metric_card
from presentation.readiness_words import card_counts, contrast_row, item_name, lacking, share_row, state_name
from presentation.signatures import display_name
from presentation.worded_table import Cells, WordedTable

_SOURCES: Final = 10


@dataclass(frozen=True)
class ReadinessView:
    """The words of a scope. `counted` are the columns of `units` that hold amounts."""

    cards: tuple[MetricCard, ...]
    shares: WordedTable
    contrasts: WordedTable
    cause: str  # what a comparison cannot say
    units: WordedTable
    counted: tuple[int, ...]
    sources: tuple[str, ...]  # those named most


def view_readiness(readiness: Readiness, language: Language) -> ReadinessView:
    """The words of the units' statements."""
    texts, sources = language.readiness, _sources(readiness, language)
    return ReadinessView(
        cards=tuple(_cards(readiness, language)),
        shares=_shares(readiness, language),
        contrasts=WordedTable(
            texts.contrast_title,
            _contrast_note(readiness, language),
            tuple(texts.contrast_columns),
            tuple(contrast_row(contrast, language) for contrast in readiness.contrasts),
            sources=sources,
        ),
        cause=texts.contrast_cause,
        units=_units(readiness, sources, language),
        counted=tuple(place for place, item in enumerate(readiness.items, 1) if item.counted),
        sources=sources,
    )


def view_lacking(readiness: Readiness, code: str, language: Language) -> WordedTable:
    """The units without an item, and those with no statement."""
    texts, numbers, names = language.readiness, language.numbers, language.names
    share = next(share for share in readiness.shares if share.item.code == code)
    counts = {"no": numbers.count(share.no), "unknown": numbers.count(share.unknown)}
    rows = tuple(
        (
            names.word(row["unit_name"]),
            state_name(row["state"], None, language),
            numbers.date(row["day"]) if row["day"] else "",
            names.staff_text(row["source"] or ""),
            row["note"] or "",
        )
        for row in lacking(readiness, code)
    )
    note = texts.lacking_note.format(item=item_name(share.item, language), **counts)
    heads = tuple(texts.lacking_columns)
    return WordedTable(texts.lacking_title, note, heads, rows, texts.lacking_nobody, _sources(readiness, language))


def view_statements(
    unit: str, statements: Sequence[tuple[str, Statement]], readiness: Readiness, language: Language
) -> WordedTable:
    """All statements of one unit, latest first."""
    texts, items = language.readiness, readiness.names
    rows = tuple(
        (
            language.numbers.date(statement.day),
            _name(items.get(code), code, language),
            state_name(statement.state, statement.amount, language),
            language.names.staff_text(statement.source),
            statement.note,
            display_name(statement.who, language),
        )
        for code, statement in statements
    )
    title = texts.statements_title.format(unit=language.names.word(unit))
    return WordedTable(title, texts.statements_note, tuple(texts.statements_columns), rows)


def _cards(readiness: Readiness, language: Language) -> Iterator[MetricCard]:
    texts = language.readiness
    for name, count in card_counts(readiness).items():
        value = language.numbers.count(count)
        yield metric_card(name, value, texts.card_notes[name], texts)


def _shares(readiness: Readiness, language: Language) -> WordedTable:
    texts, units = language.readiness, readiness.shares[0].units if readiness.shares else 0
    return WordedTable(
        texts.shares_title,
        texts.shares_note.format(units=language.numbers.count(units)),
        tuple(texts.share_columns),
        tuple(share_row(share, language) for share in readiness.shares),
    )


def _contrast_note(readiness: Readiness, language: Language) -> str:
    """What is compared, and of how many of the units: not all have a percentage of a target."""
    units, count = readiness.shares[0].units if readiness.shares else 0, language.numbers.count
    return language.readiness.contrast_note.format(judged=count(readiness.judged), units=count(units))


def _units(readiness: Readiness, sources: tuple[str, ...], language: Language) -> WordedTable:
    """Every unit with its latest statement on every item. Rows of a unit are consecutive in the frame."""
    texts = language.readiness
    heads = (texts.lacking_columns[0], *(item_name(item, language) for item in readiness.items))
    return WordedTable(texts.table_title, texts.table_note, heads, _by_unit(readiness, language), sources=sources)


def _by_unit(readiness: Readiness, language: Language) -> Cells:
    units = groupby(readiness.frame.iter_rows(named=True), key=lambda row: (row["unit_code"], row["unit_name"]))
    return tuple(
        (language.names.word(name), *(state_name(row["state"], row["amount"], language) for row in rows))
        for (_, name), rows in units
    )


def _name(item: Item | None, code: str, language: Language) -> str:
    return item_name(item, language) if item else code


def _sources(readiness: Readiness, language: Language) -> tuple[str, ...]:
    sources = Counter(readiness.frame["source"].drop_nulls().to_list())
    return tuple(language.names.staff_text(source) for source, _ in sources.most_common(_SOURCES))
