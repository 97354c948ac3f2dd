"""Slides of the other pages: recognition, benefit, people, grading, readiness and examples."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from data_access.database.errors import Unanswerable
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
    new_slide,
)
from model.edges import Json
from presentation.briefs import BRIEFS
from presentation.briefs.brief import BarList, Brief, BriefBar
from presentation.wording import join_sentences, shortened

_LONGEST_LINE: Final = 32  # beside a bar
_LONGEST_NAME_OF_ROW: Final = 96  # letters of three lines in front of one
_IN_TWO: Final = ("readiness", "value")  # pages whose single list is split into two columns


def slide_of(page: str, view: str) -> Callable[[SlideScope], Slide]:
    """The function that makes the slide `view` from the brief of a page."""

    def make(scope: SlideScope) -> Slide:
        try:
            brief = BRIEFS[page](scope.records, scope.figures, scope.wording)
        except Unanswerable as problem:  # days of frozen figures may have changed since
            slide = {"type": "nothing", "text": scope.wording.language.problems.unanswered(problem.reason)}
            return new_slide(scope, view, scope.texts.views[view], slide)
        return _slide(scope, brief, view)

    return make


def _slide(scope: SlideScope, brief: Brief, view: str) -> Slide:
    if not brief.is_known:
        slide = {"type": "nothing", "text": join_sentences(brief.notes)} if brief.notes else empty_body(scope)
        return new_slide(scope, view, brief.verdict, slide, brief.stamp, (brief.verdict, *brief.for_presenters))
    return new_slide(scope, view, brief.verdict, _body(brief), brief.stamp, (brief.verdict, *brief.for_presenters))


def _body(brief: Brief) -> Json:
    note = join_sentences(brief.notes)
    if not brief.lists:  # a total alone
        return {"type": "cards", "cards": [[brief.title, brief.number]]}
    if brief.page in _IN_TWO:
        (bar_list,) = brief.lists
        rows = _bars(bar_list, MOST_BARS)
        return bar_groups((bar_list.head, rows[:HALF]), ("\u00a0", rows[HALF:]), note=note)
    if brief.columns:  # of what has a title
        (bar_list,) = brief.lists
        lines = [replace(each, name=each.note, note=each.name) for each in bar_list.bars[:HALF]]
        rows = [_bar(each, bar_list) | {"name": shortened(each.name, _LONGEST_NAME_OF_ROW)} for each in lines]
        return bar_groups((bar_list.head, in_one_size(rows)), note=note) | {"titled": True}
    return bar_groups(*((bar_list.head, _bars(bar_list, MOST_BARS)) for bar_list in brief.lists), note=note)


def _bars(of: BarList, most: int) -> list[Row]:
    """The first `most` bars of a list, in one font size even where the list is split."""
    return in_one_size([_bar(each, of) for each in of.bars[:most]])


def _bar(line: BriefBar, of: BarList) -> Row:
    tone, note = "rest" if line.is_rest else "data", shortened(line.note, _LONGEST_LINE)
    return bar(line.key, line.name, line.value, line.text, of.most, tone, note)
