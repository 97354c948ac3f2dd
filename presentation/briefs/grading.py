"""Grading in files: units by class, and the units with most points."""

from collections import Counter
from dataclasses import replace
from typing import Final

from data_access.queries.grading import fetch_grading
from data_access.store.records import Records
from language.languages import Language
from model.graded import Grading
from presentation.briefs.brief import BarList, Brief, BriefBar
from presentation.briefs.one_unit import example_note, grading_of_one, unfinished_note
from presentation.briefs.stamps import brief_stamp
from presentation.examples import unit_name
from presentation.figures import Figures
from presentation.grading_words import class_name, describe_held, describe_ungraded, graded_period, write_points
from presentation.wording import Wording

_LEADERS: Final = 5


def brief_grading(records: Records, figures: Figures, wording: Wording) -> Brief:
    """The latest graded period of the scope."""
    texts, language = wording.language.stage, wording.language
    grading = fetch_grading(records, figures.filters)
    graded = grading.frame.drop_nulls("points")
    own_stamp, name = brief_stamp("grading", figures, wording), language.pages.titles["grading"]
    if grading.period is None or graded.is_empty():
        return Brief("grading", name, texts.titles["grading_unknown"], own_stamp)
    if grading.frame.height == 1:
        return replace(grading_of_one(grading, figures, wording), stamp=own_stamp, title=name)
    counts = Counter(graded["class_code"])
    best = next((grade for grade in grading.scheme.classes if counts[grade.code]), grading.scheme.classes[0])
    blanks = {"name": language.name_of(best), "count": language.numbers.count(counts[best.code])}
    leaders = tuple(
        BriefBar(
            row["unit_code"],
            unit_name(row["unit_code"], figures.catalogue, language),
            row["points"],
            texts.points_of.format(count=write_points(row["points"], language)),
            class_name(row["class_code"], grading.scheme, language),
        )
        for row in graded.head(_LEADERS).iter_rows(named=True)
    )
    return Brief(
        "grading",
        name,
        texts.titles["grading"].format(period=graded_period(grading, language), **blanks),
        own_stamp,
        is_known=True,
        lists=(_classes(grading, wording), BarList(texts.heads["points"], leaders, graded["points"][0])),
        notes=(*unfinished_note(grading, language), *_held(grading, language), *example_note(grading, language)),
        more=tuple(filter(None, (describe_ungraded(grading.frame, language),))),
    )


def _held(grading: Grading, language: Language) -> tuple[str, ...]:
    """Why units with as many points have different classes: the places of the better one are taken."""
    held = describe_held(grading, language)
    return (held,) if held else ()


def _classes(grading: Grading, wording: Wording) -> BarList:
    counts, language = Counter(grading.frame.drop_nulls("points")["class_code"].to_list()), wording.language
    bars = tuple(
        BriefBar(
            grade_class.code,
            language.name_of(grade_class),
            counts[grade_class.code],
            language.numbers.count(counts[grade_class.code]),
        )
        for grade_class in grading.scheme.classes
        if counts[grade_class.code]
    )
    ungraded = grading.frame["points"].null_count()
    if ungraded:  # missing units must not look like the worst ones
        bars = (*bars, BriefBar("ungraded", language.grading.ungraded_name, ungraded, language.numbers.count(ungraded)))
    return BarList(language.stage.heads["classes"], bars, max((bar.value for bar in bars), default=0))
