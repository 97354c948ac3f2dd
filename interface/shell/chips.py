"""What restricts the numbers, always in view: one chip a value, removed by a click."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import streamlit as st

from interface.shell import address
from interface.widgets.sources import plain
from language.languages import Language
from model.address import REPEATED, to_params
from model.catalogue import Catalogue
from model.filters import Filters


def show_chips(filters: Filters, catalogue: Catalogue, language: Language) -> None:
    """The active filters and “Đặt lại”. Nothing where nothing is filtered."""
    chips = list(active_filters(filters, catalogue, language))
    if not chips:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for parameter, value, label in chips:
            st.button(
                plain(label),
                icon=":material/close:",
                icon_position="right",
                key=f"chip_{parameter}_{value}",
                on_click=address.remove,
                args=(parameter, value, catalogue),
            )
        st.button(language.pages.reset, key="reset", type="tertiary", on_click=address.reset, args=(filters,))


def active_filters(filters: Filters, catalogue: Catalogue, language: Language) -> Iterator[tuple[str, str, str]]:
    """Parameter, value and label of everything that restricts the rows, in the order of the address."""
    labels = _labels(catalogue, language)
    texts, numbers = language.pages, language.numbers
    params = to_params(filters)
    if filters.as_of:
        yield "as_of", params["as_of"][0], texts.as_of.format(moment=numbers.moment(filters.as_of))
    if filters.since:
        yield "from", params["from"][0], texts.since.format(day=numbers.date(filters.since))
    if filters.until:
        yield "to", params["to"][0], texts.until.format(day=numbers.date(filters.until - timedelta(days=1)))
    if filters.phase:
        yield "phase", str(filters.phase), texts.phase.format(number=filters.phase)
    for parameter, field in REPEATED.items():
        for value in getattr(filters, field):
            yield parameter, value, f"{texts.filter_names[parameter]}: {labels[parameter](value)}"
    if filters.snapshot:
        yield "snapshot", filters.snapshot, f"{texts.filter_names['snapshot']}: {filters.snapshot}"


def _labels(catalogue: Catalogue, language: Language) -> dict[str, Callable[[str], str]]:
    names = language.names
    return {
        "unit": lambda code: catalogue.unit_by_code[code].short_name,
        "kind": lambda code: names.kinds[code],
        "region": lambda code: names.regions[code],
        "cluster": lambda code: language.names.word(catalogue.clusters[code]),
        "sector": names.sector,
        "ownership": names.ownership,
        "position": names.position,
        "level": names.level,
        "status": names.status,
        "solution": lambda code: names.solutions[code],
    }
