"""Slides about ranks: the leaders, the bar chart race, and the changes of a week."""

from exports.html.stage.sheet import (
    HALF,
    MOST_BARS,
    Row,
    Slide,
    SlideScope,
    bar,
    bar_groups,
    empty_body,
    in_one_size,
    is_long,
    is_one_line,
    new_slide,
)
from model.edges import Json
from presentation.one_union import UnionView, view_one_union
from presentation.race import RaceFrame, view_race
from presentation.ranking import view_ranking
from presentation.week import Move, view_week
from presentation.wording import join_sentences


def ranking_slide(scope: SlideScope) -> Slide:
    """At most ten places, the first three in gold, the others summed up in one sentence; of one union its place."""
    if union := view_one_union(scope.figures, scope.wording):
        return _place_slide(scope, union)
    view = view_ranking(scope.figures, scope.wording, MOST_BARS)
    if not view.places:
        sentence = join_sentences((view.leading, view.bound))
        body = empty_body(scope) | ({"text": sentence, "says": True} if sentence else {})
        return new_slide(scope, "ranking", view.verdict, body)
    most = view.places[0].value
    bars = [
        bar(place.code, place.name, place.value, place.text, most, "gold" if place.is_medal else "data")
        for place in view.places
    ]
    sentence = " · ".join(filter(None, (view.share, view.bound, join_sentences((view.leading, view.legend)))))
    return new_slide(scope, "ranking", view.verdict, bar_groups(("", bars), note=view.no_order or sentence))


def _place_slide(scope: SlideScope, union: UnionView) -> Slide:
    """The rank of one union, what it must add, its neighbours, and its own upper unions where it has any."""
    if scope.figures.overview.is_silent:
        return new_slide(scope, "ranking", union.title, empty_body(scope))
    most = max((unit.value for unit in union.upper), default=1)
    bars = [bar(unit.name, unit.short_name, unit.value, unit.text, most) for unit in union.upper[:HALF]]
    body = {
        "type": "place",
        "cards": [list(card) for card in union.cards],
        "lines": [line for line in (*union.neighbours, union.bound) if line],
    }
    upper = bar_groups((union.upper_title, bars)) | {"type": "place", "is_beside": True} if bars else {}
    return new_slide(scope, "ranking", union.title, upper | body)


def race_slide(scope: SlideScope) -> Slide:
    """The bar chart race, one frame a day."""
    view = view_race(scope.records, scope.figures, scope.wording)
    frames = [_frame(frame) for frame in view.frames]
    runners = [row for frame in frames for row in frame["rows"]]
    frames = [frame | {"rows": in_one_size(frame["rows"], runners)} for frame in frames]
    body = {"type": "race", "frames": frames} if frames else empty_body(scope)
    return new_slide(scope, "race", frames[-1]["title"] if frames else view.title, body, view.stamp)


def _frame(frame: RaceFrame) -> Json:
    most = max((runner.value for runner in frame.runners), default=1)
    rows = [
        bar(runner.code, runner.name, runner.value, runner.text, most, "gold" if runner.is_medal else "data")
        for runner in frame.runners
    ]
    # A second line would overlap the date of the race.
    title = frame.title if is_one_line(frame.title) else frame.short_title
    return {"label": frame.label, "title": title, "long": is_long(title), "rows": rows}


def changed_slide(scope: SlideScope) -> Slide:
    """What was added within seven days, by which units, and who climbed in the ranking."""
    view = view_week(scope.records, scope.figures, scope.wording)
    climbed = [(f"climbed-{unit.code}", unit) for unit in view.climbed]
    body = bar_groups(
        (view.gained_title, _moves([(unit.code, unit) for unit in view.gained])),
        (view.climbed_title, _moves(climbed)),
    )
    return new_slide(scope, "changed", view.title, body, view.stamp)


def _moves(pairs: list[tuple[str, Move]]) -> list[Row]:
    """Bars scaled to the first."""
    return [bar(key, unit.name, unit.value, unit.text, pairs[0][1].value) for key, unit in pairs]
