"""A number on a card, with all its texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from language.languages import Language
from language.words.formatting import MISSING


@dataclass(frozen=True)
class MetricCard:
    """Label, value with its unit (or that it is unknown), note, and what it counts."""

    name: str
    label: str
    value: str
    note: str
    definition: str


class CardTexts(Protocol):
    """The texts of a page's cards by their names."""

    @property
    def cards(self) -> Mapping[str, str]: ...

    @property
    def card_help(self) -> Mapping[str, str]: ...


def metric_card(name: str, value: str, note: str, texts: CardTexts) -> MetricCard:
    """The card of a name; a note with an unknown value in it is left out."""
    return MetricCard(name, texts.cards[name], value, known_note(note), texts.card_help[name])


def cards_of_silent(cards: Sequence[MetricCard], language: Language) -> tuple[MetricCard, ...]:
    """The cards of who has reported nothing: no number of them is known, not even as 0 (decision 0021)."""
    return tuple(replace(card, value=language.facts.unknown, note="") for card in cards)


def known_note(note: str) -> str:
    """The note; "" where a value in it is unknown."""
    return "" if MISSING in note.split() else note
