"""Answers of records without the limits of an account, which scoped.py applies."""

from typing import Self, TypeVar

from model.filters import Filters

R = TypeVar("R")


class Unlimited:
    """The part of records that knows all rows of all units."""

    @property
    def unscoped(self) -> Self:
        return self

    def around(self, records: R) -> R:
        return records

    @property
    def lists_rows(self) -> bool:
        return True

    def reach_of(self, programme_code: str) -> None:
        del programme_code

    def sums_of(self, programme_code: str) -> None:
        del programme_code

    def to_count(self, filters: Filters) -> Filters:
        return filters

    def to_list(self, filters: Filters) -> Filters:
        return filters
