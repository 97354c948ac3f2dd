"""Parts of the grading page: period, results, criteria, and trial weights."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from charts.grading import draw_course
from data_access.queries.grading import Weights, fetch_course, fetch_grading, fetch_periods
from data_access.rules.grading_scheme import fetch_scheme
from interface.shell.choosing import Chooser
from interface.shell.visit import Visit
from interface.shell.wording import records_source
from interface.widgets.panels import show_chart, show_metric, show_title
from interface.widgets.small_tables import height_of, show_small_table
from language.languages import Language
from model.graded import Grading
from model.periods import Length, Period, read_period
from presentation.grading import GradingView, SchemeView
from presentation.grading_course import view_course
from presentation.grading_words import period_name
from presentation.worded_table import WordedTable

_TRIED: Final = "grading_weight_{}_{}"  # of a programme and a measure
_HEIGHT: Final = 620


def choose_period(visit: Visit, current: Period) -> None:
    """The length (month, quarter, year) and the period chosen; both are kept in the address."""
    texts, choose = visit.language.grading, Chooser(visit.catalogue, visit.language)
    newest = {length: fetch_periods(visit.records, visit.filters, length) for length in Length}
    codes = {
        length: (Period.of(current.start, length) if length is not current.length else current).code
        for length in Length
    }
    by_code = {code: length for length, code in codes.items()}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        choose.one(
            "period", texts.length, list(codes.values()), current.code, lambda code: texts.lengths[str(by_code[code])],
            key="switch",
        )  # fmt: skip
        options = list(dict.fromkeys((*(period.code for period in newest[current.length]), current.code)))
        period_names = {code: period_name(period, visit.language) for code in options if (period := read_period(code))}
        choose.from_list("period", texts.period, options, current.code, period_names.__getitem__)


def show_classes(view: GradingView, visit: Visit) -> None:
    """Draw how many units are in each class."""
    show_title(view.title, "", records_source(visit), visit.language)
    with st.grid(len(view.classes), min_column_width=150):
        for card in view.classes:
            show_metric(card.label, card.value, card.note, card.definition, card.name)
    for sentence in filter(None, (view.held, view.ungraded)):
        st.caption(sentence)


def show_course(grading: Grading, period: Period, visit: Visit) -> None:
    """Draw this period beside earlier ones: points of the only unit, or how many units are in the top class."""
    language, texts = visit.language, visit.language.grading
    course = fetch_course(visit.records, visit.filters, period)
    if len(course) < 2:
        return
    view = view_course(grading, course, language, alone=is_alone(visit))
    figure = draw_course(view.steps, visit.look, head=view.head, most=view.most, moment=visit.moment)
    show_chart(view.title, texts.course_note, figure, records_source(visit), language)


def is_alone(visit: Visit) -> bool:
    """Whether the page is about a single unit."""
    return len(visit.filters.units) == 1


def show_units(table: WordedTable, visit: Visit) -> None:
    """Draw every unit with class, points, change, and what it lacks for the next class."""
    show_title(table.title, table.note, records_source(visit), visit.language)
    last = len(table.heads) - 1  # in front of the others stand the unit and, where there are quotas, its cluster
    _show_tall(table, visit.language, numbers=(last - 3, last - 2), whole=(last - 4, last - 1), long=(last,))


def show_points(table: WordedTable, language: Language) -> None:
    """Draw every unit's points by criterion with the values measured."""
    with st.expander(table.title, icon=":material/table_rows:"):
        st.caption(table.note)
        _show_tall(table, language, numbers=range(1, len(table.heads)))


def _show_tall(
    table: WordedTable,
    language: Language,
    numbers: Sequence[int],
    whole: Sequence[int] = (),
    long: Sequence[int] = (),
) -> None:
    count = language.numbers.count
    with st.container(height=height_of(len(table.rows), _HEIGHT), border=False):
        show_small_table(
            table.heads, table.rows, numbers=numbers, whole=whole, long=long, caption=table.title, write_count=count
        )


def show_criteria(view: SchemeView, language: Language) -> None:
    """Draw the criteria as sentences."""
    table = view.criteria
    show_title(table.title, table.note, None, language)
    if view.example:
        st.info(view.example)
    show_small_table(table.heads, table.rows, numbers=(1,), long=(2,), caption=table.title)
    st.markdown("  \n".join(view.classes))


def choose_trial_weights(visit: Visit) -> Weights:
    """Trial weights by criterion; empty where they equal those of the programme."""
    language, texts = visit.language, visit.language.grading
    scheme = fetch_scheme(visit.records, visit.filters.programme)
    programme = visit.filters.programme
    keys = {criterion.measure: _TRIED.format(programme, criterion.measure) for criterion in scheme.criteria}
    with st.expander(texts.try_title, icon=":material/tune:"):
        st.caption(texts.try_note)
        with st.grid(3, min_column_width=240):
            for criterion in scheme.criteria:
                low, high = (0.0, 100.0) if criterion.weight >= 0 else (-100.0, 0.0)
                low, high = min(low, criterion.weight), max(high, criterion.weight)
                st.session_state.setdefault(keys[criterion.measure], float(criterion.weight))
                st.number_input(language.name_of(criterion), low, high, step=5.0, key=keys[criterion.measure])
        usual = {keys[criterion.measure]: criterion.weight for criterion in scheme.criteria}
        st.button(texts.try_reset, on_click=_restore, args=(usual,))
    tried = {criterion.measure: st.session_state[keys[criterion.measure]] for criterion in scheme.criteria}
    return tuple(
        (criterion.measure, tried[criterion.measure])
        for criterion in scheme.criteria
        if tried[criterion.measure] != criterion.weight
    )


def show_trial_note(grading: Grading, visit: Visit) -> None:
    """Draw a note that the weights are a trial, and how many units they move."""
    texts, usual = visit.language.grading, fetch_grading(visit.records, visit.filters)
    usual_classes = dict(usual.frame.select("unit_code", "class_code").iter_rows())
    unit_count = sum(
        usual_classes[code] != class_code
        for code, class_code in grading.frame.select("unit_code", "class_code").iter_rows()
    )
    st.warning(f"{texts.tried} {texts.moved.format(count=visit.language.numbers.count(unit_count))}")


def _restore(weights: Mapping[str, float]) -> None:
    """Callback: reset the fields to the programme's weights.

    They are assigned, because the browser keeps widgets whose key is only deleted.
    """
    for key, weight in weights.items():
        st.session_state[key] = float(weight)
