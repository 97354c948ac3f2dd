"""The pages of the app, found once: Streamlit looks for their files at every rerun."""

from collections.abc import Callable
from copy import copy
from functools import wraps
from pathlib import Path
from typing import TypeVar

Page = TypeVar("Page")


def found_once(make: Callable[..., Page]) -> Callable[..., Page]:
    """A function that makes a page of a file, with each made once and copied for every run, which marks its own."""
    known: dict[tuple[str, bool], Page] = {}

    @wraps(make)
    def found(page: str | Path, *, default: bool = False) -> Page:
        key = str(page), default
        if key not in known:
            known[key] = make(page, default=default)
        return copy(known[key])

    return found
