"""Widgets that show the values of the address and write choices back to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

import streamlit as st

from interface.shell import address
from interface.widgets.repeating import repeat
from language.languages import Language
from model.catalogue import Catalogue
from model.filters import Filters
from model.folding import fold

_TAGS: Final = 0xE0000  # Unicode's invisible “tag” copies of the ASCII characters


@lru_cache(maxsize=20_000)  # all units on every rerun otherwise: a third of its CPU
def searchable(label: str, names: tuple[str, ...]) -> str:
    """`label` followed by its names without accents in invisible characters, for static/search.js."""
    folded = dict.fromkeys(fold(name) for name in names)
    # Names that are part of another one are redundant: the search finds substrings.
    words = " ".join(name for name in folded if not any(name in other for other in folded if other != name))
    return label + "".join(chr(_TAGS + ord(letter)) for letter in words if " " <= letter <= "~")


@dataclass(frozen=True)
class Chooser:
    """Draws widgets for parameters of the address, which is the only state: widgets repeat it."""

    catalogue: Catalogue
    language: Language

    def one(
        self,
        parameter: str,
        label: str,
        options: Sequence[str],
        value: str,
        name_of: Callable[[str], str],
        default: str | None = None,
        key: str = "choose",
    ) -> None:
        """A short list, all of it visible. Choosing `default` removes the parameter from the address."""
        key = _repeating(value, key, parameter, map(name_of, options))
        st.segmented_control(
            label,
            options,
            format_func=name_of,
            key=key,
            required=True,
            width="stretch" if key.startswith("choose") else "content",
            on_change=if_offered,
            args=(_one_chosen, key, options, parameter, key, default, self.catalogue),
        )

    def from_list(
        self,
        parameter: str,
        label: str,
        options: Sequence[str],
        value: str,
        name_of: Callable[[str], str],
        callback: Callable[[str, str, Catalogue], None] = address.write_widget,
        key: str = "choose",
    ) -> None:
        """One value of a longer list."""
        key = _repeating(value, key, parameter, map(name_of, options))
        st.selectbox(
            label,
            options,
            format_func=name_of,
            key=key,
            filter_mode="contains",
            on_change=if_offered,
            args=(callback, key, options, parameter, key, self.catalogue),
        )

    def many(
        self,
        parameter: str,
        label: str,
        options: Sequence[str],
        value: Sequence[str],
        name_of: Callable[[str], str],
        key: str = "choose",
        most: int | None = None,
    ) -> None:
        """Any number of values, or at most some; none means all."""
        key = _repeating(list(value), key, parameter, map(name_of, options))
        st.multiselect(
            label,
            options,
            format_func=name_of,
            key=key,
            placeholder=self.language.pages.all_of_them,
            filter_mode="contains",
            max_selections=most,
            select_all=False,
            on_change=if_offered,
            args=(address.write_widget, key, options, parameter, key, self.catalogue),
        )


def choose_before(filters: Filters, catalogue: Catalogue, language: Language, applies: datetime | None = None) -> None:
    """Choose the earlier moment of a comparison; `applies` is shown where none is chosen."""
    repeat("choose_before", filters.before.date() if filters.before else None)
    label, default = language.ranking.compare_with, not filters.before and applies
    st.date_input(
        f"{label}: {language.numbers.date(default.date())}" if default else label,
        key="choose_before",
        format="DD/MM/YYYY",
        min_value=date(2015, 1, 1),
        max_value=date(2035, 12, 31),
        on_change=address.write_widget,
        args=("before", "choose_before", catalogue),
    )


def _repeating(value: object, prefix: str, parameter: str, labels: Iterable[str]) -> str:
    """The key of a widget that repeats the address's value."""
    key = f"{prefix}_{parameter}"
    repeat(key, value, labels)
    return key


def if_offered(write: Callable[..., None], key: str, options: Iterable[str | int], *args: object) -> None:
    """Callback: `write(*args)` if the widget `key` holds an offered option.

    A tab whose widgets still show another language sends labels that are not options; writing those could also change
    the programme and reset phase and moment.
    """
    value, offered = st.session_state[key], set(options)
    if all(option in offered for option in (value if isinstance(value, list | tuple) else [value])):
        write(*args)


def _one_chosen(parameter: str, key: str, default: str | None, catalogue: Catalogue) -> None:
    value = str(st.session_state[key] or "")
    address.write({parameter: [value] if value and value != default else []}, catalogue)
