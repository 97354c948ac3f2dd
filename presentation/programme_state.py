"""Where a programme stands, by its state and by its dates."""

from datetime import date
from typing import Final

from data_access.programmes.states import Standing
from language.languages import Language

_RUNNING: Final = "running"


def describe_state(programme: Standing, day: date, language: Language) -> str:
    """The state in words on a day: nobody calls a programme running before its first or after its last one."""
    texts, write = language.programmes, language.numbers.date
    if programme.state != _RUNNING:
        return texts.states[programme.state]
    if programme.start and day < programme.start:
        return texts.not_begun.format(day=write(programme.start))
    if programme.end and day > programme.end:
        return texts.past_end.format(day=write(programme.end))
    return texts.states[_RUNNING]
