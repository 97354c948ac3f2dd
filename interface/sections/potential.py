"""“Tiềm năng” on pages: units below their potential, all units, and the method."""

from typing import Final

import streamlit as st

from data_access.queries.potential import fetch_potential
from interface.shell.visit import Visit
from interface.shell.wording import records_source
from interface.widgets.panels import show_title
from interface.widgets.small_tables import height_of, show_small_table
from model.potential import Potential
from presentation.by_measure import measure_note
from presentation.potential import describe_method, describe_none, describe_potential, describe_range, describe_reason
from presentation.wording import join_sentences

_HEIGHT: Final = 520


def show_potential(visit: Visit) -> None:
    """Draw units below their potential first, then all others, each with its reason; or in one line why there is no
    estimate.
    """
    potentials = fetch_potential(visit.records, visit.filters)
    judged = [unit for unit in potentials.units if unit.verdict] if potentials else []
    if potentials is None:
        return  # another basis, or only some rows: no potential is defined for these
    if not judged:  # a table of “not estimated” would say nothing more
        st.caption(describe_none(None, potentials.units, visit.language))
        return
    language, texts, numbers = visit.language, visit.language.targets, visit.language.numbers
    title = texts.potential_title.format(count=numbers.count(len(potentials.below)), all=numbers.count(len(judged)))
    unjudged = len(potentials.units) - len(judged)
    lacking = [texts.potential_lacking.format(count=numbers.count(unjudged))] if unjudged else []
    with st.container(border=True):
        show_title(title, texts.potential_note, records_source(visit, lacking), language)
        order = {"below": 0, "within": 1, "above": 2, None: 3}
        rest = sorted(
            (unit for unit in potentials.units if unit.verdict != "below"), key=lambda unit: order[unit.verdict]
        )
        rows = [_row(unit, potentials.mean_per100, visit) for unit in (*potentials.below, *rest)]
        with st.container(height=height_of(len(rows), _HEIGHT), border=False):
            heads = texts.potential_columns
            show_small_table(heads, rows, numbers=(2, 3, 4), long=(5,), caption=title, write_count=numbers.count)
        with st.expander(texts.potential_method_title, icon=":material/calculate:"):
            st.markdown(describe_method(potentials.alike, language))


def show_potential_of(code: str, visit: Visit) -> None:
    """Draw the potential of one unit as a sentence under its cards."""
    potentials = fetch_potential(visit.records, visit.filters.changed(units=(code,)))
    potential = potentials.of(code) if potentials else None
    if potentials is None or potential is None or not potentials.mean_per100:
        return  # where nobody has any, nothing can be expected
    language, texts = visit.language, visit.language.targets
    if potential.verdict is None:
        st.caption(f"**{texts.potential_word}:** {describe_reason(potential, language)}")
        return
    words = texts.potential_sentence if potential.has_reported else texts.potential_of_silent
    sentence = words.format(
        range=describe_range(potential, language),
        count=language.numbers.count(potential.count),
        verdict=describe_potential(potential, potentials.mean_per100, language),
    )
    why = f"{describe_reason(potential, language)}\n\n{describe_method(potentials.alike, language)}"
    by_measure = measure_note(visit.filters.counted, language)
    st.markdown(f"**{texts.potential_word}:** {join_sentences((sentence, by_measure))}", help=why)


def _row(potential: Potential, mean: float | None, visit: Visit) -> tuple[str, ...]:
    language = visit.language
    return (
        language.names.word(potential.name),
        describe_potential(potential, mean, language),
        language.numbers.count(potential.known_count),
        "" if potential.per100 is None else language.numbers.decimal(potential.per100, 2),
        describe_range(potential, language),
        describe_reason(potential, language),
    )
