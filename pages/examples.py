"""Điển hình: exemplary initiatives, their adoptions, and their contacts."""

from functools import cache

import streamlit as st

from data_access.queries.examples import fetch_examples
from interface.sections.example_file import show_example_import
from interface.sections.example_files import show_example_files
from interface.sections.example_telling import show_story_form
from interface.sections.example_use import decides_claims, show_adoption_form, show_claims
from interface.sections.examples import choose_example, show_adopted, show_example, show_example_cards, show_gallery
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from interface.widgets.panels import show_hint
from model.examples import Example, Examples

visit = open_page("examples")
texts = visit.language.examples


@cache
def examples() -> Examples:
    """The answer, fetched once for all blocks."""
    return fetch_examples(visit.records, visit.filters)


@cache
def chosen() -> Example | None:
    """The example on view."""
    return examples().find(code)


def notes() -> None:
    st.markdown(texts.intro)
    show_hint(texts.intro_hint)
    if not examples().kept:
        st.info(texts.not_frozen)
    elif not examples().shown:
        st.info(texts.nothing if visit.filters.is_whole and not visit.filters.sectors else texts.nothing_in_scope)


def cards() -> None:
    show_example_cards(examples(), visit.language)


def gallery() -> None:
    show_gallery(examples(), visit)


def example() -> None:
    open_example = chosen()
    if open_example:
        show_example(open_example, visit)


if not visit.catalogue.programmes:
    st.stop()
shown_examples = None
visit.show(notes)
with showing_problems(visit.language):
    shown_examples = examples()
if shown_examples is not None and shown_examples.shown:
    visit.show(cards)
    if not st.query_params.get("example"):  # the list, until one is opened
        visit.show(gallery)
    code = choose_example(shown_examples, visit)
    visit.show(example, code)
    open_example = chosen()
    if open_example:
        with showing_problems(visit.language):
            # Whoever decides sees all claims, and no second table of the accepted ones.
            show = show_claims if decides_claims(open_example, visit) else show_adopted
            show(open_example, visit)
        show_example_files(open_example, visit)
    if open_example and visit.records.frozen is None:
        with showing_problems(visit.language):
            show_adoption_form(open_example, visit)
            show_story_form(open_example, visit)
    if st.query_params.get("example"):
        visit.show(gallery)
if shown_examples is not None:
    with showing_problems(visit.language):
        show_example_import(shown_examples, visit)
