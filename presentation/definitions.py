"""What the words of a file mean: formulas of its numbers, and the statuses that its units have."""

from language.words.beginning import at_beginning
from presentation.figures import Figures
from presentation.targets import describe_states
from presentation.wording import Wording


def define_terms(figures: Figures, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Names and definitions of the key figures and of every status that a unit of the scope has."""
    facts = wording.language.facts
    formulas = ((facts.metrics[name], words) for name, words in facts.formulas.items())
    return (*formulas, *((name, f"{at_beginning(words)}.") for name, words in _statuses(figures, wording)))


def define_statuses(figures: Figures, wording: Wording) -> str:
    """What every status of a unit of the scope means, in one sentence; "" where there are none."""
    statuses = "; ".join(f"“{name}”: {words}" for name, words in _statuses(figures, wording))
    return wording.language.verdicts.defined.format(list=statuses) if statuses else ""


def _statuses(figures: Figures, wording: Wording) -> list[tuple[str, str]]:
    definitions = wording.language.verdicts.definitions
    states = describe_states(figures.targets, wording.language)
    return [(state.name, definitions[state.status.value]) for state in states]
