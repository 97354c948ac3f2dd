"""Benefit in files: the total computed, of how many initiatives, and where most of it arises."""

from typing import Final

import polars as pl

from data_access.database.errors import Unanswerable
from data_access.queries.ranking import fetch_ranking
from data_access.queries.value import fetch_value
from data_access.store.records import Records
from model.codes import NONE, Measure
from presentation.briefs.brief import BarList, Brief, BriefBar, bars_of
from presentation.briefs.stamps import brief_stamp
from presentation.figures import Figures
from presentation.value import view_value
from presentation.wording import Wording

_UNITS: Final = 10


def brief_value(records: Records, figures: Figures, wording: Wording) -> Brief:
    """The total of the scope; published totals have no lists."""
    facts, texts, language = figures.overview.facts, wording.language.stage, wording.language
    own_stamp, name = brief_stamp("value", figures, wording), language.pages.titles["value"]
    money, computed = facts["benefit_vnd"], facts["benefit_count"].value
    if money.value is None:
        return Brief("value", name, texts.titles["value_unknown"], own_stamp)
    return Brief(
        "value",
        name,
        texts.titles["value"].format(money=wording.fact(money)),
        own_stamp,
        is_known=True,
        number=wording.fact(money),
        lists=_lists(records, figures, wording),
        notes=(texts.computed.format(count=language.numbers.count(computed)),) if computed is not None else (),
        more=_sentences(records, figures, wording),
    )


def _lists(records: Records, figures: Figures, wording: Wording) -> tuple[BarList, ...]:
    """Benefit by union; by sector for a single union, whose bar would repeat the title."""
    units, money = _units(records, figures, wording), wording.kind_of_unit("vnd")
    if len(units) > 1:
        return bars_of(wording.language.stage.heads["value"], units, money)
    return bars_of(wording.language.value.sectors_title, _sectors(records, figures, wording), money)


def _sectors(records: Records, figures: Figures, wording: Wording) -> tuple[BriefBar, ...]:
    """Benefit by sector; none where frozen figures cannot answer."""
    language = wording.language
    try:
        sectors = fetch_value(records, figures.filters).sectors
    except Unanswerable:
        return ()
    if sectors.is_empty():
        return ()
    return tuple(
        BriefBar(code, language.names.sector(code), money, language.numbers.money_vnd(money), is_rest=code == NONE)
        for code, money in sectors.select("sector_code", "benefit_vnd").iter_rows()
        if money
    )


def _units(records: Records, figures: Figures, wording: Wording) -> tuple[BriefBar, ...]:
    filters = figures.filters.of_measure.changed(measure=Measure.BENEFIT, top=_UNITS, before=None)
    places = fetch_ranking(records, filters).frame.filter(pl.col("unit_code").is_not_null()).drop_nulls("value")
    return tuple(
        BriefBar(
            row["unit_code"],
            wording.short_unit(row["unit_code"], row["short_name"]),
            row["value"],
            wording.language.numbers.money_vnd(row["value"]),
        )
        for row in places.iter_rows(named=True)
    )


def _sentences(records: Records, figures: Figures, wording: Wording) -> tuple[str, ...]:
    """The share of the most valuable ones and which statuses count; none where frozen figures cannot answer."""
    try:
        value = fetch_value(records, figures.filters)
    except Unanswerable:
        return ()
    view = view_value(value, wording.language)
    return tuple(filter(None, (view.notes["concentration"], view.counted if value.known else "")))
