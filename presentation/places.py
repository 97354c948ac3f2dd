"""Titles of ranked lists: “leaders” only where nobody can be above them."""

from collections.abc import Sequence
from typing import Final

from language.languages import Language
from model.edges import Row
from model.facts import Fact
from model.results import Ranking
from presentation.facts import write_measure
from presentation.wording import Wording

_MEDALS: Final = 3
_NAMED: Final = 3


def ranking_title(ranking: Ranking, language: Language) -> str:
    """“10 đơn vị dẫn đầu: số sáng kiến”, or “3 đơn vị có số công bố trong 82 tại …” where others may be above."""
    texts, numbers = language.ranking, language.numbers
    measure = language.names.measure(ranking.measure.value).lower()
    if ranking.is_ordered:
        return texts.ranking_title.format(count=numbers.count(ranking.frame["unit_code"].count()), measure=measure)
    moment = texts.listed_at.format(moment=numbers.moment(ranking.moment)) if ranking.moment else ""
    title = texts.listed_title if ranking.units is not None else texts.listed_of_unknown
    units = numbers.count(ranking.units)
    return title.format(count=numbers.count(ranking.known), units=units, moment=moment, measure=measure)


def unranked_note(ranking: Ranking, language: Language) -> str:
    """A note that a list is no ranking; "" where it is one."""
    return "" if ranking.is_ordered else language.ranking.not_places


def describe_ceiling(ranking: Ranking, language: Language) -> str:
    """The upper bound for units outside the leaders a source prints; "" where unknown."""
    if ranking.bound is None:
        return ""
    value = write_measure(ranking.bound, ranking.measure, language)
    return language.ranking.at_most.format(moment=language.numbers.moment(ranking.moment), value=value)


def describe_ceiling_of(fact: Fact, ranking: Ranking, language: Language) -> str:
    """The upper bound for one unit without a newer number of its own; "" where unknown."""
    return "" if ranking.bound_beside(fact) is None else describe_ceiling(ranking, language)


def shared_leaders(places: Sequence[tuple[str, str, float]], wording: Wording) -> str:
    """The units that share first place, from codes, names and values in order; empty where one leads alone."""
    first = [(code, name) for code, name, value in places if value == places[0][2]]
    if len(first) == 1:
        return ""
    names = ", ".join(wording.short_unit(code, name) for code, name in first)
    return names if len(first) <= _NAMED else wording.texts.slides.several


def placed_name(row: Row, wording: Wording) -> str:
    """“1. Thanh Hóa”; the name alone for unranked units."""
    name = wording.short_unit(row["unit_code"], row["short_name"])
    return name if row["rank"] is None else f"{row['rank']}. {name}"


def is_medal(place: int | None) -> bool:
    """Whether a place is drawn in gold."""
    return place is not None and place <= _MEDALS
