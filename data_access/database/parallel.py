"""Work on two cores: two callables in parallel, or one thing made while the one before it is used."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

First = TypeVar("First")
Second = TypeVar("Second")
Made = TypeVar("Made")


def side_by_side(first: Callable[[], First], second: Callable[[], Second]) -> tuple[First, Second]:
    """Run two callables in parallel and return both results, for databases answer on a core of their own.

    Raises what either raises."""
    with ThreadPoolExecutor(1) as beside:
        later = beside.submit(second)
        return first(), later.result()


def made_ahead(items: Iterable[Made]) -> Iterator[Made]:
    """The items in order, each made in a thread while the one before it is used. None of them may be None."""
    coming = iter(items)
    with ThreadPoolExecutor(1) as maker:
        future = maker.submit(next, coming, None)
        while (item := future.result()) is not None:
            future = maker.submit(next, coming, None)
            yield item
