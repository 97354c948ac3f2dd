"""The slides of what the movement does beside counting: grading, potential, readiness, rewards, and examples."""

from typing import Final

from data_access.database.errors import Unanswerable
from exports.html.stage.sheet import HALF, MOST_BARS, Row, Slide, SlideScope, bar, groups, new_slide, nothing
from presentation.movement import view_examples, view_grading, view_readiness
from presentation.movement_counts import view_potential, view_rewards
from presentation.movement_view import MovementBar, MovementView, PartList
from presentation.wording import shortened

_LONGEST_NAME: Final = 34
_LONGEST_LINE: Final = 32  # beside a bar


def grading_slide(asked: SlideScope) -> Slide:
    """How many units each class has, and who has most points."""
    view = view_grading(asked.records, asked.figures, asked.wording)
    return _slide(asked, view, *((one.head, [_bar(part, one) for part in one.parts]) for one in view.lists))


def potential_slide(asked: SlideScope) -> Slide:
    """How many units stand below, within and above what could be expected of them, and who furthest below."""
    view = view_potential(asked.records, asked.figures, asked.wording)
    return _slide(asked, view, *((one.head, [_bar(part, one) for part in one.parts]) for one in view.lists))


def rewards_slide(asked: SlideScope) -> Slide:
    """What is valid and waits for its reward, and whose."""
    try:
        view = view_rewards(asked.records, asked.figures, asked.wording)
    except Unanswerable as problem:  # days of frozen figures may have changed since
        told = {"type": "nothing", "text": asked.wording.language.problems.unanswered(problem.reason)}
        return new_slide(asked, "rewards", asked.texts.views["rewards"], told)
    return _slide(asked, view, *((one.head, [_bar(part, one) for part in one.parts]) for one in view.lists))


def readiness_slide(asked: SlideScope) -> Slide:
    """How many units have each item, of all there are."""
    view = view_readiness(asked.records, asked.figures, asked.wording)
    rows = [
        _bar(part, one) | {"name": shortened(part.name, _LONGEST_NAME)}
        for one in view.lists
        for part in one.parts[:MOST_BARS]
    ]
    heads = [one.head for one in view.lists]
    return _slide(asked, view, *zip((*heads, "\u00a0"), (rows[:HALF], rows[HALF:]), strict=False))


def examples_slide(asked: SlideScope) -> Slide:
    """The examples that are public, those that most unions took over first."""
    view = view_examples(asked.records, asked.figures, asked.wording)
    return _slide(asked, view, *((one.head, [_bar(part, one) for part in one.parts[:HALF]]) for one in view.lists))


def _slide(asked: SlideScope, view: MovementView, *lists: tuple[str, list[Row]]) -> Slide:
    if not view.is_known:
        return new_slide(asked, view.view, view.verdict, nothing(asked), view.stamp, (view.verdict,))
    said = (view.verdict, *view.notes, *view.further, *view.spoken)
    return new_slide(asked, view.view, view.verdict, groups(*lists, note=" ".join(view.notes)), view.stamp, said)


def _bar(part: MovementBar, of: PartList) -> Row:
    return bar(part.key, part.name, part.value, part.text, of.most, note=shortened(part.note, _LONGEST_LINE))
