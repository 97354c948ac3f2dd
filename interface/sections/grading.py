"""Parts of the page of grading: the choice of the period, results, criteria, and weights on trial."""

from collections import Counter
from typing import Final

import streamlit as st

from charts.grading import draw_course
from data_access.queries.grading import Weights, fetch_course, fetch_grading, fetch_periods
from data_access.rules.grading_scheme import fetch_scheme
from interface.shell.choosing import Chooser
from interface.shell.visit import Visit
from interface.shell.wording import records_source
from interface.widgets.panels import show_chart, show_metric, show_title
from interface.widgets.small_tables import show_small_table
from language.languages import Language
from model.graded import Grading
from model.periods import Length, Period, read_period
from presentation.grading import class_name, period_name, tell_class, tell_criterion, tell_next, written
from presentation.grading_course import view_course

_TRIED: Final = "grading_weight_{}"
_HEIGHT: Final = 620


def choose_period(visit: Visit, shown: Period) -> None:
    """Month, quarter or year, and which; the address remembers."""
    texts, choose = visit.language.grading, Chooser(visit.catalogue, visit.language)
    newest = {length: fetch_periods(visit.records, visit.filters, length) for length in Length}
    codes = {
        length: (Period.of(shown.start, length) if length is not shown.length else shown).code for length in Length
    }
    by_code = {code: length for length, code in codes.items()}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        choose.one(
            "period", texts.length, list(codes.values()), shown.code, lambda code: texts.lengths[str(by_code[code])],
            key="switch",
        )  # fmt: skip
        options = list(dict.fromkeys((*(one.code for one in newest[shown.length]), shown.code)))
        named = {code: period_name(found, visit.language) for code in options if (found := read_period(code))}
        choose.from_list("period", texts.period, options, shown.code, named.__getitem__)


def show_classes(found: Grading, period: Period, visit: Visit) -> None:
    """How many units each class has."""
    language, counted = visit.language, Counter(found.frame["class_code"].to_list())
    name = period_name(period, language)
    show_title(language.grading.classes_title.format(period=name.lower()), "", records_source(visit), language)
    with st.grid(len(found.scheme.classes), min_column_width=150):
        for one in found.scheme.classes:
            label, least, quota = tell_class(one, language)
            count = language.grading.places_of.format(count=language.numbers.count(counted[one.code]))
            show_metric(label, count, least, quota, f"class-{one.code}")


def show_course(found: Grading, period: Period, visit: Visit) -> None:
    """The periods before beside this one: points of the one unit, or how many are in the best class."""
    language, texts = visit.language, visit.language.grading
    course = fetch_course(visit.records, visit.filters, period)
    if len(course) < 2:
        return
    view = view_course(found, course, language, alone=len(visit.filters.units) == 1)
    figure = draw_course(view.steps, visit.look, head=view.head, most=view.most)
    show_chart(view.title, texts.course_note, figure, records_source(visit), language)


def show_units(found: Grading, period: Period, visit: Visit) -> None:
    """Every unit: class, points, change, and what the next class takes."""
    language, texts = visit.language, visit.language.grading
    before = period_name(period.before, language)
    note = texts.table_note.format(most=written(found.scheme.most, language), before=before.lower())
    show_title(texts.table_title, note, records_source(visit), language)
    numbers, word = language.numbers, language.names.word
    rows = [
        (
            word(row["unit_name"]),
            class_name(row["class_code"], found.scheme, language),
            "" if row["points"] is None else numbers.decimal(row["points"], 2),
            "" if row["change"] is None else _signed(row["change"], language),
            class_name(row["class_before"], found.scheme, language),
            tell_next(row, found.scheme, language),
        )
        for row in found.frame.iter_rows(named=True)
    ]
    names = ("unit_name", "class", "points", "change", "class_before", "needs")
    with st.container(height=_HEIGHT, border=False):
        show_small_table(
            [texts.columns[name] for name in names],
            rows,
            numbers=(2, 3),
            whole=(1, 4),
            long=(5,),
            caption=texts.table_title,
            counted=numbers.count,
        )


def show_points(found: Grading, visit: Visit) -> None:
    """Every unit's points by criterion, with what was measured."""
    language, texts, numbers = visit.language, visit.language.grading, visit.language.numbers
    measures = [one.measure for one in found.scheme.criteria]
    rows = []
    for row in found.frame.iter_rows(named=True):
        cells = [
            f"{numbers.decimal(row[f'points_{name}'], 2)} ({numbers.decimal(row[f'value_{name}'], 1)})"
            if row[f"value_{name}"] is not None
            else ""
            for name in measures
        ]
        rows.append((language.names.word(row["unit_name"]), *cells))
    heads = [texts.columns["unit_name"], *(language.name_of(one) for one in found.scheme.criteria)]
    with st.expander(texts.detail_title, icon=":material/table_rows:"):
        st.caption(texts.detail_note)
        with st.container(height=_HEIGHT, border=False):
            show_small_table(
                heads, rows, numbers=range(1, len(heads)), caption=texts.detail_title, counted=numbers.count
            )


def show_criteria(visit: Visit) -> None:
    """What is graded by, in words."""
    language, texts = visit.language, visit.language.grading
    scheme = fetch_scheme(visit.records, visit.filters.programme)
    show_title(texts.criteria_title, texts.criteria_note, (), language)
    if scheme.is_example:
        st.info(texts.example)
    rows = [tell_criterion(one, language) for one in scheme.criteria]
    show_small_table(texts.criteria_columns, rows, numbers=(1,), long=(2,), caption=texts.criteria_title)
    st.markdown("  \n".join(" · ".join(filter(None, tell_class(one, language))) for one in scheme.classes))


def try_weights(visit: Visit) -> Weights:
    """Weights that somebody tries; none where they are those of the programme."""
    language, texts = visit.language, visit.language.grading
    scheme = fetch_scheme(visit.records, visit.filters.programme)
    keys = {one.measure: _TRIED.format(one.measure) for one in scheme.criteria}
    with st.expander(texts.try_title, icon=":material/tune:"):
        st.caption(texts.try_note)
        with st.grid(3, min_column_width=240):
            for one in scheme.criteria:
                low, high = (0.0, 100.0) if one.weight >= 0 else (-100.0, 0.0)
                st.number_input(language.name_of(one), low, high, float(one.weight), 5.0, key=keys[one.measure])
        st.button(texts.try_reset, on_click=_forget, args=(tuple(keys.values()),))
    tried = {one.measure: st.session_state[keys[one.measure]] for one in scheme.criteria}
    return tuple((one.measure, tried[one.measure]) for one in scheme.criteria if tried[one.measure] != one.weight)


def tell_trial(found: Grading, visit: Visit) -> None:
    """That these are weights on trial, and how many units they move."""
    texts, usual = visit.language.grading, fetch_grading(visit.records, visit.filters)
    known = dict(usual.frame.select("unit_code", "class_code").iter_rows())
    moved = sum(known[code] != one for code, one in found.frame.select("unit_code", "class_code").iter_rows())
    st.warning(f"{texts.tried} {texts.moved.format(count=visit.language.numbers.count(moved))}")


def _signed(points: float, language: Language) -> str:
    return f"{'+' if points > 0 else ''}{language.numbers.decimal(points, 2)}"


def _forget(keys: tuple[str, ...]) -> None:
    """Callback: the fields are what the programme says again."""
    for key in keys:
        st.session_state.pop(key, None)
