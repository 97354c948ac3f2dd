"""Speaker notes: the report's sentences that belong to one view."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from presentation.by_status import statuses_of
from presentation.figures import Figures
from presentation.prose import (
    benefit_of,
    leaders_of,
    opening_of,
    pace_of,
    parts_of,
    reporting_of,
    states_of,
)
from presentation.standing import by_standing
from presentation.wording import Wording

_READ_ALOUD: Final = 8  # units that a sentence may name
_NotesOf: TypeAlias = Callable[[Figures, Wording], Iterator[str]]


def speaker_notes(view: str, figures: Figures, wording: Wording) -> tuple[str, ...]:
    """Sentences for one of the stage's views; none without data."""
    return tuple(_NOTES_BY_VIEW[view](figures, wording))


def _whole(figures: Figures, wording: Wording) -> Iterator[str]:
    yield opening_of(figures, wording)
    yield from reporting_of(figures, wording)


def _standing(figures: Figures, wording: Wording) -> Iterator[str]:
    yield from statuses_of(by_standing(figures.targets).to_dicts(), wording, _READ_ALOUD)


def _parts(figures: Figures, wording: Wording) -> Iterator[str]:
    for breakdown in figures.sectors[:2]:
        yield from parts_of(breakdown, wording, figures.overview.moment)


def _pace(figures: Figures, wording: Wording) -> Iterator[str]:
    yield opening_of(figures, wording)
    yield from pace_of(figures, wording)


def _nothing(_figures: Figures, _wording: Wording) -> Iterator[str]:
    yield from ()


_NOTES_BY_VIEW: Final[Mapping[str, _NotesOf]] = {
    "headline": _whole,
    "targets": _standing,
    "ranking": leaders_of,
    "race": leaders_of,
    "sectors": _parts,
    "map": leaders_of,
    "trend": _pace,
    "funnel": states_of,
    "value": benefit_of,
    "unit": _pace,
    "changed": pace_of,
    "people": _nothing,  # the slide itself says everything
    "grading": _nothing,
    "potential": _nothing,
    "readiness": _nothing,
    "rewards": _nothing,
    "examples": _nothing,
}
