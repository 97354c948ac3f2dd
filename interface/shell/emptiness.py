"""An empty result names the filter to loosen."""

import streamlit as st

from data_access.rules.beyond import beyond_data
from data_access.store.records import Records
from interface.shell.chips import active_filters
from interface.widgets.sources import plain
from language.languages import Language
from model.address import REPEATED
from model.catalogue import Catalogue
from model.codes import Basis
from model.filters import Filters
from presentation.beyond import describe_beyond

_FIELDS = {**REPEATED, "as_of": "as_of", "from": "since", "to": "until", "phase": "phase"}


def explain_emptiness(
    filters: Filters, catalogue: Catalogue, records: Records, language: Language, *, is_beyond: bool = False
) -> None:
    """Draw each filter whose removal would give a result; nothing where something is counted.

    `is_beyond`: the moment was already given as the reason.
    """
    if filters.basis is not Basis.RECORDS or _counts_something(records, filters):
        return
    texts = language.problems
    chips = list(active_filters(filters, catalogue, language))
    loosened = {parameter for parameter, _, _ in chips if _counts_something(records, _without(filters, parameter))}
    if is_beyond and loosened == {"as_of"}:
        return
    labels = [plain(label) for parameter, _, label in chips if parameter in loosened or not loosened]
    hint = " " + texts.loosen.format(filters=", ".join(labels)) if labels else ""
    st.info(texts.nothing_matches + hint, icon=":material/filter_alt_off:")


def show_beyond(filters: Filters, records: Records, language: Language) -> bool:
    """Draw that a moment lies before or after all data; returns whether it does."""
    sentence = describe_beyond(beyond_data(records, filters), language)
    if sentence:
        st.info(sentence, icon=":material/event_busy:")
    return bool(sentence)


def _counts_something(records: Records, filters: Filters) -> bool:
    return bool(records.slice(filters).counts("unit_id")["uploads"].sum())  # as most pages count


def _without(filters: Filters, parameter: str) -> Filters:
    field = _FIELDS.get(parameter)
    if field is None:
        return filters
    return filters.changed(**{field: () if parameter in REPEATED else None})
