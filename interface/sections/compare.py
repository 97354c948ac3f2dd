"""What the page of comparison says: which sides, their measures in one table, and what changed."""

from collections.abc import Mapping

import streamlit as st

from charts.kit.facts import write_difference, write_fact, write_times
from charts.kit.sides import side_name
from interface.shell.address import link_params
from interface.shell.choosing import Chooser, choose_before, searchable
from interface.shell.visit import Visit
from interface.shell.wording import records_source
from interface.widgets.more import show_more
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from model.codes import Basis
from model.compare import MOST_UNITS, Changes, Compared, Comparison, Passed, Side
from model.folding import vietnamese_key
from model.measures import is_money

_MOST_NAMED = 12
# A union is one union; whole programmes are all of the nation, and of the older ones few unions were printed.
_SILENT = {
    Compared.UNITS: ("units_reported",),
    Compared.MOMENTS: (),
    Compared.PROGRAMMES: ("units_reported", "share_of_nation"),
}


def choose_sides(what: Compared, visit: Visit) -> None:
    """What is compared, and with what; all of it in the address."""
    language, texts = visit.language, visit.language.compare
    choose = Chooser(visit.catalogue, language)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose.one("compare", texts.what, list(Compared), what, lambda kind: texts.kinds[str(kind)], key="switch")
        if what is Compared.UNITS:
            units = sorted(visit.catalogue.members(visit.filters), key=lambda unit: vietnamese_key(unit.short_name))
            labels = {unit.code: searchable(unit.short_name, visit.catalogue.names_of(unit)) for unit in units}
            chosen = list(visit.filters.units[:MOST_UNITS])
            choose.many(
                "unit", texts.choose_units, list(labels), chosen, labels.__getitem__, key="switch", most=MOST_UNITS
            )
        elif what is Compared.MOMENTS:
            choose_before(visit.filters, visit.catalogue, language)
        else:
            others = {p.code: language.short_name_of(p) for p in visit.catalogue.programmes if p != visit.programme}
            value = visit.filters.other or next(iter(others))
            choose.from_list("other", texts.choose_other, list(others), value, others.__getitem__, key="switch")


def side_names(comparison: Comparison, visit: Visit) -> list[str]:
    """What heads each column."""
    return [side_name(side, comparison.what, visit.language) for side in comparison.sides]


def show_measures(comparison: Comparison, visit: Visit) -> None:
    """Every measure in a row, every side in a column; with two sides also their difference."""
    language, texts, look = visit.language, visit.language.compare, visit.look
    names, sides = side_names(comparison, visit), comparison.sides
    pair = len(sides) == 2
    rows = []
    for measure, label in {**texts.measures, **_printed_measures(visit)}.items():
        facts = [side.facts[measure] for side in sides]
        if measure not in _SILENT[comparison.what] and any(fact.value is not None for fact in facts):
            difference = [write_difference(facts[0], facts[1], look)] if pair else []
            times = [""] * len(facts) if pair else ["", *(write_times(facts[0], fact, look) for fact in facts[1:])]
            cells = (_with_times(write_fact(fact, look), word) for fact, word in zip(facts, times, strict=True))
            rows.append([label, *cells, *difference])
    note = texts.programmes_note if comparison.what is Compared.PROGRAMMES else texts.table_note
    if not pair:
        note = texts.table_note_several.format(first=names[0]) if len(sides) > 1 else texts.table_note_alone
    if any(side.facts["uploads"].is_printed is not None for side in sides):
        note = f"{note} {language.facts.printed_legend}."
    with st.container(border=True):
        show_title(texts.table_titles[str(comparison.what)], note, records_source(visit), language)
        heads = [texts.measure, *names, *([texts.difference] if pair else [])]
        show_small_table(heads, rows, numbers=range(1, len(heads)), marked=(0,))
        if comparison.what is Compared.UNITS:
            _link_to_units(sides, visit)


def _printed_measures(visit: Visit) -> Mapping[str, str]:
    return visit.language.compare.printed_measures if visit.filters.basis is Basis.PUBLISHED else {}


def _with_times(told: str, times: str) -> str:
    return f"{told} ({times})" if times else told


def show_changed(comparison: Comparison, changes: Changes, visit: Visit) -> None:
    """“What changed since” in two sentences, then who met the target and who began."""
    language, texts, numbers = visit.language, visit.language.compare, visit.language.numbers
    before, after = (side.facts["uploads"].value or 0 for side in comparison.sides)
    moves = changes.moves.rows(named=True)
    up = sum(bool(row["rank_before"]) and row["rank"] < row["rank_before"] for row in moves)
    down = sum(bool(row["rank_before"]) and row["rank"] > row["rank_before"] for row in moves)
    span = [numbers.moment(side.moment) for side in comparison.sides]
    with st.container(border=True):
        title = texts.changed_title.format(before=span[0], after=span[1])
        show_title(title, "", records_source(visit), language)
        st.markdown(
            texts.changed.format(
                added=numbers.signed(after - before),
                before=numbers.count(before),
                after=numbers.count(after),
                factor=numbers.decimal(after / before if before else None, 2),
                growing=numbers.count(sum((row["added"] or 0) > 0 for row in moves)),
            )
        )
        st.markdown(texts.changed_moved.format(up=numbers.count(up), down=numbers.count(down)))


def show_passed(changes: Changes, visit: Visit) -> None:
    """Who met the target between the two moments, and who sent a first initiative."""
    texts, numbers = visit.language.compare, visit.language.numbers
    money = is_money(changes.ranking.measure)
    with st.container(border=True, height="stretch"):
        st.markdown(f"## {texts.met_title}")
        for one in changes.met_target[:_MOST_NAMED]:
            _tell(texts.met, one, numbers.percent(one.before), numbers.percent(one.after), visit)
        show_more(len(changes.met_target) - _MOST_NAMED, visit.language)
        if not changes.met_target:
            st.caption(texts.nobody_met)
        st.markdown(f"## {texts.started_title}")
        for one in changes.started[:_MOST_NAMED]:
            _tell(texts.started, one, "", (numbers.money_vnd if money else numbers.count)(one.after), visit)
        show_more(len(changes.started) - _MOST_NAMED, visit.language)
        if not changes.started:
            st.caption(texts.nobody_started)


def _tell(sentence: str, one: Passed, before: str, after: str, visit: Visit) -> None:
    name = plain(visit.language.names.word(one.unit_name))
    st.markdown("- " + sentence.format(unit=name, before=before, after=after))


def _link_to_units(sides: tuple[Side, ...], visit: Visit) -> None:
    with st.container(horizontal=True, gap="small", key="sides"):
        for unit in (side.unit for side in sides if side.unit):
            label = visit.language.map.open_unit.format(unit=plain(visit.language.names.word(unit.short_name)))
            params = link_params(visit.filters.changed(units=(unit.code,)))
            st.page_link("pages/unit.py", label=label, icon=":material/apartment:", query_params=params)
