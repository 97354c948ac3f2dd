"""A saved list of slides."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SlideList:
    """`query` is the query string of its page; `seconds` 0 means that slides advance by key."""

    code: str
    name: str
    views: tuple[str, ...]
    seconds: int
    query: str
    who: str
    saved_at: datetime
