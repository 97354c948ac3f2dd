"""A ranking in words, for slides, reports, the stage and pages."""

from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from model.catalogue import Programme
from model.results import Ranking
from presentation.figures import Figures
from presentation.leading import describe_leader
from presentation.places import describe_ceiling, is_medal, placed_name, ranking_title, shared_leaders, unranked_note
from presentation.printed import count_of, printed_legend
from presentation.stamp import Stamp, stamp
from presentation.whole import whole_name
from presentation.wording import Wording

MOST_PLACES: Final = 10  # that a slide or a page has room for


@dataclass(frozen=True)
class Place:
    """One unit of the list: `value` as a number, `text` with unit, qualifier and the mark of published counts."""

    code: str
    name: str  # with its place before it
    value: float
    text: str
    is_medal: bool


@dataclass(frozen=True)
class RankingView:
    """The first places. Sentences that do not apply are ""."""

    title: str  # what the list is
    verdict: str  # who leads, or that nobody does
    places: tuple[Place, ...]
    no_order: str  # that the list is no order of places
    share: str  # what the places shown are of the whole
    rest: str
    unknown: str  # how many have no number, and what they have at most
    bound: str  # the latter alone
    leading: str  # who of a narrowed scope leads the whole list
    legend: str
    stamp: Stamp


def view_ranking(figures: Figures, wording: Wording, most: int = MOST_PLACES) -> RankingView:
    """The words of a ranking, cut to its first places."""
    ranking, language = _drop_empty_places(figures.ranking), wording.language
    places = _places(ranking, wording, most)
    unit_count = figures.ranking.frame["unit_code"].count()
    is_complete = unit_count == len(places)
    return RankingView(
        title=ranking_title(replace(ranking, frame=ranking.frame.head(most)), language),
        verdict=ranking_verdict(ranking, wording),
        places=places,
        no_order=unranked_note(ranking, language),
        share=share_of_places(ranking, figures.programme, wording) if is_complete and is_part(ranking) else "",
        rest=_rest(ranking, wording) if is_complete else "",
        unknown=_unknown(ranking, wording),
        bound=describe_ceiling(ranking, language),
        leading=describe_leader(figures.leading, wording),
        legend=printed_legend(ranking.frame, language),
        stamp=stamp("ranking", figures, wording),
    )


def _drop_empty_places(ranking: Ranking) -> Ranking:
    """The places of whoever has anything, where somebody has: a list of leaders has no zero."""
    has = pl.col("unit_code").is_null() | pl.col("value").is_null() | (pl.col("value") != 0)
    frame = ranking.frame.filter(has)
    return replace(ranking, frame=frame) if frame["unit_code"].count() else ranking


def is_part(ranking: Ranking) -> bool:
    """Whether the places shown are less than the whole: that everybody is everything tells nothing."""
    return ranking.shown_share_pct is not None and ranking.shown_share_pct < 100


def share_of_places(ranking: Ranking, programme: Programme, wording: Wording, *, in_full: bool = False) -> str:
    """“10 đơn vị = 67,92% của 163.532”; "" for measures that do not add up. With `in_full` also the absolute sum."""
    if ranking.shown_share_pct is None or ranking.total is None:
        return ""
    form = wording.language.overview.top_note if in_full else wording.texts.slides.top_share
    return form.format(
        count=wording.language.numbers.count(ranking.frame["unit_code"].count()),
        percent=wording.qualified(wording.language.numbers.percent(ranking.shown_share_pct), ranking.shown_share_word),
        total=ranking_total(ranking, programme, wording),
        shown=wording.qualified(wording.measure(ranking.shown, ranking.measure), ranking.shown_word),
    )


def ranking_total(ranking: Ranking, programme: Programme, wording: Wording) -> str:
    """The total that shares refer to, with its qualifier."""
    whole = ranking.whole or ranking.total
    text = wording.qualified(wording.measure(whole, ranking.measure), ranking.whole_qualifier)
    if whole == ranking.total:
        return text
    return wording.language.ranking.of_whole.format(total=text, whole=whole_name(programme, wording.language))


def _unknown(ranking: Ranking, wording: Wording) -> str:
    """How many units cannot be ranked, and the upper bound known for them."""
    if not ranking.without_value:
        return ""
    count = wording.language.numbers.count(ranking.without_value)
    sentence = wording.texts.slides.unplaced[ranking.lacking].format(count=count)
    return f"{sentence} {describe_ceiling(ranking, wording.language)}".strip()


def _places(ranking: Ranking, wording: Wording, most: int) -> tuple[Place, ...]:
    return tuple(
        Place(
            row["unit_code"],
            placed_name(row, wording),
            row["value"],
            count_of(row, ranking.measure, wording),
            is_medal(row["rank"]),
        )
        for row in ranking.placed[:most]
    )


def ranking_verdict(ranking: Ranking, wording: Wording) -> str:
    """Who leads, or that nobody does; a single unit is named without calling it the leader."""
    texts = wording.texts.slides
    units = ranking.placed
    if not units:
        return texts.ranking_nothing
    if not ranking.is_ordered and len(units) > 1:
        return ranking_title(ranking, wording.language)
    first = units[0]
    if not first["value"]:
        return texts.leader_none
    text = wording.qualified(wording.measure(first["value"], ranking.measure), first["qualifier"])
    value = wording.language.measured(ranking.measure, text)
    if together := shared_leaders([(row["unit_code"], row["short_name"], row["value"]) for row in units], wording):
        return texts.leaders_title.format(units=together, value=value)
    title = texts.leader_title if len(units) > 1 else texts.leader_alone
    return title.format(unit=wording.short_unit(first["unit_code"], first["short_name"]), value=value)


def _rest(ranking: Ranking, wording: Wording) -> str:
    """All other units as one number."""
    rest = ranking.frame.filter(pl.col("unit_code").is_null())
    if rest.is_empty() or not rest["value"][0]:  # a remainder of zero is not shown
        return ""
    value = wording.qualified(wording.measure(rest["value"][0], ranking.measure), rest["qualifier"][0])
    return wording.texts.slides.rest.format(count=wording.language.numbers.count(ranking.rest_units), value=value)
