"""What has its name in the database, in both languages."""

from typing import Protocol


class Named(Protocol):
    """A row of the database that has its name in Vietnamese and in English."""

    @property
    def name_vi(self) -> str | None: ...
    @property
    def name_en(self) -> str | None: ...
