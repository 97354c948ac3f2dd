"""What the database answered, once a version; the last good answer while it is away."""

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from data_access.database.errors import DatabaseUnreachable
from data_access.store.lru import Newest

T = TypeVar("T")

_KEPT: Final = 500


class LastAnswers:
    """Answers by key with the version they are of."""

    def __init__(self, stamp: Callable[[], int]) -> None:
        """`stamp`: another number for every other content."""
        self._answers: Newest[tuple[Any]] = Newest(_KEPT, stamp)  # wrapped: None is an answer, too

    def answered(self, ask: Callable[[], T], key: Hashable) -> T:
        """What `ask` returns. Raises DatabaseUnreachable where it never answered."""
        last = self._answers.last(key)
        try:
            kept = self._answers.get_or_make(key, lambda: (ask(),))
        except DatabaseUnreachable:
            if last is None:
                raise
            kept = last
        return kept[0]  # type: ignore[no-any-return]
