"""The address holds the view state: how it is read, and how widgets and links write to it.

On a slow connection a second click, or a look for new numbers, still carries the address from before the first one. The
newest address that a tab was given counts until the browser has it; choices are added to that one.
"""

from collections.abc import Container, Iterable, Mapping, Sequence

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from interface.widgets.parameters import address_params
from model.address import parse, to_params
from model.catalogue import Catalogue
from model.code_filters import Narrows
from model.filters import FILTERS, Filters

# Other programmes have other phases, moments and frozen figures.
_GOES_WITH_PROGRAMME = ("as_of", "before", "phase", "from", "to", "snapshot", "other", "period")
# What narrows the units on offer: a change may leave chosen units outside.
_NARROWS_UNITS = {f.parameter for f in FILTERS if f.narrows is Narrows.UNITS} - {"unit"}
KEPT_BESIDE_FILTERS = (
    "lang",
    "compare",
    "q",
    "step",
    "shape",
    "row",
    "stage",
    "advance",
    "show",
    "order",
    "down",
    "across",
    "of",
    "share",
    "form",
    "item",
    "example",
)


_WRITTEN = "addresses_written"  # of this tab, the newest last
_MOST_WRITTEN = 9


def params() -> dict[str, list[str]]:
    """Every parameter of the address with all its values."""
    return address_params()


def option(parameter: str, options: Container[str], default: str) -> str:
    """The value of a parameter that has to be one of some options; `default` where it is missing or another."""
    value = str(st.query_params.get(parameter, default))
    return value if value in options else default


def link_params(filters: Filters, **changes: str | None) -> dict[str, list[str]]:
    """The parameters for a link to another page with the same filters and language.

    A change of None removes a parameter.
    """
    query = {name: values for name, values in params().items() if name == "lang"}
    linked = {**to_params(filters), **query}
    for name, value in changes.items():
        linked.pop(name, None)
        if value is not None:
            linked[name] = [value]
    return linked


def write(changes: Mapping[str, Iterable[str]], catalogue: Catalogue) -> None:
    """Set parameters in the address (no values: remove) and those that depend on them.

    Widgets also report unchanged values, because a change of language changes their labels.
    """
    now = newest()
    query = {**now, **{name: list(values) for name, values in changes.items()}}
    filters, _ = parse(query, catalogue)
    if filters.programme != parse(now, catalogue)[0].programme:
        query = {name: values for name, values in query.items() if name not in _GOES_WITH_PROGRAMME}
        filters, _ = parse(query, catalogue)
    if filters.units and any(name in changes for name in _NARROWS_UNITS):
        inside = {unit.code for unit in catalogue.units_in(filters.changed(units=()))}
        filters = filters.changed(units=tuple(code for code in filters.units if code in inside))
    others = {name: values for name, values in query.items() if name in KEPT_BESIDE_FILTERS and values}
    _go_to({**to_params(filters), **others})


def write_widget(parameter: str, key: str, catalogue: Catalogue) -> None:
    """Callback: write the value of the widget `key` to `parameter`."""
    value = st.session_state[key]
    values = [] if value is None else [str(item) for item in (value if isinstance(value, list | tuple) else [value])]
    write({parameter: values}, catalogue)


def remove(parameter: str, value: str, catalogue: Catalogue) -> None:
    """Callback: remove one value from the address."""
    filters, _ = parse(newest(), catalogue)
    dropped = {value, *(catalogue.find_units(value) if parameter == "unit" else ())}
    values = [value for value in to_params(filters).get(parameter, []) if value not in dropped]
    write({parameter: values, **({"province": []} if parameter == "unit" else {})}, catalogue)


def reset(filters: Filters) -> None:
    """Callback: clear all filters, keep programme and language."""
    query = {name: values for name, values in newest().items() if name == "lang"}
    _go_to({**to_params(Filters(programme=filters.programme, landing=filters.landing)), **query})


def put(name: str, value: str) -> None:
    """Callback: set one parameter of the address, or remove it if `value` is empty."""
    query = {other: values for other, values in newest().items() if other != name}
    _go_to({**query, name: [value]} if value else query)


def arrive() -> None:
    """At the start of a page: a replaced address makes way for the newest, which the browser does not have yet.

    Whoever has gone elsewhere, for example back, is there: the written addresses are forgotten.
    """
    came, history = params(), st.session_state.get(_WRITTEN, [])
    if not history or came == history[-1]:
        return
    if came in history[:-1] and not _is_step_in_history():
        st.query_params.from_dict(history[-1])
    else:
        del st.session_state[_WRITTEN]


def confirm() -> None:
    """At a look for new numbers: what the browser sends has replaced all that was written before."""
    context = get_script_run_ctx()
    is_look = context is not None and context.fragment_ids_this_run  # else the address may be of this very run
    if is_look and st.session_state.get(_WRITTEN, [])[-1:] == [params()]:
        st.session_state[_WRITTEN] = [params()]


def newest() -> Mapping[str, Sequence[str]]:
    """The address that a choice is added to."""
    came, history = params(), st.session_state.get(_WRITTEN, [])
    return history[-1] if came in history[:-1] else came


def _is_step_in_history() -> bool:
    """Whether the reader went back or forward in the browser."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _go_to(query: Mapping[str, Iterable[str]]) -> None:
    came, history = params(), st.session_state.get(_WRITTEN, [])
    st.query_params.from_dict(query)
    before = [view for view in (*history, came) if view != params()]
    st.session_state[_WRITTEN] = [*before[1 - _MOST_WRITTEN :], params()]
