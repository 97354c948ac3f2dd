"""Pages beside the count as every file tells them, in the order of files."""

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
    """Those that there is something to say of; none where printed figures were asked for in the place of records."""
    if figures.filters.basis is Basis.PUBLISHED and records.has_records(figures.filters.programme):
        return ()
    made = (_made(make, records, figures, wording) for make in BRIEFS.values())
    return tuple(brief for brief in made if brief and brief.is_known)


def _made(make: MakeBrief, records: Records, figures: Figures, wording: Wording) -> Brief | None:
    """None where the records of a frozen figure no longer tell."""
    try:
        return make(records, figures, wording)
    except Unanswerable:
        return None
