"""The sentence about what became of a file."""

from typing import Protocol

from data_access.programmes.saving import Loaded


class Outcomes(Protocol):
    """The sentences about what became of a file; `count` and `batch` are filled in."""

    @property
    def saved(self) -> str: ...
    @property
    def same(self) -> str: ...
    @property
    def would_save(self) -> str: ...


def outcome_of(loaded: Loaded, texts: Outcomes) -> str:
    """The sentence, with its blanks, about what became of a file without findings."""
    return texts.same if loaded.is_same else texts.saved if loaded.batch else texts.would_save
