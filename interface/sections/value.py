"""What the page of value says in words: its cards and the most valuable initiatives."""

import streamlit as st

from interface.shell.address import link_params
from interface.shell.visit import Visit
from interface.shell.wording import records_source
from interface.widgets.panels import record_links, show_metric, show_title
from interface.widgets.small_tables import show_small_table
from language.languages import Language
from model.codes import STATUSES
from model.value import Value


def show_value_cards(value: Value, language: Language) -> None:
    """Total, how many are computed and how many are not, mean, median and the largest."""
    texts, numbers, unknown = language.value, language.numbers, language.facts.unknown
    some = value.computed > 0
    largest = value.highest
    written = {
        "total": numbers.money_vnd(value.total) if some else unknown,
        "computed": numbers.count(value.computed),
        "unknown": numbers.count(value.uploads - value.computed),
        "mean": numbers.money_vnd(value.mean) if some else unknown,
        "median": numbers.money_vnd(value.median) if some else unknown,
        "largest": numbers.money_vnd(largest) if largest is not None else unknown,
    }
    shares = {
        "computed": 100 * value.computed / value.uploads if value.uploads else None,
        "unknown": 100 * (value.uploads - value.computed) / value.uploads if value.uploads else None,
        "largest": 100 * largest / value.total if largest and value.total else None,
    }
    with st.grid(len(written), min_column_width=148, gap="small"):
        for name, text in written.items():
            show_metric(
                texts.cards[name],
                text.replace("\u00a0", " "),
                texts.card_notes[name].format(percent=numbers.percent(shares.get(name))),
                texts.card_help[name],
            )


def concentration_note(value: Value, language: Language) -> str:
    """“1% sáng kiến có giá trị cao nhất giữ 62,1% tổng giá trị đã tính.”"""
    if not value.concentration:
        return ""
    held = value.concentration[0]
    return language.value.concentration_note.format(
        percent=language.numbers.percent(held.percent, 0), share=language.numbers.percent(held.share_pct)
    )


def show_largest(value: Value, visit: Visit) -> None:
    """The rows worth most. Their titles are escaped."""
    language = visit.language
    texts, numbers, names = language.value, language.numbers, language.names
    if not value.largest and (visit.records.lists_rows or not value.computed):
        return
    sectors = visit.catalogue.sector_by_id
    units = visit.catalogue.unit_by_code
    rows = [
        [
            numbers.count(place),
            numbers.money_vnd(row["benefit_vnd"]),
            row["title"],
            " · ".join(name for name in (names.word(units[row["unit_code"]].short_name), row["below"]) if name),
            names.sector(sectors[row["sector_id"]].code),
            names.status(STATUSES[row["status"]]),
            row["code"],
        ]
        for place, row in enumerate(value.largest, start=1)
    ]
    heads = ("place", "benefit", "title", "unit", "sector", "state", "code")
    with st.container(border=True):
        note = texts.largest_note.format(count=numbers.count(len(rows)))
        show_title(texts.largest_title, note, records_source(visit), language)
        if not visit.tell_rows():
            return
        records = record_links([row["code"] for row in value.largest], link_params(visit.filters))
        show_small_table(
            [texts.columns[name] for name in heads], rows, numbers=(0, 1), long=(2,), links={2: records}, whole=(6,)
        )
