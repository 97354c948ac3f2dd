"""What `answer` prints of the analysis pages: one function a subject."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

import polars as pl

from data_access.cli.answer_outcomes import OUTCOMES
from data_access.cli.answer_table import AnswerTable
from data_access.queries.compare import fetch_compare
from data_access.queries.map import fetch_map
from data_access.queries.overview import fetch_overview
from data_access.queries.potential import fetch_potential
from data_access.queries.ranking import fetch_ranking
from data_access.queries.targets import fetch_targets
from data_access.queries.trend import fetch_trend
from data_access.queries.unit import fetch_unit
from data_access.store.records import Records
from model.boundaries import code_of, merged_province
from model.catalogue import Province
from model.codes import Boundary
from model.compare import Compared
from model.exactness import reached_word, row_qualifier
from model.filters import Filters, end_of_day

Cells: TypeAlias = Sequence[object]  # in the order of the columns
_OF_MERGED: Final = ("uploads", "target", "reached_pct", "gap", "valid", "under_review", "benefit_vnd")


def _trend(records: Records, filters: Filters) -> AnswerTable:
    """One row for each day, then the needed pace, the forecast and its straight line, its trials, periods compared."""
    trend, facts = fetch_trend(records, filters), fetch_overview(records, filters).facts
    columns = ("kind", "since", "until", "uploads", "low", "middle", "high", "actual", "before", "source")
    rows: list[Cells] = [
        ("day", row["since"], row["until"], row["uploads"], *[None] * 5, "records")
        for row in trend.steps["day"].iter_rows(named=True)
    ]
    rows += [
        (name, None, facts[name].as_of, facts[name].value, *[None] * 5, facts[name].source.kind)
        for name in ("needed_per_day", "days_left", "time_passed_pct", "reached_pct")
    ]
    now = trend.forecast
    rows.append(("forecast", now.start, now.end, now.count, now.low, now.middle, now.high, None, None, now.method))
    if now.steady is not None and now.is_known:
        rows.append(("steady", now.start, now.end, round(now.steady), *[None] * 5, "records"))
    for trial in trend.trials:
        forecast = trial.forecast
        ends = forecast.end and end_of_day(forecast.end)
        rows.append(
            (
                "trial",
                forecast.moment,
                ends,
                forecast.count,
                forecast.low,
                forecast.middle,
                forecast.high,
                trial.actual,
                None,
                trial.kind,
            )
        )
    rows += [
        (pair.code, pair.since, pair.until, pair.count, *[None] * 4, pair.count_before, "records")
        for pair in trend.comparisons
    ]
    return AnswerTable.named(columns, rows)


def _map(records: Records, filters: Filters) -> AnswerTable:
    """One row for each province in scope, then the unions without territory, which have no place_code."""
    atlas = fetch_map(records, filters)
    columns = (
        "place_code",
        "unit_code",
        "unit_name",
        "value",
        "band",
        "rank",
        "share_pct",
        "uploads",
        "target",
        "reached_pct",
        "at_most",
        "qualifier",
    )
    frame = atlas.frame.filter("in_scope")
    ordered = frame.sort(frame["place_code"].is_null(), maintain_order=True)
    vintage = f"{atlas.boundary}:"
    rows = ordered.with_columns(
        (pl.lit(vintage) + pl.col("place_code")).alias("place_code"), pl.col("band") + 1
    ).select(columns)
    return AnswerTable.of_frame(rows, columns)


def _unit(records: Records, filters: Filters) -> AnswerTable:
    """Metric and value: place, counts, targets, peers and grassroots unions of one union."""
    columns = ("unit_code", "unit_name", "metric", "value", "of", "qualifier")
    merged = merged_province(records.catalogue, filters.units)
    if merged:
        return AnswerTable.named(columns, _merged(records, filters, merged))
    profile = fetch_unit(records, filters)
    rows: list[Cells] = [("rank", profile.rank, profile.ranked), ("cluster_rank", profile.cluster_rank, None)]
    rows += [(name, value, None) for name, value in (profile.counts or {}).items()]
    words: dict[object, str | None] = {}
    for line in profile.targets:
        name = f"{line.kind}:{line.phase or 'all'}"
        rows += [(f"target:{name}", line.value, None), (f"uploads:{name}", line.uploads, None)]
        rows.append((f"reached_pct:{name}", line.reached_pct, None))
        words |= {f"target:{name}": line.qualifier, f"uploads:{name}": line.uploads_qualifier}
        words |= {f"reached_pct:{name}": reached_word(line.uploads_qualifier, line.qualifier)}
    rows += [(f"level:{code}", count, None) for code, count in profile.levels]
    for peer in profile.peers:
        rows.append((f"reached_pct:{peer.who}", peer.reached_pct, peer.units))
        rows.append((f"uploads_per_unit:{peer.who}", peer.per_unit, peer.units))
        words[f"reached_pct:{peer.who}"] = peer.reached_qualifier
    rows.append(("grassroots_participating", profile.participating, profile.grassroots))
    unit = profile.unit
    facts = fetch_overview(records, filters.changed(units=(unit.code,))).facts
    bound = fetch_ranking(records, filters.changed(units=(unit.code,))).bound_beside(facts["uploads"])
    rows += [("at_most", bound, None)] if bound is not None else []
    rows += _potential(records, filters.changed(units=(unit.code,)))
    return AnswerTable.named(columns, [(unit.code, unit.name, *row, words.get(row[0])) for row in rows])


def _potential(records: Records, filters: Filters) -> list[Cells]:
    """The potential of the one unit; `of` are the similar units."""
    potentials = fetch_potential(records, filters)
    potential = potentials.of(filters.units[0]) if potentials else None
    if potential is None or potential.verdict is None:
        return []
    return [("potential_low", potential.low, potential.others), ("potential_high", potential.high, potential.others)]


def _merged(records: Records, filters: Filters, province: Province) -> list[Cells]:
    """A province of 2025 as a whole, then each of its former unions. Printed numbers of parts are not added up."""
    code, name = code_of(province), province.name_2025
    facts = fetch_overview(records, filters).facts
    rows: list[Cells] = [
        (code, name, metric, facts[metric].value, None, facts[metric].qualifier) for metric in _OF_MERGED
    ]
    parts = fetch_targets(records, filters.changed(boundary=Boundary.OLD)).iter_rows(named=True)
    for row in parts:
        who = (row["unit_code"], row["unit_name"])
        rows.append((*who, "uploads", row["uploads"], None, row["qualifier"]))
        rows.append((*who, "reached_pct", row["reached_pct"], None, row_qualifier(row)))
    return rows


def answer_compare(records: Records, filters: Filters, compared: Compared | None = None) -> AnswerTable:
    """A row per side and measure; of two moments also one per unit that moved. `compared` as in fetch_compare."""
    comparison = fetch_compare(records, filters, compared)
    columns = ("kind", "side", "as_of", "metric", "value", "before", "qualifier")
    rows: list[Cells] = [
        (
            "measure",
            side.unit.code if side.unit else side.programme.code,
            fact.as_of if fact.is_older else side.moment,
            name,
            fact.value,
            None,
            fact.qualifier if fact.value is not None else None,
        )
        for side in comparison.sides
        for name, fact in side.facts.items()
    ]
    if comparison.changes:
        rows += [
            ("unit", move["unit_code"], None, name, move[name], move[f"{name}_before"], None)
            for move in comparison.changes.moves.iter_rows(named=True)
            for name in ("value", "rank")
        ]
        rows += [
            ("unit", move["unit_code"], None, "factor", move["factor"], None, None)
            for move in comparison.changes.moves.iter_rows(named=True)
        ]
        units = comparison.changes.met_target
        rows += [("met_target", None, None, unit.unit_name, unit.after, unit.before, unit.qualifier) for unit in units]
    return AnswerTable.named(columns, rows).made_of([comparison] * len(rows))


ANALYSES: Final[Mapping[str, Callable[[Records, Filters], AnswerTable]]] = {
    "trend": _trend,
    "map": _map,
    "unit": _unit,
    "compare": answer_compare,
    **OUTCOMES,
}
