"""Chỉ tiêu và thực hiện: every unit against its target, on one percent scale."""

import polars as pl
import streamlit as st

from charts.target_courses import MOST_SQUARES, draw_target_courses
from charts.target_fields import draw_fields, field_of
from charts.targets import draw_targets
from data_access.queries.target_courses import fetch_target_courses
from data_access.queries.targets import fetch_targets, known_only
from interface.sections.potential import show_potential
from interface.sections.standings import show_not_comparable, show_source_statements, show_statuses, target_sources
from interface.sections.urging import offer_text, show_behind
from interface.shell.choosing import Chooser
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from interface.widgets.more import show_more
from interface.widgets.panels import plot, show_chart, show_title
from interface.widgets.parts import choose_part
from interface.widgets.tables import show_table
from model.codes import Basis, TargetKind
from model.exactness import are_exact, opposite_direction, ratio_qualifier, row_qualifier
from presentation.by_measure import measure_note
from presentation.standing import without_silent_counts
from presentation.targets import targets_title

visit = open_page("targets")
language, texts = visit.language, visit.language.pages
COLUMNS = (
    "unit_name",
    "status",
    "reached_pct",
    "gap",
    "pace",
    "needed",
    "uploads",
    "registered",
    "assigned",
    "guided",
    "over_guided",
)

view = st.query_params.get("show", "")
view = view if view in language.targets.views and visit.filters.basis is Basis.RECORDS else "bars"
with st.container(horizontal=True, vertical_alignment="bottom"):
    choose = Chooser(visit.catalogue, language)
    choose.one(
        "target",
        texts.filter_names["target"],
        list(TargetKind),
        visit.filters.target,
        lambda kind: language.names.target_kind(str(kind)),
        key="switch",
    )
    if visit.filters.basis is Basis.RECORDS:
        views = language.targets.views
        choose.one(
            "show", texts.filter_names["show"], list(views), view, views.__getitem__, default="bars", key="switch"
        )
# A telephone has no room for the marks of other kinds, which the choice above shows one by one.
beside = tuple(kind for kind in TargetKind if kind is not visit.filters.target) if visit.wide else ()


def known_units() -> pl.DataFrame:
    """The units with known figures; for records, all units."""
    return known_only(fetch_targets(visit.records, visit.filters), visit.filters.basis)


def statuses() -> None:
    show_not_comparable(visit.filters, visit.catalogue, language)
    show_statuses(fetch_targets(visit.records, visit.filters), language, dark=visit.dark)
    if note := measure_note(visit.filters.counted, language):
        st.caption(note)


part = slice(None)


def chart() -> None:
    targets = known_units()
    title = targets_title(targets, visit.filters.target, language)
    with st.container(border=True):
        show_title(
            title,
            language.targets.targets_note,
            target_sources(visit, targets),
            language,
        )
        with st.grid(2, min_column_width=470 if visit.wide else 300, gap="medium"):
            for figure in draw_targets(targets, visit.look, beside=beside, part=part):
                # A container has its width before the chart is drawn; a grid cell gets it only afterwards.
                with st.container():
                    plot(figure, title, language)


def fields() -> None:
    targets = known_units()
    places = [field_of(row) for row in targets.iter_rows(named=True)]
    numbers, words = language.numbers, language.targets
    title = words.fields_title.format(count=numbers.count(places.count(3)), hold=numbers.count(places.count(0)))
    show_chart(title, words.fields_note, draw_fields(targets, visit.look), target_sources(visit, targets), language)


def courses() -> None:
    histories, words = fetch_target_courses(visit.records, visit.filters), language.targets
    kind = language.names.target_kind(str(visit.filters.target)).lower()
    units = histories["unit_code"].n_unique()
    moment = visit.stated_moment
    title = words.courses_title.format(count=language.numbers.count(units), kind=kind)
    show_chart(
        title,
        words.courses_note,
        draw_target_courses(histories, visit.look, moment=moment),
        target_sources(visit, known_units()),
        language,
    )
    show_more(units - MOST_SQUARES, language)


def table() -> None:
    targets = known_units()
    if targets.is_empty():
        return
    columns = COLUMNS if visit.filters.basis is Basis.RECORDS else _with_words(targets)
    columns = columns if targets["printed"].is_null().all() else (*columns[:2], "printed", *columns[2:])
    frame = without_silent_counts(targets).select(columns)
    show_table(frame, language, title=language.tables.table, words=_qualifiers(targets))


def _qualifiers(targets: pl.DataFrame) -> dict[str, list[str | None]]:
    """Qualifiers of counts and targets, for the kind of target on view."""
    if visit.filters.basis is Basis.RECORDS and are_exact(visit.records.targets(visit.filters.programme)["qualifier"]):
        return {}
    shares = [row_qualifier(row) for row in targets.iter_rows(named=True)]
    words = {"uploads": targets["qualifier"].to_list(), "reached_pct": shares, "gap": shares}
    words["needed"] = [opposite_direction(word) for word in shares]
    for kind in TargetKind:
        of_kind = fetch_targets(visit.records, visit.filters.changed(target=kind))
        by_unit = dict(of_kind.select("unit_code", "target_qualifier").iter_rows())
        words[kind.value] = [by_unit.get(code) for code in targets["unit_code"]]
    if visit.filters.basis is Basis.RECORDS:  # a printed difference has its own qualifier
        pairs = zip(words[TargetKind.REGISTERED.value], words[TargetKind.GUIDED.value], strict=True)
        words["over_guided"] = [ratio_qualifier(registered or None, guided or None) for registered, guided in pairs]
    return words


def _with_words(targets: pl.DataFrame) -> tuple[str, ...]:
    """The columns to show. Columns without published values are left out.

    Published counts each have their own day; records all have the one in the head.
    """
    names = (*COLUMNS[:2], "uploads", "as_of", *(name for name in COLUMNS[2:] if name != "uploads"), "said")
    return tuple(name for name in names if name in COLUMNS[:2] or not targets[name].is_null().all())


def source_statements() -> None:
    show_source_statements(known_units(), language)


def behind() -> None:
    show_behind(visit)


def potential() -> None:
    show_potential(visit)


visit.show(statuses)
part = slice(None)
if view == "bars":
    with showing_problems(language):
        part = choose_part(known_units().height, f"part_{visit.filters.target}", language)
visit.show({"bars": chart, "fields": fields, "courses": courses}[view], view, part)
visit.show(source_statements)
visit.show(behind)
with showing_problems(language):
    offer_text(visit)
visit.show(potential)
visit.show(table)
