"""Slides about the count and its target: overall, by union, and for one union."""

from dataclasses import replace

from exports.html.stage.sheet import (
    HALF,
    MOST_BARS,
    Row,
    Slide,
    SlideScope,
    bar,
    bar_groups,
    empty_body,
    new_slide,
    tone_of,
)
from model.edges import Json
from presentation.first_union import view_first_union
from presentation.key_figures import counts_units
from presentation.overview import OverviewView, view_overview
from presentation.targets import UnitLine, view_targets

_CARDS = ("valid", "under_review", "units_reported", "benefit_vnd")


def headline_slide(scope: SlideScope) -> Slide:
    """The count, its share of the target, and a waffle of 100 cells."""
    view = view_overview(scope.figures, scope.wording)
    if not view.is_known:
        cards = [list(card) for card in view.printed[:6]]
        body = {"type": "cards", "cards": cards} if cards else empty_body(scope)
        return new_slide(scope, "headline", view.title, body)
    return new_slide(scope, "headline", view.title, _standing(view, several=counts_units(scope.figures.overview)))


def _standing(view: OverviewView, *, several: bool) -> Json:
    figures = view.figures
    offered_cards = [name for name in view.beside(_CARDS) if several or name != "units_reported"]
    cards = [name for name in offered_cards if figures[name].fact.value is not None]
    reached, gap = figures["reached_pct"].fact.value, figures["gap"].fact.value
    lines = [[view.gap, "below" if (gap or 0) < 0 else "above"], [view.passed, "quiet"]]
    return {
        "type": "headline",
        "number": view.count.text,
        "label": view.count.label,
        "percent": figures["reached_pct"].value if reached is not None else "",
        "lines": [line for line in lines if line[0]],
        "cards": [[figures[name].label, figures[name].text] for name in cards],
        "waffle": {"reached": reached, "note": " · ".join(view.cells)} if view.cells else None,
    }


def targets_slide(scope: SlideScope) -> Slide:
    """The units furthest above and furthest below their targets; all units where there are few."""
    view = view_targets(scope.figures, scope.wording)
    if not view.reached:
        return new_slide(scope, "targets", view.verdict, empty_body(scope))
    most = max(view.reached[0].reached_pct or 0.0, 100.0)
    if len(view.reached) <= MOST_BARS:
        lists = [(view.only_title, view.reached)]
    else:
        lists = [(view.best_title, view.reached[:HALF]), (view.furthest_title, view.furthest(HALF))]
    key = scope.wording.language.charts.targets_target_line  # of the mark on each bar
    note = " · ".join(part for part in (key, view.silent) if part)
    body = bar_groups(*((head, [_reached(unit, most) for unit in units]) for head, units in lists), note=note)
    body |= {"is_alone": True} if len(view.reached) == 1 else {}  # the first slide says as much
    return new_slide(scope, "targets", view.verdict, body)


def _reached(unit: UnitLine, most: float) -> Row:
    """A bar on a common scale, with the target line."""
    tone = tone_of(unit.status)
    row = bar(unit.code, unit.short_name, unit.reached_pct, unit.reached_short, most, tone, unit.of_target)
    return row | {"mark": round(100 / most, 4)}


def unit_slide(scope: SlideScope) -> Slide:
    """One union: the first one selected, otherwise the leader."""
    view = view_first_union(scope.records, scope.figures, scope.wording)
    alone = replace(scope, figures=view.figures)
    if view.nothing or view.overview is None:
        return new_slide(alone, "unit", view.title, {"type": "nothing", "text": view.nothing}, view.stamp)
    body = _standing(view.overview, several=False)
    if view.place:
        body["lines"].insert(0, [view.place, "ink"])
    return new_slide(alone, "unit", view.title, body, view.stamp)
