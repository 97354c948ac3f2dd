"""Graded periods side by side in words, for page and pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from language.languages import Language
from model.graded import Course, Grading
from presentation.grading_words import period_name


@dataclass(frozen=True)
class CourseView:
    """A title, and a name and a label for each period; a full bar is `most`."""

    title: str
    steps: tuple[tuple[str, Course, str], ...]
    head: str
    most: float


def view_course(grading: Grading, course: Sequence[Course], language: Language, *, alone: bool) -> CourseView:
    """Points of the selected unit if it is `alone`, otherwise how many units are in the top class."""
    texts = language.grading
    names = {grade_class.code: language.name_of(grade_class) for grade_class in grading.scheme.classes}
    words = names if alone else {}
    steps = tuple((_name(step, grading, language), step, words.get(step.code or "", "")) for step in course)
    title = texts.course_unit if alone else texts.course_title.format(name=names[grading.scheme.classes[0].code])
    head = texts.columns["points"] if alone else texts.course_units
    return CourseView(title, steps, head, grading.scheme.most if alone else float(grading.frame.height))


def _name(step: Course, grading: Grading, language: Language) -> str:
    """The period of a step; the graded one says where it is provisional."""
    name = period_name(step.period, language)
    is_running = step.period == grading.period and not grading.is_complete
    return language.grading.provisional.format(period=name) if is_running else name
