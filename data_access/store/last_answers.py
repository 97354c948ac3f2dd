"""What the database answered, once a version; the last good answer while it is away."""

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from data_access.database.errors import DatabaseUnreachable
from data_access.store.lru import Recent

T = TypeVar("T")

_KEPT: Final = 500


class LastAnswers:
    """Answers by key with the version they are of."""

    def __init__(self, stamp: Callable[[], int]) -> None:
        """`stamp`: another number for every other content."""
        self._stamp = stamp
        self._answers: Recent[tuple[int, Any]] = Recent(_KEPT)

    def answered(self, ask: Callable[[], T], key: Hashable) -> T:
        """What `ask` returns. Raises DatabaseUnreachable where it never answered."""
        stamp, last = self._stamp(), self._answers.get(key)
        try:
            kept = self._answers.get_or_make(key, lambda: (stamp, ask()), lambda answer: answer[0] >= stamp)
        except DatabaseUnreachable:
            if last is None:
                raise
            kept = last
        return kept[1]  # type: ignore[no-any-return]
