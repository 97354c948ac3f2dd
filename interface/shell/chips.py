"""Active filters as chips, each removed by a click."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

import streamlit as st

from interface.shell import address
from interface.widgets.sources import plain
from language.languages import Language
from model.address import to_params
from model.catalogue import Catalogue
from model.filters import Filters
from presentation.filter_names import chosen_values
from presentation.wording import phase_name


def show_chips(filters: Filters, catalogue: Catalogue, language: Language) -> None:
    """Draw “Đặt lại” and the active filters; nothing without filters."""
    chips = list(active_filters(filters, catalogue, language))
    if not chips:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        # First, where it stays: behind the chips it would slide under the pointer that has just removed one.
        st.button(
            language.pages.reset, icon=":material/restart_alt:", key="reset", on_click=address.reset, args=(filters,)
        )
        for parameter, value, label in chips:
            st.button(
                plain(label),
                icon=":material/close:",
                icon_position="right",
                key=f"chip_{parameter}_{value}",
                on_click=address.remove,
                args=(parameter, value, catalogue),
            )


def active_filters(filters: Filters, catalogue: Catalogue, language: Language) -> Iterator[tuple[str, str, str]]:
    """Parameter, value and label of all active filters, in address order."""
    texts, numbers = language.pages, language.numbers
    params = to_params(filters)
    if filters.as_of:
        yield "as_of", params["as_of"][0], texts.as_of.format(moment=numbers.moment(filters.as_of))
    if filters.before:
        label = texts.filter_names["before"]
        yield "before", params["before"][0], f"{label}: {numbers.moment(filters.before)}"
    yield from _period(filters, params, language)
    if filters.phase:
        yield "phase", str(filters.phase), phase_name(catalogue.programme(filters.programme), filters.phase, language)
    if filters.within:
        inside = language.names.word(catalogue.unit_by_code[filters.within].short_name)
        yield "within", filters.within, f"{texts.filter_names['within']}: {inside}"
    for parameter, label, values in chosen_values(filters, catalogue, language):
        for value, name in values:
            yield parameter, value, f"{label}: {name}"
    if filters.snapshot:
        yield "snapshot", filters.snapshot, f"{texts.filter_names['snapshot']}: {filters.snapshot}"


def _period(
    filters: Filters, params: Mapping[str, Sequence[str]], language: Language
) -> Iterator[tuple[str, str, str]]:
    texts, numbers = language.pages, language.numbers
    if filters.since:
        yield "from", params["from"][0], texts.since.format(day=numbers.date(filters.since))
    if filters.until:
        yield "to", params["to"][0], texts.until.format(day=numbers.date(filters.until - timedelta(days=1)))
