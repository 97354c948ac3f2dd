"""Xếp loại thi đua: points and classes of every unit, by the programme's own criteria."""

from functools import cache

import streamlit as st

from data_access.queries.grading import Weights, fetch_grading
from data_access.rules.grading_scheme import fetch_scheme
from interface.sections.grading import (
    choose_period,
    choose_trial_weights,
    show_classes,
    show_course,
    show_criteria,
    show_points,
    show_trial_note,
    show_units,
)
from interface.sections.grading_decisions import show_decision_forms, show_decisions
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from model.codes import Basis
from model.graded import Grading
from model.periods import Period
from presentation.grading import GradingView, view_grading, view_scheme

visit = open_page("grading")
language, texts = visit.language, visit.language.grading
weights: Weights = ()


@cache
def grading() -> Grading:
    """The answer, fetched once for all blocks."""
    return fetch_grading(visit.records, visit.filters, weights)


def notes() -> None:
    if visit.filters.narrows_rows or visit.filters.statuses:
        st.info(texts.whole)
    if not grading().has_quotas:
        st.info(texts.no_quotas)
    if not grading().is_complete:
        st.caption(texts.running)
    if weights:
        show_trial_note(grading(), visit)


@cache
def view(period: Period) -> GradingView:
    return view_grading(grading(), period, language, {unit.code: unit.cluster for unit in visit.catalogue.units})


def classes() -> None:
    if graded := grading().period:
        show_classes(view(graded), visit)


def units() -> None:
    if graded := grading().period:
        show_units(view(graded).units, visit)


def course() -> None:
    if (graded := grading().period) and not weights:
        show_course(grading(), graded, visit)


def decisions() -> None:
    show_decisions(grading(), visit)


def points() -> None:
    if graded := grading().period:
        show_points(view(graded).points, language)


def criteria() -> None:
    show_criteria(view_scheme(fetch_scheme(visit.records, visit.filters.programme), language), language)


if not visit.catalogue.programmes:
    st.stop()
period: Period | None = None
with showing_problems(language):
    period = grading().period
if period is not None:
    with showing_problems(language):
        choose_period(visit, period)
        weights = choose_trial_weights(visit)
    grading.cache_clear()
    view.cache_clear()
    for block in (notes, classes, units, course, decisions, points):
        visit.show(block, weights)
    if not weights:  # what is decided goes by the programme's own
        with showing_problems(language):
            show_decision_forms(grading(), period, visit)
elif visit.records.is_loaded:
    st.info(texts.only_records if visit.filters.basis is Basis.PUBLISHED else texts.nothing)
visit.show(criteria)
