"""Questions that several sections of a page ask, answered once."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from data_access.store.records import Records

P = ParamSpec("P")
T = TypeVar("T")

Fetch = Callable[Concatenate[Records, P], T]


def asked_once(fetch: Fetch[P, T]) -> Fetch[P, T]:
    """`fetch`, whose answer the records remember until they change. Nobody may change what it returns."""
    name = (fetch.__module__, fetch.__qualname__)

    @wraps(fetch)
    def remembered(records: Records, /, *asked: P.args, **more: P.kwargs) -> T:
        key = (*name, *asked, *sorted(more.items()))
        return records.remember(key, partial(fetch, records, *asked, **more))

    return remembered
