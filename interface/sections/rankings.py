"""Sentences and smaller tables about a ranking."""

from typing import Final

import polars as pl
import streamlit as st

from data_access.queries.leading import fetch_leading
from interface.shell.visit import Visit
from interface.widgets.sources import plain
from language.languages import Language
from model.catalogue import Catalogue
from model.edges import Row
from model.exactness import ratio_qualifier
from model.filters import Filters
from model.periods import read_period
from model.results import Ranking
from presentation.facts import write_measure
from presentation.grading_words import period_name
from presentation.leading import describe_leader
from presentation.places import describe_ceiling, unranked_note
from presentation.wording import Wording

_PLACES: Final = (5, 10, 20, 100)
_TWO: Final = 2
_NAMED: Final = 5


def offered_places(catalogue: Catalogue, filters: Filters, language: Language) -> dict[str, str]:
    """The list lengths offered and their labels; the longest includes all units."""
    unit_count = len(catalogue.groups_in(filters.everywhere))
    options = {str(places): str(places) for places in _PLACES}
    options[str(max(unit_count, _PLACES[-1]))] = language.ranking.all_places
    return options if str(filters.top) in options else options | {str(filters.top): str(filters.top)}


def movement_title(ranking: Ranking, language: Language) -> str:
    """“Đổi hạng từ 13/04/2022 đến 20/04/2022”."""
    numbers = language.numbers
    return language.ranking.movement_title.format(
        before=numbers.moment_unbroken(ranking.before_moment), now=numbers.moment_unbroken(ranking.moment)
    )


def show_leading(visit: Visit, filters: Filters) -> None:
    """Draw which units of a narrowed scope are among the leaders overall, or that none is."""
    sentence = describe_leader(fetch_leading(visit.records, filters), Wording(visit.language, visit.catalogue))
    if sentence:
        st.markdown(f"- {plain(sentence)}")


def lead_over_others(ranking: Ranking, language: Language) -> str:
    """The ratio of the first to the second and to the last listed; "" where unknown.

    No ratio for a shared first place, or where it would read 1.
    """
    numbers, ranks = language.numbers, [row["rank"] for row in ranking.listed if row["rank"] is not None]
    if not ranking.first_over_second or not ranking.first_over_last or len(ranks) < _TWO:
        return ""
    words, last_place = language.ranking, max(ranks)
    second, last = (numbers.decimal(factor, 2) for factor in (ranking.first_over_second, ranking.first_over_last))
    is_alone = ranks[1] != ranks[0] and second != numbers.decimal(1, 2)
    goes_on = last_place not in ranks[:_TWO] and last != numbers.decimal(1, 2)
    ratios = ((second, 1), (last, len(ranks) - 1))
    second, last = (language.names.qualified(ratio, ranking.lead_word(place)) for ratio, place in ratios)
    sentence = {
        (True, True): words.leader_ratio,
        (True, False): words.leader_over_second,  # with two listed the second is the last: one ratio, said once
        (False, True): words.leader_over_last,
    }.get((is_alone, goes_on), "")
    return sentence.format(second=second, last=last, place=last_place)


def ranking_facts(ranking: Ranking, visit: Visit) -> None:
    """Sentences to quote: the lead of the first, the value needed to be listed, or that nobody is ranked."""
    language, numbers = visit.language, visit.language.numbers
    units = ranking.frame.filter(pl.col("rank").is_not_null())
    sentences = [sentence for sentence in (unranked_note(ranking, language),) if sentence]
    if ratio := lead_over_others(ranking, language):
        sentences.append(ratio)
    if ranking.shown and ranking.shown_share_pct is not None and units.height > _TWO:
        word = ratio_qualifier(units["qualifier"][0], ranking.shown_word)
        percent = language.names.qualified(numbers.percent(100 * units["value"][0] / ranking.shown), word)
        sentences.append(language.ranking.leader_of_shown.format(percent=percent, count=numbers.count(units.height)))
    if units.height > 1:
        value = write_measure(units["value"][-1], ranking.measure, language)
        value = language.names.qualified(value, units["qualifier"][-1])
        sentences.append(
            language.ranking.threshold.format(value=value, unit=plain(language.names.word(units["short_name"][-1])))
        )
    if ranking.without_value:
        unplaced = language.ranking.unplaced[ranking.lacking].format(count=numbers.count(ranking.without_value))
        sentences.append(
            f"{unplaced.removesuffix('.')}: {', '.join(names)}." if (names := _unplaced(ranking, visit)) else unplaced
        )
    sentences += [ceiling] if (ceiling := describe_ceiling(ranking, language)) else []
    for sentence in sentences:
        st.markdown(f"- {sentence}")


def show_nobody(ranking: Ranking, visit: Visit) -> None:
    """Draw that no unit in scope has a number, the upper bound known for them, and who leads elsewhere."""
    st.info(visit.language.ranking.no_ranking)
    if ceiling := describe_ceiling(ranking, visit.language):
        st.markdown(f"- {ceiling}")
    show_leading(visit, visit.filters)


def _unplaced(ranking: Ranking, visit: Visit) -> list[str]:
    """Units that cannot be ranked, by name where they are few and the list is otherwise complete."""
    codes = set(ranking.frame["unit_code"].drop_nulls())
    groups = visit.catalogue.groups_in(visit.filters)
    names = [plain(visit.language.names.word(group.short_name)) for group in groups if group.code not in codes]
    return names if len(names) == ranking.without_value <= _NAMED else []


def words_of_places(rows: pl.DataFrame) -> dict[str, list[str | None]]:
    """Qualifiers (“hơn”) of the numbers in RANKING rows, by column."""
    own, shares, sums = (rows[name].to_list() for name in ("qualifier", "share_qualifier", "cumulative_qualifier"))
    return {"value": own, "reached_pct": own, "share_pct": shares, "cumulative_pct": sums}


def cluster_table(inside: pl.DataFrame) -> pl.DataFrame:
    """The columns of CLUSTER_RANKING that readers see."""
    return inside.select("cluster", "cluster_rank", "unit_name", "value")


def quarter_table(quarters: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Quarter, cluster, leader, count, share of target, and whether it meets the rule for recognition.

    Nobody is recognised, or refused, for a quarter that still runs or that the filters cut: such rows say who leads.
    """
    return quarters.select(
        pl.Series("quarter", [_quarter_name(row, language) for row in quarters.iter_rows(named=True)], pl.String),
        "cluster",
        pl.col("unit_name").alias("winner"),
        "uploads",
        pl.col("quarter_target").round(0).cast(pl.Int64),
        pl.Series("verdict", [_verdict(row, language) for row in quarters.iter_rows(named=True)], pl.String),
    )


def _quarter_name(row: Row, language: Language) -> str:
    """The quarter, the days that count where not all do, and whether they are over."""
    period = read_period(row["quarter"])
    name = period_name(period, language) if period else row["quarter"]
    days = tuple(language.numbers.date(row[day]) for day in ("first_day", "last_day"))
    asides = [] if row["whole"] else ["–".join(days)]
    asides += [] if row["complete"] else [language.ranking.quarter_running]
    return f"{name} ({', '.join(asides)})" if asides else name


def _verdict(row: Row, language: Language) -> str:
    texts, above = language.ranking, row["recognised"]
    if above is None:
        return texts.no_quarter_target if row["quarter_target"] is None else texts.quarter_undecided
    if not row["complete"]:
        return texts.leads_above if above else texts.leads_below
    if not row["whole"]:
        return texts.led_above if above else texts.led_below
    return texts.recognised if above else texts.not_recognised
