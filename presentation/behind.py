"""Units that have to be called, in words."""

from language.languages import Language
from model.behind import Behind


def last_day_of(late_unit: Behind, language: Language) -> str:
    """The day of the newest upload, or that there never was one."""
    return language.numbers.date(late_unit.last_day) if late_unit.last_day else language.targets.behind_never
