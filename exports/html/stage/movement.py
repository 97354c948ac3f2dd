"""The slides of what the movement does beside counting: grading, readiness, and examples."""

from typing import Final

from exports.html.stage.sheet import HALF, MOST_BARS, Row, Slide, SlideScope, bar, groups, new_slide, nothing
from presentation.movement import MovementBar, MovementView, PartList, view_examples, view_grading, view_readiness
from presentation.wording import shortened

_LONGEST_NAME: Final = 34
_LONGEST_LINE: Final = 32  # beside a bar


def grading_slide(asked: SlideScope) -> Slide:
    """How many units each class has, and who has most points."""
    view = view_grading(asked.records, asked.figures, asked.wording)
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
        return new_slide(asked, view.view, view.verdict, nothing(asked), view.stamp)
    said = (view.verdict, *view.notes, *view.spoken)
    return new_slide(asked, view.view, view.verdict, groups(*lists, note=" ".join(view.notes)), view.stamp, said)


def _bar(part: MovementBar, of: PartList) -> Row:
    return bar(part.key, part.name, part.value, part.text, of.most, note=shortened(part.note, _LONGEST_LINE))
