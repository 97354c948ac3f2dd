"""Which facts of the overview files list."""

from collections.abc import Iterable
from typing import Final

from model.facts import Fact
from model.results import Overview

# Left out instead of “unknown”: people have a part of their own, and few units have no tenth place.
ELSEWHERE: Final = ("people", "first_over_tenth")


def is_listed(name: str, value: object) -> bool:
    """Whether a file lists the fact: also unknown ones, unless another part covers it."""
    return name not in ELSEWHERE or value is not None


def listed_facts(overview: Overview, order: Iterable[str]) -> dict[str, Fact]:
    """Facts by name: those of `order` first, then the others."""
    facts = {name: overview.facts[name] for name in order if name in overview.facts} | dict(overview.facts)
    return {name: fact for name, fact in facts.items() if is_listed(name, fact.value)}
