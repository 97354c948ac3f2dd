"""A number of a page on its card, every word of it written."""

from dataclasses import dataclass

from language.words.formatting import MISSING


@dataclass(frozen=True)
class MetricCard:
    """Label, value with its unit (or that nothing is known), the line below, and what it counts."""

    name: str
    label: str
    value: str
    note: str
    definition: str


def known_note(note: str) -> str:
    """The line below a value; nothing where something in it is not known."""
    return "" if MISSING in note.split() else note
