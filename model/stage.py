"""A list of slides that somebody named and saved."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SlideList:
    """`query` is the query string of the page it was saved from; `seconds` 0 means that slides wait for a key."""

    code: str
    name: str
    views: tuple[str, ...]
    seconds: int
    query: str
    who: str
    saved_at: datetime
