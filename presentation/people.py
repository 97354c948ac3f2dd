"""The authors of initiatives in words, for page and pictures."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from language.languages import Language
from language.words.formatting import MISSING
from model.codes import NONE
from model.people import People, PeopleGroup
from model.shares import shares_by_code
from presentation.by_measure import measure_note
from presentation.metric_card import MetricCard, metric_card

_PER_MEMBERS: Final = ("per100", "participation_pct")
_NOTED: Final = {"rewards": "positions"}  # a chart that needs another part to be noted


@dataclass(frozen=True)
class PeopleView:
    """Cards, and a title and a sentence for each chart. Sentences that do not apply are ""."""

    cards: tuple[MetricCard, ...]
    titles: Mapping[str, str]  # by those of positions, rewards, ownerships, sexes that are noted, and units if any
    notes: Mapping[str, str]  # the same keys
    counted: str  # that all of it follows the measure in the address; "" where uploads are counted


def view_people(people: People, language: Language) -> PeopleView:
    """The words of a scope with records."""
    texts = language.people
    titles = {
        "positions": texts.positions_title,
        "rewards": texts.rewards_title,
        "ownerships": texts.ownerships_title,
        "sexes": texts.sexes_title,
        "units": texts.units_title,
    }
    notes = {
        "positions": "",
        "rewards": _rewards_note(people, language),
        "ownerships": _ownerships_note(people, language),
        "sexes": texts.sexes_note,
        "units": texts.units_note,
    }
    known_parts = {*people.noted, *([] if people.units.is_empty() else ["units"])}
    names = [name for name in titles if _NOTED.get(name, name) in known_parts]
    return PeopleView(
        cards=tuple(_cards(people, language)),
        titles={name: titles[name] for name in names},
        notes={name: notes[name] for name in names},
        counted=measure_note(people.counts, language),
    )


def _cards(people: People, language: Language) -> Iterator[MetricCard]:
    """People, two rates per members, unions below, women, and the share of rewards for direct workers."""
    texts = language.people
    params = {**_counted(people, language), **_shares(people, language)}
    for name in texts.cards:
        value, note = params[name]
        if value == MISSING and name == "participating" and people.uploads and not people.grassroots:
            continue  # nobody is below these units
        if value == MISSING:
            value, note = language.facts.unknown, _why_unknown(name, people, language) or note
        yield metric_card(name, value, note, texts)


def _why_unknown(name: str, people: People, language: Language) -> str:
    """Why a rate per members is unknown: no members, no authors, or more authors than members; else ""."""
    if name not in _PER_MEMBERS:
        return ""
    if people.members_units and people.people:
        return language.people.more_than_members
    return language.people.nobody_named if people.members_units else language.people.members_unknown


def _counted(people: People, language: Language) -> dict[str, tuple[str, str]]:
    """Authors, and participating grassroots unions: value and note."""
    texts, numbers = language.people, language.numbers
    each, taking_part = texts.nobody_named, texts.total_unknown
    if people.people:
        each = texts.card_notes["people"].format(count=numbers.decimal(people.uploads / people.people, 1))
    if people.grassroots and people.participating is not None:
        percent = language.numbers.share(people.participating, people.grassroots)
        taking_part = texts.card_notes["participating"].format(percent=percent, all=numbers.count(people.grassroots))
    return {
        "people": (numbers.count(people.people), each),
        "participating": (numbers.count(people.participating), taking_part),
    }


def _shares(people: People, language: Language) -> dict[str, tuple[str, str]]:
    """Rates per members, and the shares of women and of direct workers: value and note."""
    numbers, notes, sexes = language.numbers, language.people.card_notes, dict(people.sexes)
    counts = {"known": numbers.count(people.members_units), "total": numbers.count(people.units_total)}
    with_sex = sexes.get("male", 0) + sexes.get("female", 0)
    not_noted = numbers.percent(shares_by_code(sexes).get(NONE, 0)) if sexes else MISSING
    workers = language.numbers.share(_rewarded_workers(people), people.rewarded)
    return {
        "per100": (numbers.decimal(people.per100, 2), notes["per100"].format(**counts)),
        "participation_pct": (numbers.percent(people.participation_pct), notes["participation_pct"].format(**counts)),
        "women": (language.numbers.share(sexes.get("female", 0), with_sex), notes["women"].format(percent=not_noted)),
        "workers": (workers, notes["workers"].format(count=numbers.count(people.rewarded))),
    }


def _rewards_note(people: People, language: Language) -> str:
    """The share of direct workers in rewards compared with their share in initiatives."""
    if not people.rewarded:
        return language.people.no_rewards
    shares = shares_by_code({group.code: group.uploads for group in people.positions})
    return language.people.rewards_note.format(
        uploads=language.numbers.percent(shares.get("worker", 0) if "positions" in people.noted else None),
        rewards=language.numbers.share(_rewarded_workers(people), people.rewarded),
    )


def _ownerships_note(people: People, language: Language) -> str:
    """Non-state and FDI together."""
    private = _of_code(people.ownerships, ("nonstate", "fdi"), "uploads")
    return language.people.ownerships_note.format(percent=language.numbers.share(private, people.uploads))


def _rewarded_workers(people: People) -> int | None:
    return _of_code(people.positions, ("worker",), "rewarded")


def _of_code(groups: Sequence[PeopleGroup], codes: Collection[str], column: str) -> int | None:
    """The sum over some codes; None where nothing was recorded under any code."""
    counts = {group.code: int(getattr(group, column)) for group in groups if group.code != NONE}
    return sum(counts.get(code, 0) for code in codes) if any(counts.values()) else None
