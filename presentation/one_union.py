"""One union in words: rank, neighbours, what it must add, and its own upper unions."""

from collections.abc import Iterator
from dataclasses import dataclass

from data_access.queries.one_union import Neighbour, OneUnion
from language.words.beginning import at_beginning
from model.results import Ranking
from presentation.facts import write_ranked
from presentation.figures import Figures
from presentation.key_figures import KeyFigure, key_figures
from presentation.places import describe_ceiling_of
from presentation.wording import Wording


@dataclass(frozen=True)
class UpperUnion:
    """A union directly below, with its count as a number and formatted."""

    name: str
    short_name: str  # under a heading that names whose it is: “Tổ 1” of “Tổ 1 Phân xưởng Ép 2”
    value: float
    text: str


@dataclass(frozen=True)
class UnionView:
    """What files about one union show instead of comparisons."""

    title: str  # “Thanh Hóa: hạng 1/82”
    cards: tuple[tuple[str, str], ...]  # rank, gap, what a day needs
    neighbours: tuple[str, ...]  # one sentence each
    bound: str  # upper bound where its number is unknown
    upper_title: str
    upper: tuple[UpperUnion, ...]


def view_one_union(figures: Figures, wording: Wording) -> UnionView | None:
    """The view; None where the scope is not one union."""
    union = figures.one_union
    if union is None:
        return None
    texts, name = wording.language.unit, wording.short_unit(union.profile.unit.code, union.profile.unit.short_name)
    rank = _rank(union, wording)
    return UnionView(
        title=f"{name}: {texts.rank_in_title.format(rank=rank) if union.profile.rank else texts.no_rank.lower()}",
        cards=tuple(_cards(union, figures, wording)),
        neighbours=tuple(_neighbours(union, wording)),
        bound=describe_ceiling_of(figures.overview.facts["uploads"], figures.ranking, wording.language),
        upper_title=texts.upper_title.format(unit=name),
        upper=_upper(union.upper, (name, union.profile.unit.short_name), wording),
    )


def sentences_of_one_union(figures: Figures, wording: Wording) -> Iterator[str]:
    """Rank, neighbours and upper unions of one union as report sentences; none for other scopes."""
    union, view = figures.one_union, view_one_union(figures, wording)
    if union is None or view is None:
        return
    texts, numbers = wording.language.unit, wording.language.numbers
    if union.profile.rank:
        measure = wording.language.names.measure(union.measure.value).lower()
        form = texts.place_sentence if union.profile.cluster_rank else texts.place_sentence_alone
        cluster = numbers.count(union.profile.cluster_rank)
        yield form.format(rank=_rank(union, wording), measure=measure, cluster=cluster)
    yield from (f"{line}." for line in view.neighbours)
    if view.bound:
        yield view.bound
    if view.upper:
        names = wording.joined([f"{unit.name} ({unit.text})" for unit in view.upper])
        yield texts.upper_sentence.format(list=names)


def _rank(union: OneUnion, wording: Wording) -> str:
    numbers = wording.language.numbers
    return f"{numbers.count(union.profile.rank)}/{numbers.count(union.profile.ranked)}"


def _cards(union: OneUnion, figures: Figures, wording: Wording) -> Iterator[tuple[str, str]]:
    texts, numbers = wording.language.unit, wording.language.numbers
    values = key_figures(figures.overview, wording.language)
    yield texts.rank, _rank(union, wording) if union.profile.rank else texts.no_rank
    gap: KeyFigure = values["gap"]
    if gap.fact.value is not None:
        yield gap.label, gap.text
    needed = figures.overview.facts["needed_per_day"].value
    if needed and (gap.fact.value or 0) < 0:
        word = figures.overview.facts["needed_per_day"].qualifier
        yield texts.needed_a_day, wording.qualified(numbers.count(needed), word)


def _neighbours(union: OneUnion, wording: Wording) -> Iterator[str]:
    texts = wording.language.unit
    for neighbour, template, apart in (
        (union.above, texts.previous, texts.behind_by),
        (union.below, texts.following, texts.ahead_by),
    ):
        if neighbour is not None:
            yield _neighbour(neighbour, template, apart, union, wording)


def _neighbour(neighbour: Neighbour, template: str, apart: str, union: OneUnion, wording: Wording) -> str:
    name = wording.short_unit(neighbour.unit.code, neighbour.unit.short_name)
    words = template.format(unit=name)
    if neighbour.difference is None:
        return words
    if not neighbour.difference:
        return wording.language.unit.level_with.format(unit=name)
    return f"{words}, {apart.format(value=wording.measure(neighbour.difference, union.measure))}"


def _upper(ranking: Ranking | None, above: tuple[str, ...], wording: Wording) -> tuple[UpperUnion, ...]:
    if ranking is None:
        return ()
    rows = [row for row in ranking.frame.iter_rows(named=True) if row["unit_code"] and row["value"]]
    rows_with_names = [(row, wording.short_unit(row["unit_code"], row["short_name"])) for row in rows]
    return tuple(
        UpperUnion(
            name,
            _without(above, name),
            float(row["value"]),
            write_ranked(row, ranking.measure, wording.language),
        )
        for row, name in rows_with_names
    )


def _without(above: tuple[str, ...], name: str) -> str:
    """A name without that of the union above behind it, in the language of the page or as staff wrote it."""
    ending = next((each for each in above if name.endswith(each)), "")
    own = name.removesuffix(ending).rstrip(" ,·–-") or name
    return at_beginning(own)
