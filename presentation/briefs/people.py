"""People in files: how many take part, in which positions, and who is rewarded."""

from collections.abc import Iterator, Sequence
from typing import Final

from data_access.queries.people import fetch_people
from data_access.store.records import Records
from language.languages import Language
from model.codes import NONE
from model.people import People
from model.shares import shares_by_code
from presentation.briefs.brief import BarList, Brief, BriefBar, bars_of
from presentation.briefs.stamps import brief_stamp
from presentation.figures import Figures
from presentation.metric_card import MetricCard
from presentation.people import PeopleView, view_people
from presentation.wording import Wording

_OF_A_PART: Final = ("women", "workers")


def brief_people(records: Records, figures: Figures, wording: Wording) -> Brief:
    """Authors by position and by sex, with the sentences of the page."""
    language = wording.language
    own_stamp, name = brief_stamp("people", figures, wording), language.pages.titles["people"]
    people = fetch_people(records, figures.filters)
    if not people.known or not people.uploads:
        return Brief("people", name, language.stage.titles["people_unknown"], own_stamp)
    view = view_people(people, language)
    cards = [_sentence(card) for card in view.cards if card.value != language.facts.unknown]
    notes = [view.notes[name] for name in ("rewards", "ownerships") if view.notes.get(name)]
    return Brief(
        "people",
        name,
        cards[0] if cards else language.stage.titles["people_unknown"],
        own_stamp,
        is_known=bool(cards),
        lists=tuple(_lists(people, view, language)),
        more=(*cards[1:], *notes, *([view.counted] if view.counted else [])),
    )


def _sentence(card: MetricCard) -> str:
    """“Label: value”, with the base of a share that is not one of all initiatives: their lists stand beside it."""
    base = f" ({card.note})" if card.name in _OF_A_PART and card.note else ""
    return f"{card.label}: {card.value}{base}"


def _lists(people: People, view: PeopleView, language: Language) -> Iterator[BarList]:
    """Initiatives by position and by sex, where any are recorded."""
    posts = [(group.code, language.names.position(group.code), group.uploads) for group in people.positions]
    sexes = [(code, language.people.sexes[code], count) for code, count in people.sexes]
    for name, groups in (("positions", posts), ("sexes", sexes)):
        if name in view.titles:
            yield from bars_of(view.titles[name], _bars(name, groups, language))


def _bars(kind: str, groups: Sequence[tuple[str, str, int]], language: Language) -> tuple[BriefBar, ...]:
    """Groups with at least one, their shares as charts write them; unrecorded ones in grey."""
    count, percent = language.numbers.count, language.numbers.percent
    shares = shares_by_code({code: n for code, _, n in groups})
    return tuple(
        BriefBar(f"{kind}-{code}", name, n, count(n), percent(shares[code]), is_rest=code == NONE)
        for code, name, n in groups
        if n
    )
