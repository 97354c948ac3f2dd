"""Rows of the pages trend, map, unit and compare."""

from typing import Final

from data_access.cli.answer_table import ORIGIN
from model.codes import Measure
from model.compare import Comparison
from model.edges import Row
from presentation.compare import measure_name
from presentation.rows.scope import Reword, RowScope
from presentation.wording import phase_name

_STRETCHES: Final = ("week", "month", "phase")


def reword_trend(scope: RowScope) -> Reword:
    """Days, the pace needed, the forecast and its trials, compared periods."""
    texts = scope.language.trend

    def word(row: Row) -> Row:
        kind, source = row["kind"], row["source"]
        label = scope.with_unit(scope.row(kind), kind)
        if kind in _STRETCHES:
            days = (row["until"] - row["since"]).days
            label = texts.compare_codes[kind].format(days=scope.language.numbers.count(days))
        words = scope.row(source) if kind == "forecast" else scope.source_kind(source)
        return {**row, "kind": label, "source": words}

    return word


def reword_map(scope: RowScope) -> Reword:
    """Places by name; province codes keep their vintage."""
    return lambda row: {**scope.unit(row), "qualifier": scope.language.names.qualifier(row["qualifier"])}


def reword_unit(scope: RowScope) -> Reword:
    """Each number of one union by its name."""
    names = scope.language.names
    return lambda row: {
        **scope.unit(row),
        "metric": _of_unit(row["metric"], scope),
        "qualifier": names.qualifier(row["qualifier"]),
    }


def _of_unit(code: str, scope: RowScope) -> str:
    """“Chỉ tiêu: Đăng ký, Giai đoạn 1” for `target:registered:1`."""
    texts, names = scope.language.unit, scope.language.names
    name, *more = code.split(":")
    if not more:
        return texts.states.get(name) or scope.with_unit(scope.row(name), name)
    if name == "level":
        return scope.row("level", level=names.level(more[0]))
    if more[0] in texts.peers:
        return scope.row("peer_reached" if name == "reached_pct" else "per_unit", who=texts.peers[more[0]])
    programme = scope.figures.programme
    whole = scope.language.pages.whole_programme
    phase = whole if more[1] == "all" else phase_name(programme, int(more[1]), scope.language)
    return scope.row(f"of_{name}", kind=names.target_kind(more[0]), phase=phase)


def reword_compare(scope: RowScope) -> Reword:
    """Sides by name (unions or programmes); movements by the measure that moved."""
    measure, times = scope.language.names.measure(scope.figures.filters.measure.value), scope.language.tables.columns
    metrics = {"rank": scope.row("rank"), "factor": times["factor"], "value": measure}

    def word(row: Row) -> Row:
        kind, metric = row["kind"], row["metric"]
        row = {**row, "qualifier": scope.language.names.qualifier(row["qualifier"])}
        if kind == "met_target":  # its metric is the union that met it
            reached = scope.language.names.measure(Measure.REACHED.value)
            return {**row, "kind": scope.row(kind), "side": metric, "metric": scope.in_unit(reached, "percent")}
        return {
            **row,
            "kind": scope.row("move" if kind == "unit" else kind),
            "side": _side(row["side"], scope),
            "metric": metrics[metric] if kind == "unit" else _measure(row[ORIGIN], metric, scope),
        }

    return word


def _measure(comparison: Comparison, measure: str, scope: RowScope) -> str:
    return scope.in_unit(measure_name(comparison, measure, scope.language), comparison.sides[0].facts[measure].unit)


def _side(code: str, scope: RowScope) -> str:
    return scope.unit_name(code) or scope.wording.short_programme(scope.figures.catalogue.programme(code))
