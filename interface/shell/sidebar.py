"""The sidebar: page links and filters. Rarely used filters are collapsed."""

import html
from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from data_access.rules.answerable import is_printed
from data_access.store.offered import has_values, offered_measures, offered_targets
from data_access.store.records import Records
from interface.shell.choosing import Chooser, searchable
from interface.shell.glossary import show_glossary
from interface.shell.links import Link, draw_links
from interface.shell.loading import show_html
from interface.shell.meeting import choose_meeting
from interface.shell.moments import choose_moment, choose_period
from interface.shell.opening import measure_of_map
from interface.shell.page_list import OF_A_PROGRAMME, WITHOUT_FILTERS
from interface.shell.wording import brand_of
from language.languages import LANGUAGES, Language
from model.catalogue import Catalogue, Programme
from model.code_filters import CodeFilter, SidebarGroup
from model.codes import NONE, REGIONS, Basis, Boundary
from model.filters import FILTERS, Filters
from model.folding import vietnamese_key
from model.places import has_places, offers_boundaries
from presentation.filter_names import name_of
from presentation.wording import phase_name

_SIDE_BY_SIDE: Final = 4  # phases


def draw_sidebar(
    pages: Sequence[Link],
    here: str,
    filters: Filters,
    catalogue: Catalogue,
    records: Records,
    language: Language,
) -> None:
    """Draw links and widgets that show the address's values; `here` is the current page."""
    brand = brand_of(catalogue.programme(filters.programme), language)
    with st.sidebar:
        show_html(f'<div class="brand">{html.escape(brand)}</div>')
        draw_links(pages, here, filters, measure_of_map(filters, catalogue, records), language)
        choose = Chooser(catalogue, language)
        if catalogue.programmes and here not in WITHOUT_FILTERS:
            _choose_programme(choose, filters, catalogue)
        if catalogue.programmes and here not in (*OF_A_PROGRAMME, *WITHOUT_FILTERS):
            _choose_data(choose, filters, catalogue, records)
            _choose_place(choose, filters, catalogue, records)
            _choose_more(choose, filters, catalogue, records)
        choose.one(
            "lang",
            language.pages.language,
            list(LANGUAGES),
            language.code,
            lambda code: LANGUAGES[code].label,
            default=next(iter(LANGUAGES)),
        )
        if catalogue.programmes:
            show_glossary(filters, records, language)


def _choose_more(choose: Chooser, filters: Filters, catalogue: Catalogue, records: Records) -> None:
    more = st.expander(
        choose.language.pages.more_filters, icon=":material/tune:", key="more_filters", on_change="rerun"
    )
    if more.open:
        with more:
            _choose_details(choose, filters, catalogue, records)


def _choose_programme(choose: Chooser, filters: Filters, catalogue: Catalogue) -> None:
    names = {p.code: choose.language.short_name_of(p) for p in catalogue.programmes}
    label = choose.language.pages.filter_names["programme"]
    choose.from_list("programme", label, list(names), filters.programme, names.__getitem__)


def _choose_data(choose: Chooser, filters: Filters, catalogue: Catalogue, records: Records) -> None:
    texts, names = choose.language.pages, choose.language.names
    programme = catalogue.programme(filters.programme)
    is_published = filters.basis is Basis.PUBLISHED or is_printed(records, filters.programme)
    if is_published and records.has_records(filters.programme):
        choose.one("basis", texts.filter_names["basis"], list(Basis), filters.basis, lambda b: names.bases[str(b)])
    choose_moment(choose, filters, records)
    if programme.phases:
        _choose_phase(choose, filters, programme)


def _choose_phase(choose: Chooser, filters: Filters, programme: Programme) -> None:
    """Draw few phases side by side, many as a list."""
    texts = choose.language.pages
    options = ["", *(str(phase.number) for phase in programme.phases)]
    current, label = str(filters.phase or ""), texts.filter_names["phase"]

    def named(number: str) -> str:
        return phase_name(programme, int(number), choose.language, short=True) if number else texts.whole_short

    if len(programme.phases) <= _SIDE_BY_SIDE:
        choose.one("phase", label, options, current, named)
    else:
        choose.from_list("phase", label, options, current, named)


def _units_to_choose(filters: Filters, catalogue: Catalogue, records: Records, language: Language) -> dict[str, str]:
    """Labels by code, in alphabetical order, of the units that match the other filters and of those selected."""
    narrow = Filters(
        programme=filters.programme,
        within=filters.within,
        kinds=filters.kinds,
        regions=filters.regions,
        clusters=filters.clusters,
    )

    def remembered(some: Filters) -> dict[str, str]:
        key = ("units to choose", some, language.code)
        return records.remember(key, partial(_labels_of_units, some, catalogue, language))

    labels = remembered(narrow)
    outside = tuple(code for code in filters.units if code not in labels)
    return remembered(narrow.changed(units=outside)) if outside else labels


def _labels_of_units(filters: Filters, catalogue: Catalogue, language: Language) -> dict[str, str]:
    offered = {unit.code: unit for unit in catalogue.units_in(filters.changed(units=()))}
    offered.update({code: catalogue.unit_by_code[code] for code in filters.units})
    names = {code: language.names.word(unit.short_name) for code, unit in offered.items()}
    codes = sorted(offered, key=lambda code: vietnamese_key(names[code]))
    return {code: searchable(names[code], catalogue.names_of(offered[code])) for code in codes}


def _choose_place(choose: Chooser, filters: Filters, catalogue: Catalogue, records: Records) -> None:
    texts, names = choose.language.pages, choose.language.names
    regions = {unit.region for unit in catalogue.members(filters)}
    if has_places(catalogue, filters) and len(regions - {None}) > 1:
        choose.many("region", texts.filter_names["region"], REGIONS, filters.regions, names.regions.__getitem__)
    labels = _units_to_choose(filters, catalogue, records, choose.language)
    if labels:
        choose.many("unit", texts.filter_names["unit"], list(labels), filters.units, labels.__getitem__)
    if offers_boundaries(catalogue, filters):
        choose.one(
            "boundary",
            texts.filter_names["boundary"],
            list(Boundary),
            filters.boundary,
            lambda boundary: names.boundaries[str(boundary)],
        )


def _choose_codes(choose: Chooser, narrowing: CodeFilter, filters: Filters, catalogue: Catalogue) -> None:
    name = narrowing.parameter
    sectors = [sector.code for sector in catalogue.sectors_of(filters.programme) if sector.code != NONE]
    members = catalogue.members(filters)
    clusters = dict.fromkeys(unit.cluster_code for unit in members if unit.cluster_code)
    kinds = narrowing.options if any(unit.kind for unit in members) else ()
    offered = {"cluster": tuple(clusters), "sector": (*sectors, NONE), "kind": kinds}
    options = offered.get(name, narrowing.options)
    if not options:  # no filter for what the programme does not have
        return
    name_by_code = name_of(narrowing, catalogue, choose.language)
    choose.many(
        name, choose.language.pages.filter_names[name], options, getattr(filters, narrowing.field), name_by_code
    )


def _choose_details(choose: Chooser, filters: Filters, catalogue: Catalogue, records: Records) -> None:
    texts, names = choose.language.pages, choose.language.names
    choose_period(choose, filters, catalogue)
    choose_meeting(filters, catalogue, texts.filter_names["before"])
    for narrowing in FILTERS:
        if narrowing.group is SidebarGroup.MORE and (
            getattr(filters, narrowing.field) or has_values(records, filters, narrowing)
        ):
            _choose_codes(choose, narrowing, filters, catalogue)
    kinds, measures = offered_targets(records, filters), offered_measures(records, filters)
    if len(kinds) > 1:
        label = texts.filter_names["target"]
        choose.from_list("target", label, kinds, filters.target, lambda kind: names.target_kind(str(kind)))
    if len(measures) > 1:
        label = texts.filter_names["measure"]
        choose.from_list("measure", label, measures, filters.measure, lambda measure: names.measure(str(measure)))
