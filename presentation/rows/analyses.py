"""Rows of the pages about pace, places, one union and sides compared."""

from typing import Final

from model.codes import Basis, Measure
from model.edges import Row
from presentation.rows.asked import RowScope, Tell
from presentation.wording import phase_name

_STRETCHES: Final = ("week", "month", "phase")


def tell_trend(asked: RowScope) -> Tell:
    """Days, the pace needed, the forecast and its trials, the stretches compared."""
    texts = asked.language.trend

    def tell(row: Row) -> Row:
        kind, source = row["kind"], row["source"]
        named = asked.row(kind)
        if kind in _STRETCHES:
            days = (row["until"] - row["since"]).days
            named = texts.compare_codes[kind].format(days=asked.language.numbers.count(days))
        told = asked.row(source) if kind == "forecast" else asked.source_kind(source)
        return {**row, "kind": named, "source": told}

    return tell


def tell_map(asked: RowScope) -> Tell:
    """Places by name; a province code keeps the vintage it belongs to."""
    return lambda row: {**asked.unit(row), "qualifier": asked.language.names.qualifier(row["qualifier"])}


def tell_unit(asked: RowScope) -> Tell:
    """Each number of one union by its name."""
    names = asked.language.names
    return lambda row: {
        **asked.unit(row),
        "metric": _of_unit(row["metric"], asked),
        "qualifier": names.qualifier(row["qualifier"]),
    }


def _of_unit(code: str, asked: RowScope) -> str:
    """“Chỉ tiêu: Đăng ký, Giai đoạn 1” of `target:registered:1`."""
    texts, names = asked.language.unit, asked.language.names
    name, *more = code.split(":")
    if not more:
        return texts.states.get(name) or asked.row(name)
    if name == "level":
        return asked.row("level", level=names.level(more[0]))
    if more[0] in texts.peers:
        return asked.row("peer_reached" if name == "reached_pct" else "per_unit", who=texts.peers[more[0]])
    programme = asked.figures.programme
    whole = asked.language.pages.whole_programme
    phase = whole if more[1] == "all" else phase_name(programme, int(more[1]), asked.language)
    return asked.row(f"of_{name}", kind=names.target_kind(more[0]), phase=phase)


def tell_compare(asked: RowScope) -> Tell:
    """Sides by name: unions, or programmes; what moved, by the measure that moved."""
    texts, filters = asked.language.compare, asked.figures.filters
    counted = asked.figures.overview.facts["units_reported"]  # a programme may have nothing but printed figures
    is_printed = filters.basis is Basis.PUBLISHED or counted.source.kind == "published"
    printed = texts.printed_measures if is_printed else {}
    measures, measure = {**texts.measures, **printed}, filters.measure

    def tell(row: Row) -> Row:
        kind, metric = row["kind"], row["metric"]
        row = {**row, "qualifier": asked.language.names.qualifier(row["qualifier"])}
        if kind == "met_target":  # its metric is the union that met it
            reached = asked.language.names.measure(Measure.REACHED.value)
            return {**row, "kind": asked.row(kind), "side": metric, "metric": reached}
        times = asked.language.tables.columns["factor"]
        moved = {"rank": asked.row("rank"), "factor": times, "value": asked.language.names.measure(measure.value)}
        return {
            **row,
            "kind": asked.row("move" if kind == "unit" else kind),
            "side": _side(row["side"], asked),
            "metric": moved[metric] if kind == "unit" else measures[metric],
        }

    return tell


def _side(code: str, asked: RowScope) -> str:
    return asked.unit_name(code) or asked.wording.short_programme(asked.figures.catalogue.programme(code))
