"""The slides of the count and its target: in all, by union, and of one union."""

from dataclasses import replace
from typing import Any

from data_access.queries.overview import fetch_overview
from data_access.queries.unit import fetch_unit
from exports.html.stage.sheet import HALF, MOST_BARS, Asked, Row, Slide, bar, groups, new_slide, nothing, tone_of
from exports.pptx.headline import headline_of
from model.codes import Boundary
from model.edges import Json
from model.facts import Fact
from presentation.targets import UnitLine, view_targets

_CARDS = ("valid", "under_review", "units_reported", "benefit_vnd")


def headline_slide(asked: Asked) -> Slide:
    """The number, what it is of the target, and a cell for every percent."""
    figures, wording = asked.figures, asked.wording
    facts = figures.overview.facts
    title = headline_of(figures, wording)
    if facts["uploads"].value is None:
        cards = [[wording.card(card), wording.measured_fact(card.fact)] for card in figures.overview.cards[:6]]
        body = {"type": "cards", "cards": cards} if cards else nothing(asked)
        return new_slide(asked, "headline", title, body)
    return new_slide(asked, "headline", title, _standing(asked, facts))


def _standing(asked: Asked, facts: Any) -> Json:
    wording, numbers, texts = asked.wording, asked.wording.language.numbers, asked.wording.language.facts
    lines: list[list[str]] = []
    gap, passed, reached = facts["gap"].value, facts["time_passed_pct"].value, facts["reached_pct"].value
    if gap is not None:
        word = texts.gap_name(gap)
        lines.append([f"{word}: {numbers.count(abs(gap))}", "below" if gap < 0 else "above"])
    if passed is not None:
        lines.append([f"{wording.texts.facts['time_passed_pct']}: {numbers.percent(passed)}", "quiet"])
    return {
        "type": "headline",
        "number": wording.fact(facts["uploads"]),
        "label": wording.texts.facts["uploads"],
        "percent": numbers.percent(reached) if reached is not None else "",
        "lines": lines,
        "cards": [[wording.fact_name(name, facts[name]), _card(asked, facts, name)] for name in _CARDS],
        "waffle": _waffle(asked, facts["target"], reached),
    }


def _card(asked: Asked, facts: Any, name: str) -> str:
    text = asked.wording.fact(facts[name])
    total = facts["units_total"]
    return f"{text}/{asked.wording.fact(total)}" if name == "units_reported" and total.value is not None else text


def _waffle(asked: Asked, target: Fact, reached: float | None) -> Json | None:
    if reached is None or not target.value:
        return None
    numbers = asked.wording.language.numbers
    cell = numbers.decimal(target.value / 100, 0 if target.value % 100 == 0 else 2)
    return {"reached": reached, "note": asked.texts.waffle.format(cell=cell, target=numbers.count(target.value))}


def targets_slide(asked: Asked) -> Slide:
    """Who is furthest above the target, and who furthest below; all of them where they are few."""
    view = view_targets(asked.figures, asked.wording)
    if not view.reached:
        return new_slide(asked, "targets", view.verdict, nothing(asked))
    most = max(view.reached[0].reached_pct or 0.0, 100.0)
    if len(view.reached) <= MOST_BARS:
        lists = [(view.only_title, view.reached)]
    else:
        lists = [(view.best_title, view.reached[:HALF]), (view.furthest_title, view.reached[-HALF:])]
    body = groups(*((head, [_reached(unit, most) for unit in units]) for head, units in lists), note=view.silent)
    return new_slide(asked, "targets", view.verdict, body)


def _reached(unit: UnitLine, most: float) -> Row:
    """A bar on the scale of all of them, with the target's line on it."""
    tone = tone_of(unit.status)
    drawn = bar(unit.code, unit.short_name, unit.reached_pct, unit.reached, most, tone, unit.of_target)
    return drawn | {"mark": round(100 / most, 4)}


def unit_slide(asked: Asked) -> Slide:
    """One union: the first one picked, else the leader."""
    profile = fetch_unit(asked.records, asked.figures.filters)
    wording, numbers = asked.wording, asked.wording.language.numbers
    alone = asked.figures.filters.everywhere.changed(units=(profile.unit.code,), boundary=Boundary.OLD)
    figures = replace(asked.figures, filters=alone, overview=fetch_overview(asked.records, alone))
    name = wording.unit(profile.unit.code, profile.unit.name)
    facts = figures.overview.facts
    if facts["uploads"].value is None:
        return new_slide(asked, "unit", name, nothing(asked))
    body = _standing(asked, facts)
    if profile.rank is not None:
        place = asked.texts.place.format(rank=numbers.count(profile.rank), count=numbers.count(profile.ranked))
        body["lines"].insert(0, [place, "ink"])
    body["cards"] = [card for card in body["cards"] if card[0] != wording.texts.facts["units_reported"]]
    title = asked.texts.titles["unit"].format(unit=name, count=wording.fact(facts["uploads"]))
    return new_slide(replace(asked, figures=figures), "unit", title, body)
