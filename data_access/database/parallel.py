"""Two questions at a time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

First = TypeVar("First")
Second = TypeVar("Second")


def side_by_side(first: Callable[[], First], second: Callable[[], Second]) -> tuple[First, Second]:
    """What both return. Databases answer on a core of their own; raises what either raises."""
    with ThreadPoolExecutor(1) as beside:
        later = beside.submit(second)
        return first(), later.result()
