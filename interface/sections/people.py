"""What the page of people says in words: its cards, its sentences, and what nobody has published."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import polars as pl
import streamlit as st

from data_access.reference.notes import read_notes
from interface.shell.visit import Visit
from interface.widgets.panels import show_metric
from interface.widgets.sources import plain
from language.languages import Language
from language.words.formatting import MISSING
from model.codes import NONE
from model.people import People, PeopleGroup

_UNKNOWN = ("unknown-women", "unknown-non-managers")
_PER_MEMBERS = ("per100", "participation_pct")


class Card(NamedTuple):
    """What a card shows, and the line below it."""

    value: str
    note: str


def show_people_cards(people: People, language: Language) -> None:
    """People, two rates per members, unions below, women, and the share of rewards that goes to direct workers."""
    texts = language.people
    cards = {**_counted(people, language), **_shares(people, language)}
    with st.grid(len(cards), min_column_width=148, gap="small"):
        for name in texts.cards:
            value, note = cards[name]
            unknown = value == MISSING
            show_metric(
                texts.cards[name],
                language.facts.unknown if unknown else value,
                texts.members_unknown if unknown and name in _PER_MEMBERS else note,
                texts.card_help[name],
            )


def _counted(people: People, language: Language) -> dict[str, Card]:
    """Authors, and grassroots unions that took part."""
    texts, numbers = language.people, language.numbers
    below = {
        "percent": _share(people.participating, people.grassroots, language),
        "all": numbers.count(people.grassroots),
    }
    each = (
        texts.card_notes["people"].format(count=numbers.decimal(people.uploads / people.people, 1))
        if people.people
        else ""
    )
    is_known = people.grassroots and people.participating is not None
    taking_part = texts.card_notes["participating"].format(**below) if is_known else texts.total_unknown
    return {
        "people": Card(numbers.count(people.people), each or texts.nobody_named),
        "participating": Card(numbers.count(people.participating), taking_part),
    }


def _shares(people: People, language: Language) -> dict[str, Card]:
    """Rates per members, and the shares of women and of direct workers."""
    numbers, notes = language.numbers, language.people.card_notes
    known = {"known": numbers.count(people.members_units), "total": numbers.count(people.units_total)}
    sexes = dict(people.sexes)
    noted = sexes.get("male", 0) + sexes.get("female", 0)
    not_noted = _share(people.uploads - noted, people.uploads, language)
    return {
        "per100": Card(numbers.decimal(people.per100, 2), notes["per100"].format(**known)),
        "participation_pct": Card(
            numbers.percent(people.participation_pct), notes["participation_pct"].format(**known)
        ),
        "women": Card(_share(sexes.get("female", 0), noted, language), notes["women"].format(percent=not_noted)),
        "workers": Card(
            _share(_rewarded_workers(people), people.rewarded, language),
            notes["workers"].format(count=numbers.count(people.rewarded)),
        ),
    }


def rewards_note(people: People, language: Language) -> str:
    """How the share of direct workers in the rewards compares with their share in the initiatives."""
    if not people.rewarded:
        return language.people.no_rewards
    workers = _of_code(people.positions, ("worker",), "uploads")
    return language.people.rewards_note.format(
        uploads=_share(workers, people.uploads, language),
        rewards=_share(_rewarded_workers(people), people.rewarded, language),
    )


def ownerships_note(people: People, language: Language) -> str:
    """Non-state and FDI together."""
    private = _of_code(people.ownerships, ("nonstate", "fdi"), "uploads")
    return language.people.ownerships_note.format(percent=_share(private, people.uploads, language))


def show_unknown(visit: Visit) -> None:
    """What readers ask and no source answers, said plainly."""
    notes = read_notes(visit.filters.programme).filter(pl.col("code").is_in(list(_UNKNOWN)))
    if notes.is_empty():
        return
    with st.container(border=True):
        st.markdown(f"## {visit.language.people.unknown_title}")
        for row in notes.iter_rows(named=True):
            sentence = visit.language.one_of(row["sentence_vi"], row["sentence_en"])
            st.markdown(f"- {plain(sentence)}")


def _rewarded_workers(people: People) -> int | None:
    return _of_code(people.positions, ("worker",), "rewarded")


def _of_code(groups: Sequence[PeopleGroup], codes: Collection[str], column: str) -> int | None:
    """What some codes brought in; unknown where nobody was noted under any code."""
    counts = {group.code: int(getattr(group, column)) for group in groups if group.code != NONE}
    return sum(counts.get(code, 0) for code in codes) if any(counts.values()) else None


def _share(part: int | None, whole: int | None, language: Language) -> str:
    return language.numbers.percent(100 * part / whole if whole and part is not None else None)
