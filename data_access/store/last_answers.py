"""Answers of the database, one for each state, and the last good one while it is unreachable."""

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from data_access.database.errors import DatabaseUnreachable
from data_access.store.lru import Recent

T = TypeVar("T")

_KEPT: Final = 500


class LastAnswers:
    """Answers by key with their states."""

    def __init__(self) -> None:
        self._answers: Recent[tuple[object, Any]] = Recent(_KEPT)

    def answered(self, ask: Callable[[], T], key: Hashable, state: object) -> T:
        """The result of `ask`, called once for each state. Raises DatabaseUnreachable where it never answered."""
        last = self._answers.get(key)
        try:
            entry = self._answers.get_or_make(key, lambda: (state, ask()), lambda pair: pair[0] == state)
        except DatabaseUnreachable:
            if last is None:
                raise
            entry = last
        return entry[1]  # type: ignore[no-any-return]
