"""“Điển hình”: initiatives presented as examples, their pictures, and their adoptions."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import polars as pl

WAITING, ACCEPTED, REFUSED = "waiting", "accepted", "refused"
MOST_PICTURES: Final = 6  # of one example
STORY_LENGTH: Final = 4000
CONTACT_LENGTH: Final = 300


@dataclass(frozen=True)
class Picture:
    """The metadata of a picture; its content is fetched by `id`."""

    id: int
    caption: str
    width: int
    height: int


@dataclass(frozen=True)
class Adoption:
    """A unit's claim that it uses an example. `note` and `who` are "" for readers without permission."""

    id: int
    unit_code: str
    day: date
    place: str
    state: str
    note: str = ""
    who: str = ""


@dataclass(frozen=True)
class Example:
    """The text about one initiative. `author` is "" without consent, `token` is "" unless public."""

    code: str
    title: str
    unit_code: str
    sector_code: str
    benefit_vnd: int | None
    day: date | None
    reason: str
    story: str
    contact: str
    author: str
    is_public: bool
    token: str
    is_own: bool = False  # whether the account may see its row
    pictures: tuple[Picture, ...] = ()
    adoptions: tuple[Adoption, ...] = ()

    @property
    def adopted(self) -> tuple[Adoption, ...]:
        """The accepted adoptions."""
        return tuple(adoption for adoption in self.adoptions if adoption.state == ACCEPTED)


@dataclass(frozen=True)
class Examples:
    """The examples of a scope as of a day, latest first. `frame` is EXAMPLES."""

    shown: tuple[Example, ...]
    frame: pl.DataFrame = field(compare=False)
    kept: bool = True  # whether frozen figures know of examples at all

    def find(self, code: str) -> Example | None:
        """The example with that code, or None."""
        return next((example for example in self.shown if example.code == code), None)


@dataclass(frozen=True)
class Story:
    """The text staff write about an example. `names_author`: the author agreed to be named."""

    story: str
    contact: str
    day: date
    is_public: bool = False
    names_author: bool = False
