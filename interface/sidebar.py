"""The sidebar: links between the pages and the filters. Calm: what is asked rarely waits under “Bộ lọc khác”."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias

import streamlit as st

from data_access.keeper import Keeper
from interface import address
from interface.choosing import Chooser, searchable
from interface.wording import short_name
from language.languages import LANGUAGES, Language
from model.address_values import read_moment, write_moment
from model.catalogue import Catalogue, Programme
from model.codes import (
    KINDS,
    LEVELS,
    NONE,
    OWNERSHIPS,
    POSITIONS,
    REGIONS,
    STATUSES,
    Basis,
    Boundary,
    Measure,
    TargetKind,
)
from model.filters import Filters
from model.folding import vietnamese_key

OTHER_MOMENT: Final = "other"
Link: TypeAlias = tuple[str, str, str]  # subject, script, icon of a page
GROUPS: Final = {
    "analysis": ("trend", "map", "unit", "recognition", "value", "people", "compare", "explore"),
    "work": ("stage", "reports", "import", "admin"),
}


def draw_sidebar(
    pages: Sequence[Link],
    here: str,
    filters: Filters,
    catalogue: Catalogue,
    keeper: Keeper,
    language: Language,
) -> None:
    """Links and widgets, all showing what the address says; `here` is the page being read."""
    with st.sidebar:
        st.html(f'<div class="brand">{language.pages.product}</div>')
        _draw_links(pages, here, filters, language)
        choose = Chooser(catalogue, language)
        _choose_data(choose, filters, catalogue, keeper)
        _choose_place(choose, filters, catalogue)
        with st.expander(language.pages.more_filters, icon=":material/tune:"):
            _choose_details(choose, filters, catalogue)
        choose.one(
            "lang",
            language.pages.language,
            list(LANGUAGES),
            language.code,
            lambda code: LANGUAGES[code].label,
            default=next(iter(LANGUAGES)),
        )


def _draw_links(pages: Sequence[Link], here: str, filters: Filters, language: Language) -> None:
    """What everybody asks is always in view; the rest waits in groups, of which the reader's own is open."""
    params = address.link_params(filters)
    grouped = [name for names in GROUPS.values() for name in names]
    with st.container(gap=None, key="links"):
        for name, script, icon in pages:
            if name not in grouped:
                st.page_link(script, label=language.pages.titles[name], icon=icon, query_params=params)
        for group, names in GROUPS.items():
            links = [link for link in pages if link[0] in names]
            if links:
                with st.expander(language.pages.groups[group], expanded=here in names):
                    for name, script, icon in links:
                        st.page_link(script, label=language.pages.titles[name], icon=icon, query_params=params)


def _choose_data(choose: Chooser, filters: Filters, catalogue: Catalogue, keeper: Keeper) -> None:
    texts, names = choose.language.pages, choose.language.names
    programme = catalogue.programme(filters.programme)
    named = {p.code: short_name(p, choose.language) for p in catalogue.programmes}
    choose.from_list("programme", texts.filter_names["programme"], list(named), filters.programme, named.__getitem__)
    if keeper.has_records(filters.programme):
        choose.one("basis", texts.filter_names["basis"], list(Basis), filters.basis, lambda b: names.bases[str(b)])
    _choose_moment(choose, filters, keeper)
    if programme.phases:
        _choose_phase(choose, filters, programme)


def _choose_phase(choose: Chooser, filters: Filters, programme: Programme) -> None:
    texts = choose.language.pages
    choose.one(
        "phase",
        texts.filter_names["phase"],
        ["", *(str(phase.number) for phase in programme.phases)],
        str(filters.phase or ""),
        lambda number: texts.phase_short.format(number=number) if number else texts.whole_short,
    )


def _choose_moment(choose: Chooser, filters: Filters, keeper: Keeper) -> None:
    """As-of: the newest, a moment that was published, or any other."""
    texts, numbers = choose.language.pages, choose.language.numbers
    in_records = filters.basis is Basis.RECORDS
    moments = sorted(
        {*milestones(keeper, filters.programme, in_records=in_records), *([filters.as_of] if filters.as_of else [])}
    )
    labels = {"": texts.latest, OTHER_MOMENT: texts.other_moment}
    labels.update({write_moment(moment): numbers.moment(moment) for moment in moments})
    options = ["", *(write_moment(moment) for moment in reversed(moments)), OTHER_MOMENT]
    value = write_moment(filters.as_of) if filters.as_of else ""
    open_picker = st.session_state.get("picking_moment", False)
    choose.from_list("as_of", texts.filter_names["as_of"], options, value, labels.__getitem__, callback=_moment_chosen)
    if open_picker:
        last = filters.as_of or keeper.last_moment(filters.programme) or datetime(2022, 4, 20, 8)
        st.datetime_input(
            texts.other_moment,
            value=last.replace(second=0, microsecond=0),
            min_value=datetime(2015, 1, 1),
            format="DD/MM/YYYY",
            key="pick_as_of",
            on_change=_moment_picked,
            args=(choose.catalogue,),
        )


def milestones(keeper: Keeper, programme: str, *, in_records: bool) -> list[datetime]:
    """Moments at which somebody published a national number of uploads; only those the records reach, if so asked."""
    frame = keeper.published()
    found = frame.filter(
        (frame["programme"] == programme)
        & (frame["unit_level"] == "cả nước")
        & frame["metric"].is_in(["sang_kien_cap_nhat", "moc_300000"])
    )["as_of"].unique()
    moments = [read_moment(text) for text in found if text]
    last = keeper.last_moment(programme)
    return [moment for moment in moments if moment and (not in_records or last is None or moment <= last)]


def _moment_chosen(parameter: str, key: str, catalogue: Catalogue) -> None:
    picking = st.session_state[key] == OTHER_MOMENT
    st.session_state["picking_moment"] = picking
    if not picking:
        address.write_widget(parameter, key, catalogue)


def _moment_picked(catalogue: Catalogue) -> None:
    moment = st.session_state["pick_as_of"]
    if moment:
        st.session_state["picking_moment"] = False
        address.write({"as_of": [write_moment(moment)]}, catalogue)


def _choose_place(choose: Chooser, filters: Filters, catalogue: Catalogue) -> None:
    texts, names = choose.language.pages, choose.language.names
    choose.many("region", texts.filter_names["region"], REGIONS, filters.regions, names.regions.__getitem__)
    offered = {unit.code: unit for unit in catalogue.units_in(filters.changed(units=()))}
    offered.update({code: catalogue.unit_by_code[code] for code in filters.units})
    codes = sorted(offered, key=lambda code: vietnamese_key(offered[code].short_name))
    labels = {code: searchable(offered[code].short_name, catalogue.names_of(offered[code])) for code in codes}
    choose.many("unit", texts.filter_names["unit"], codes, filters.units, labels.__getitem__)
    choose.one(
        "boundary",
        texts.filter_names["boundary"],
        list(Boundary),
        filters.boundary,
        lambda boundary: names.boundaries[str(boundary)],
    )


def _choose_details(choose: Chooser, filters: Filters, catalogue: Catalogue) -> None:
    texts, names = choose.language.pages, choose.language.names
    _choose_period(choose, filters, catalogue)
    choose.many("kind", texts.filter_names["kind"], KINDS, filters.kinds, names.kinds.__getitem__)
    clusters = catalogue.clusters
    choose.many("cluster", texts.filter_names["cluster"], list(clusters), filters.clusters, clusters.__getitem__)
    sectors = [sector.code for sector in catalogue.sectors if sector.code != NONE] + [NONE]
    choose.many("sector", texts.filter_names["sector"], sectors, filters.sectors, names.sector)
    choose.many("ownership", texts.filter_names["ownership"], OWNERSHIPS[::-1], filters.ownerships, names.ownership)
    choose.many("position", texts.filter_names["position"], POSITIONS[::-1], filters.positions, names.position)
    choose.many("level", texts.filter_names["level"], [*LEVELS[1:], NONE], filters.levels, names.level)
    choose.many("status", texts.filter_names["status"], STATUSES, filters.statuses, names.status)
    choose.from_list(
        "target", texts.filter_names["target"], list(TargetKind), filters.target, lambda k: names.target_kind(str(k))
    )
    choose.from_list(
        "measure", texts.filter_names["measure"], list(Measure), filters.measure, lambda m: names.measure(str(m))
    )


def _choose_period(choose: Chooser, filters: Filters, catalogue: Catalogue) -> None:
    last = filters.until - timedelta(days=1) if filters.until else None
    days: tuple[date, ...] = tuple(day for day in (filters.since, last) if day)
    st.session_state["choose_period"] = days
    st.date_input(
        choose.language.pages.filter_names["period"],
        min_value=date(2015, 1, 1),
        max_value=date(2035, 12, 31),
        format="DD/MM/YYYY",
        key="choose_period",
        on_change=_period_chosen,
        args=(catalogue,),
    )


def _period_chosen(catalogue: Catalogue) -> None:
    days = st.session_state["choose_period"]
    if len(days) == 1:  # the reader has clicked the first of the two days
        return
    since, last = days or (None, None)
    address.write({"from": [since.isoformat()] if since else [], "to": [last.isoformat()] if last else []}, catalogue)
