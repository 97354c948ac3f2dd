"""Questions of several sections of a page, answered once."""

from collections.abc import Callable
from functools import partial, wraps
from inspect import signature
from typing import Concatenate, ParamSpec, TypeVar

from data_access.store.records import Records

P = ParamSpec("P")
T = TypeVar("T")

Fetch = Callable[Concatenate[Records, P], T]


def remembered(fetch: Fetch[P, T]) -> Fetch[P, T]:
    """`fetch`, whose answer the records remember until they change; shared, so not to be changed."""
    name, parameters = (fetch.__module__, fetch.__qualname__), signature(fetch)
    most = len(parameters.parameters) - 1  # arguments beside the records

    @wraps(fetch)
    def remembered(records: Records, /, *arguments: P.args, **more: P.kwargs) -> T:
        values: tuple[object, ...] = arguments
        if more or len(arguments) < most:
            bound = parameters.bind(records, *arguments, **more)
            bound.apply_defaults()  # an explicit default and an omitted one are the same question
            values = tuple(bound.arguments.values())[1:]
        key = (*name, *values)
        return records.remember(key, partial(fetch, records, *arguments, **more))

    return remembered
