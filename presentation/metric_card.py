"""A number of a page on its card, every word of it written."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MetricCard:
    """Label, value with its unit (or that nothing is known), the line below, and what it counts."""

    name: str
    label: str
    value: str
    note: str
    definition: str
