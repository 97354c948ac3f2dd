"""Briefs of the other pages (recognition, value, people, …), in the order files show them."""

from collections.abc import Mapping
from typing import Final

from data_access.database.errors import Unanswerable
from data_access.store.records import Records
from model.codes import Basis
from presentation.briefs.brief import Brief, MakeBrief
from presentation.briefs.examples import brief_examples
from presentation.briefs.grading import brief_grading
from presentation.briefs.people import brief_people
from presentation.briefs.potential import brief_potential
from presentation.briefs.readiness import brief_readiness
from presentation.briefs.recognition import brief_recognition
from presentation.briefs.rewards import brief_rewards
from presentation.briefs.value import brief_value
from presentation.figures import Figures
from presentation.wording import Wording

BRIEFS: Final[Mapping[str, MakeBrief]] = {
    "recognition": brief_recognition,
    "value": brief_value,
    "people": brief_people,
    "grading": brief_grading,
    "potential": brief_potential,
    "readiness": brief_readiness,
    "rewards": brief_rewards,
    "examples": brief_examples,
}


def make_briefs(records: Records, figures: Figures, wording: Wording) -> tuple[Brief, ...]:
    """The briefs that have content; none where published figures were asked for instead of records."""
    if figures.filters.basis is Basis.PUBLISHED and records.has_records(figures.filters.programme):
        return ()
    briefs = (_made(make, records, figures, wording) for make in BRIEFS.values())
    return tuple(brief for brief in briefs if brief and brief.is_known)


def _made(make: MakeBrief, records: Records, figures: Figures, wording: Wording) -> Brief | None:
    """A brief, or None where frozen figures cannot answer it."""
    try:
        return make(records, figures, wording)
    except Unanswerable:
        return None
