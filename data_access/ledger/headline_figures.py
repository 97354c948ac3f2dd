"""Published figures that stand on their own, and the ratios readers look for."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from data_access.ledger.ledger import COUNTED_UP_TO_A_MOMENT, WHOLE, Figure, exact_or
from data_access.reference.reference_files import rows_of
from model.facts import Fact, Source
from model.folding import slug
from model.results import Card

_GROUP_LEVEL: Final = "nhóm tỉnh"
# Shown as facts or against the target already.
_ELSEWHERE: Final = (*COUNTED_UP_TO_A_MOMENT, "xep_hang_ca_nuoc", "vuot_chi_tieu_gd1")


def cards_of(programme: str, figures: Sequence[Figure], own: Sequence[Figure], *, narrowed: bool) -> tuple[Card, ...]:
    """The figures of the scope that are neither counts nor percentages of a target, then the ratios of the whole."""
    groups = () if narrowed else tuple(f for f in figures if f.row["unit_level"] == _GROUP_LEVEL)
    alone = [
        f
        for f in (*own, *groups)
        if f.metric not in _ELSEWHERE and not f.metric.startswith(("ty_le_dat", "ty_le_vuot"))
    ]
    ratios = () if narrowed else tuple(_ratios(programme, figures))
    return (*(_card(figure) for figure in alone), *ratios)


def label_of(metric: str, category: str | None) -> tuple[str, str]:
    """What a metric of the ledger is called, in Vietnamese and English; its code where nobody named it."""
    code = metric_code(metric, category)
    names = {metric_code(r["metric"], r["category"]): (r["label_vi"], r["label_en"]) for r in rows_of("metrics")}
    return names.get(code, (code, code))


def metric_code(metric: str, category: str | None) -> str:
    """The metric as the ledger's file writes it: `a|b` is the metric a by the category b."""
    return f"{metric}|{category}" if category else metric


def _card(figure: Figure) -> Card:
    vietnamese, english = label_of(figure.metric, figure.category)
    of_group = figure.row["unit_level"] == _GROUP_LEVEL
    unit = "percent" if figure.row["unit_of_measure"] == "%" else str(figure.row["unit_of_measure"] or "")
    code = metric_code(figure.metric, figure.category)
    code = f"{slug(figure.holder)}:{code}" if of_group else code
    holder = figure.holder if of_group else ""
    return Card(code, vietnamese, english, figure.fact(unit, "published"), holder)


def _ratios(programme: str, figures: Sequence[Figure]) -> Iterable[Card]:
    for ratio in rows_of("ratios"):
        if ratio["programme"] != programme:
            continue
        above = _find(figures, ratio["above_of"], ratio["above"])
        below = _find(figures, ratio["below_of"], ratio["below"], beside=above)
        divisor = float(ratio["divisor"] or (below.value if below else 0))
        if above is None or not divisor:
            continue
        value = above.value / divisor * (100 if ratio["unit"] == "percent" else 1)
        inexact = any(figure and exact_or(figure.row["qualifier"]) for figure in (above, below))
        source = Source("derived", above.source.title, above.source.url, note=f"{above.value} / {divisor:.0f}")
        word = "khoảng" if inexact else None
        fact = Fact(value, ratio["unit"], "derived", above.moment, source, word, above.day_inferred)
        yield Card(ratio["code"], ratio["label_vi"], ratio["label_en"], fact)


def _find(figures: Sequence[Figure], name: str, code: str, beside: Figure | None = None) -> Figure | None:
    """The newest figure of a metric for the whole or a named owner; of the moment of `beside` where possible."""
    matching = [
        figure
        for figure in figures
        if metric_code(figure.metric, figure.category) == code
        and (figure.row["unit_name"] == name if name else figure.owner == WHOLE and not figure.part)
    ]
    same = [figure for figure in matching if beside is not None and figure.moment == beside.moment]
    return max(same or matching, key=lambda figure: figure.moment or datetime.min, default=None)
