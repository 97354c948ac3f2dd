"""The parts of frozen records that today's records provide."""

from collections.abc import Callable, Hashable
from typing import TypeVar

import polars as pl
from sqlalchemy import Connection

from data_access.store.records import Freshness, Records
from data_access.store.unlimited import Unlimited
from model.catalogue import Catalogue

T = TypeVar("T")


class BehindLive(Unlimited):
    """Records before today's, with the connections, threads and reference data of `live`."""

    def __init__(self, live: Records) -> None:
        self.live = live

    @property
    def is_loaded(self) -> bool:
        return self.live.is_loaded

    @property
    def catalogue(self) -> Catalogue:
        return self.live.catalogue

    @property
    def stamp(self) -> int:
        return self.live.stamp

    def poll(self) -> Freshness:
        return self.live.poll()

    def published(self) -> pl.DataFrame:
        return self.live.published()

    def ask(self, query: Callable[[Connection], T], key: Hashable) -> T:
        return self.live.ask(query, key)

    def ask_now(self, query: Callable[[Connection], T], within: float | None = None) -> T:
        return self.live.ask_now(query, within)
