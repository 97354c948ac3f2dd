"""One reader's visit to one page: the argument of all sections."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final, TypeVar

import streamlit as st

from charts.kit.theme import Look
from data_access.rules.answerable import is_printed
from data_access.store.records import Freshness, Records
from interface.shell import loading
from interface.shell.problems import showing_problems
from interface.widgets.replaying import replay
from interface.widgets.sources import plain
from language.languages import Language
from model.address import canonical
from model.catalogue import Catalogue, Programme
from model.codes import Basis
from model.filters import Filters
from model.folding import vietnamese_key
from model.reader import Reader

T = TypeVar("T")
_WIDTHS: Final = ("narrow", "wide", "broad", "full")  # of a window: static/width.js


def width_of_window(cookie: str | None) -> str:
    """The width that a browser has written in its cookie; wide where it has written nothing, or anything else."""
    return next((width for width in _WIDTHS if width == cookie), "wide")


@dataclass(frozen=True)
class Visit:
    """One reader's visit to one page."""

    subject: str
    language: Language
    filters: Filters
    catalogue: Catalogue
    records: Records
    reader: Reader
    freshness: Freshness
    dark: bool
    width: str = "wide"  # of the window, as static/width.js says: narrow, wide, broad or full

    @property
    def wide(self) -> bool:
        """Whether the page is wider than a phone."""
        return self.width != "narrow"

    @property
    def broad(self) -> bool:
        """Whether long names have room beside numbers."""
        return self.width in ("broad", "full")

    @cached_property
    def look(self) -> Look:
        return Look(self.language, self.dark, self.wide, broad=self.broad)

    @cached_property
    def programme(self) -> Programme:
        return self.catalogue.programme(self.filters.programme)

    @property
    def moment(self) -> datetime | None:
        """The as-of of the page: the moment asked for, or the last one in the records."""
        return self.filters.as_of or self.records.last_moment(self.filters.programme)

    @property
    def stated_moment(self) -> datetime | None:
        """The as-of of the page; of printed figures, which have theirs, only the one asked for."""
        return self.moment if self.filters.basis is Basis.RECORDS else self.filters.as_of

    @cached_property
    def key(self) -> str:
        """A cache key of everything that can change the page."""
        look = f"{self.language.code}|{'dark' if self.dark else 'light'}|{self.width}"
        scope = f"{self.reader.role}|{','.join(self.reader.units)}"
        return f"{self.subject}|{self.freshness.version}|{canonical(self.filters)}|{look}|{scope}"

    def units_to_fill(self, programme: str) -> list[str]:
        """Names of the members of a programme (code) that the reader may enter data for."""
        reach = self.records.reach_of(programme)
        members = self.catalogue.members(Filters(programme=programme))
        return sorted((unit.name for unit in members if reach is None or unit.id in reach.covered), key=vietnamese_key)

    def show_printed_limits(self, sentence: str) -> None:
        """Draw what published figures cannot show; nothing for programmes without any."""
        if is_printed(self.records, self.programme.code) or self.filters.basis is Basis.PUBLISHED:
            st.info(sentence)

    def may_show_rows(self) -> bool:
        """Whether single initiatives may be shown here; draws whose they are, or who may see them."""
        problems, reach = self.language.problems, self.records.reach_of(self.filters.programme)
        if not self.records.lists_rows:
            st.caption(problems.not_listed)
        elif reach is not None:
            units = (self.catalogue.unit_by_code.get(code) for code in self.reader.units)
            names = ", ".join(self.language.names.word(unit.short_name) for unit in units if unit)
            st.caption(problems.own_rows.format(units=plain(names)))
        return self.records.lists_rows

    def keep(self, name: str, make: Callable[[], T]) -> T:
        """The input of a part that cannot be replayed, computed once per view; `name` tells parts apart."""
        return loading.cached(f"{name}|{self.key}", make)

    def show(self, draw: Callable[[], None], *further: object) -> None:
        """Draw a block once per view and replay it afterwards. Known problems are shown in its place.

        `further` names state the block depends on.
        """
        with showing_problems(self.language):
            replay("|".join((draw.__name__, *map(str, further), self.key)), draw)
