"""A number on a card, with all its texts."""

from dataclasses import dataclass

from language.words.formatting import MISSING


@dataclass(frozen=True)
class MetricCard:
    """Label, value with its unit (or that it is unknown), note, and what it counts."""

    name: str
    label: str
    value: str
    note: str
    definition: str


def known_note(note: str) -> str:
    """The note; "" where a value in it is unknown."""
    return "" if MISSING in note.split() else note
