"""Names of published headline figures."""

from language.languages import Language
from model.results import Card


def card_name(card: Card, language: Language) -> str:
    """The name of a published figure, and its owner where that is a group."""
    name = language.one_of(card.label_vi, card.label_en)
    return f"{name} ({language.names.word(card.holder)})" if card.holder else name
