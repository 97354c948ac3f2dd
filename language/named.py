"""The interface of database rows with bilingual names."""

from typing import Protocol


class Named(Protocol):
    """A database row with a Vietnamese and an English name."""

    @property
    def name_vi(self) -> str | None: ...
    @property
    def name_en(self) -> str | None: ...
