"""The banner over frozen figures, and their list."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from data_access.database.errors import DataAccessError
from data_access.snapshots.frozen_changes import fetch_frozen_changes
from data_access.store.records import Records
from interface.shell.address import link_params, remove
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from language.languages import Language
from model.filters import Filters
from model.freezing import FrozenChanges
from presentation.signatures import display_name


def show_frozen(records: Records, language: Language) -> None:
    """Draw the banner over frozen figures, with a link back to live ones; nothing elsewhere."""
    frozen = records.frozen
    if frozen is None:
        return
    texts, numbers = language.freezing, language.numbers
    banner = texts.banner.format(moment=numbers.moment(frozen.as_of), name=frozen.name)
    by = texts.frozen_by.format(
        who=plain(display_name(frozen.who, language)), frozen_at=numbers.moment(frozen.frozen_at.replace(second=0))
    )
    try:
        changes: FrozenChanges | None = fetch_frozen_changes(records)
    except DataAccessError:
        changes = None
    sentence = texts.changes_away if changes is None else describe_changes(changes, language)
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<div class="frozen" role="note">{escape(banner)}</div>', width="content")
            st.button(
                texts.leave,
                icon=":material/lock_open:",
                key="leave_frozen",
                type="tertiary",
                on_click=remove,
                args=("snapshot", frozen.code, records.catalogue),
            )
        st.caption(f"{by} {sentence}")
        if changes is not None and changes.units:
            _show_units(changes, language)


def show_frozen_list(snapshots: Sequence[FrozenChanges], filters: Filters, language: Language) -> None:
    """Draw the frozen figures of a programme, each with its link and the changes since."""
    texts, numbers = language.freezing, language.numbers
    st.markdown(f"## {texts.list_title}")
    if not snapshots:
        st.caption(texts.list_none)
    for changes in snapshots:
        frozen = changes.frozen
        with st.container(border=True, gap="small"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{plain(frozen.name)}**", width="stretch")
                params = link_params(
                    Filters(programme=filters.programme, landing=filters.landing), snapshot=frozen.code
                )
                st.page_link("dashboard.py", label=texts.open, icon=":material/lock:", query_params=params)
            sentence = texts.listed.format(
                moment=numbers.moment(frozen.as_of),
                total=numbers.count(changes.uploads),
                who=plain(display_name(frozen.who, language)),
                frozen_at=numbers.moment(frozen.frozen_at.replace(second=0)),
                link=plain(f"?snapshot={frozen.code}"),
            )
            st.caption(f"{sentence}\n\n{describe_changes(changes, language)}")
            if changes.units:
                _show_units(changes, language)


def describe_changes(changes: FrozenChanges, language: Language) -> str:
    """The changes since freezing, in one to three sentences."""
    texts, count = language.freezing, language.numbers.count
    sentences = []
    if changes.units:
        uploads, today = count(changes.uploads), count(changes.uploads_today)
        sentences.append(texts.moved.format(units=count(len(changes.units)), uploads=uploads, today=today))
    if changes.targets:
        sentences.append(texts.targets_moved.format(count=count(changes.targets)))
    if not changes.has_moved:
        sentences.append(texts.same)
    if changes.added_later:
        sentences.append(texts.added_later.format(count=count(changes.added_later)))
    return " ".join(sentences)


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
    with st.expander(title):
        show_small_table(language.freezing.heads, rows, numbers=(1, 2, 3, 4), caption=title)
