"""What published figures that stand on their own are called."""

from language.languages import Language
from model.results import Card


def card_name(card: Card, language: Language) -> str:
    """What a published figure is called, and whose it is where that is a group."""
    name = language.one_of(card.label_vi, card.label_en)
    return f"{name} ({language.names.word(card.holder)})" if card.holder else name
