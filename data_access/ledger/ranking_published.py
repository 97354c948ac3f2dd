"""The ranking of printed figures, all from one moment for which a source lists several units."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import polars as pl

from data_access.ledger.ledger import (
    WHOLE,
    Figure,
    counts_within,
    exact_or,
    figures_of,
    known_by,
)
from data_access.ledger.targets_published import targets_of_ledger
from data_access.reference.reference_files import rows_of
from data_access.rules.ranks import RankedPlaces, in_order
from data_access.store.records import Records
from model.catalogue import Group, Programme
from model.codes import Basis, Boundary
from model.exactness import row_qualifier
from model.facts import UNKNOWN, Source
from model.filters import Filters
from model.measures import MEASURES, is_judged
from model.results import Ranking


def ranking_of_ledger(records: Records, filters: Filters, programme: Programme) -> Ranking:
    """The units with a figure at the newest moment for which at least two direct units have one.

    Shares are of the national figure of the same moment, also under a filter; a rest is known only without one.
    Units have places only in a list that a source calls the leaders, or where all are known: whoever was not
    printed may stand anywhere. Where a unit stood before is unknown.
    """
    if is_judged(filters.measure):
        return _by_reached(records, filters, programme)
    figures = _newest_list(figures_of(records, programme.code), filters, programme)
    # A province of 2025 that gathers printed and unprinted units has no figure, so the units stay as they are.
    groups = records.catalogue.groups(records.catalogue.units_in(filters), Boundary.OLD)
    printed = {figure.owner: figure for figure in reversed(figures) if figure.owner}
    printed_units = {group.code: printed[group.code] for group in groups if group.code in printed}
    scale = MEASURES[filters.measure].printed_scale
    values = {code: float(figure.value) * scale for code, figure in printed_units.items()}
    nationwide = next((figure for figure in figures if figure.owner == WHOLE), None)
    nation = float(nationwide.value) * scale if nationwide else None
    nation_word = exact_or(nationwide.row["qualifier"]) if nationwide else None
    whole_country = nation is not None and filters.is_whole
    places = RankedPlaces(
        in_order(groups, values),
        values,
        is_ordered=_is_ordered(figures, programme, count=len(printed_units), units=len(groups)),
        units=len(groups),
        whole=nation,
        total=nation if whole_country else sum(values.values()) if values else None,
        unlisted=len(groups) - len(printed_units) if whole_country else 0,
        qualifiers={
            code: word for code, figure in printed_units.items() if (word := exact_or(figure.row["qualifier"]))
        },
        whole_qualifier=nation_word,
    )
    source = next((figure.source for figure in printed_units.values()), UNKNOWN)
    moment = figures[0].moment if figures else None
    ranking = places.ranking(filters, Basis.PUBLISHED, moment, source, without_value=len(groups) - len(printed_units))
    return replace(ranking, ceiling=_ceiling(figures, programme, scale))


def _is_ordered(figures: Sequence[Figure], programme: Programme, *, count: int, units: int) -> bool:
    """Whether places are known: a source calls its list the leaders, or lists everybody asked about.

    One unit alone has no place among itself.
    """
    return units > 1 and (_names_leaders(figures, programme) or count == units)


def _names_leaders(figures: Sequence[Figure], programme: Programme) -> bool:
    """Whether a source calls its list the leaders."""
    leading = {(row["as_of"], row["metric"]) for row in rows_of("leading_lists") if row["programme"] == programme.code}
    return any((figure.row["as_of"], figure.metric) in leading for figure in figures)


def _ceiling(figures: Sequence[Figure], programme: Programme, scale: float) -> float | None:
    """The value of the last leader, an upper bound for everybody else."""
    if not _names_leaders(figures, programme):
        return None
    return min((float(figure.value) * scale for figure in figures if figure.owner), default=None)


def _newest_list(figures: Sequence[Figure], filters: Filters, programme: Programme) -> list[Figure]:
    """The figures of one metric and one moment, the newest that at least two direct units share."""
    lists: dict[tuple[datetime, str], list[Figure]] = {}
    for figure in figures:
        plain = figure.metric in MEASURES[filters.measure].metrics and not figure.category and not figure.part
        if plain and figure.moment and known_by(figure, filters.as_of) and counts_within(figure, programme, filters):
            lists.setdefault((figure.moment, figure.metric), []).append(figure)
    several = {key: members for key, members in lists.items() if len({f.owner for f in members if f.owner}) > 1}
    return several[max(several)] if several else []


def _by_reached(records: Records, filters: Filters, programme: Programme) -> Ranking:
    """Percentages need not be of one moment: each unit's newest count against its printed target.

    One unit alone is opened into the grassroots unions that a source lists under it.
    """
    frame = targets_of_ledger(records, filters, programme)
    below = frame.filter(pl.col("unit_code").str.contains("/", literal=True))
    rows_below = below if below.height else frame
    groups = [
        Group(row["unit_code"], row["unit_name"], row["unit_name"], row["short_name"], ())
        for row in rows_below.iter_rows(named=True)
    ]
    rows = rows_below.drop_nulls("reached_pct")
    values = dict(zip(rows["unit_code"].to_list(), rows["reached_pct"].to_list(), strict=True))
    complete = not below.height and len(values) == len(groups)  # how many there are below a unit, nobody printed
    everybody = None if below.height else len(groups)
    words = {row["unit_code"]: row_qualifier(row) for row in rows.iter_rows(named=True)}
    exact = {code: word for code, word in words.items() if word}
    order = in_order(groups, values)
    places = RankedPlaces(order, values, None, None, qualifiers=exact, is_ordered=complete, units=everybody)
    unknown = len(groups) - len(values)
    return places.ranking(filters, Basis.PUBLISHED, filters.as_of, Source("published"), without_value=unknown)
