"""Frozen figures say so on every page: when, by whom, and what today's records would say instead."""

from html import escape

import streamlit as st

from data_access.errors import DataAccessError
from data_access.frozen import FrozenKeeper
from data_access.frozen_changes import fetch_frozen_changes
from data_access.keeper import Keeper
from interface.small_tables import show_small_table
from interface.sources import plain
from language.languages import Language
from model.freezing import FrozenChanges


def show_frozen(keeper: Keeper, language: Language) -> None:
    """The banner over a page of frozen figures; nothing over any other."""
    if not isinstance(keeper, FrozenKeeper):
        return
    texts, numbers, frozen = language.freezing, language.numbers, keeper.frozen
    banner = texts.banner.format(moment=numbers.moment(frozen.as_of), name=frozen.name)
    by = texts.frozen_by.format(who=plain(frozen.who), frozen_at=numbers.moment(frozen.frozen_at))
    try:
        changes: FrozenChanges | None = fetch_frozen_changes(keeper)
    except DataAccessError:
        changes = None
    said = texts.changes_away if changes is None else tell_changes(changes, language)
    with st.container(gap=None):
        st.html(f'<div class="frozen" role="note">{escape(banner)}</div>')
        st.caption(f"{by} {said}")
        if changes is not None and changes.units:
            with st.expander(texts.changes_title):
                _show_units(changes, language)


def tell_changes(changes: FrozenChanges, language: Language) -> str:
    """What has changed since, in one to three sentences."""
    texts, count = language.freezing, language.numbers.count
    said = []
    if changes.units:
        uploads, today = count(changes.uploads), count(changes.uploads_today)
        said.append(texts.moved.format(units=count(len(changes.units)), uploads=uploads, today=today))
    if changes.targets:
        said.append(texts.targets_moved.format(count=count(changes.targets)))
    if not changes.has_moved:
        said.append(texts.same)
    if changes.added_later:
        said.append(texts.added_later.format(count=count(changes.added_later)))
    return " ".join(said)


def _show_units(changes: FrozenChanges, language: Language) -> None:
    count = language.numbers.count
    rows = [
        (
            language.names.word(unit.unit_name),
            count(unit.uploads),
            count(unit.uploads_today),
            count(unit.valid),
            count(unit.valid_today),
        )
        for unit in changes.units
    ]
    title = language.freezing.changes_title
    show_small_table(language.freezing.heads, rows, numbers=(1, 2, 3, 4), caption=title)
