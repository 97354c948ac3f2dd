"""Grading and readiness of a single union, where counts of unions say nothing."""

from dataclasses import replace

from language.languages import Language
from model.graded import Grading
from model.readiness import Readiness
from presentation.briefs.brief import BarList, Brief, BriefBar
from presentation.briefs.stamps import brief_stamp
from presentation.examples import unit_name
from presentation.figures import Figures
from presentation.grading_words import class_name, describe_next_class, graded_period, write_points
from presentation.readiness_words import item_name
from presentation.wording import Wording


def grading_of_one(grading: Grading, figures: Figures, wording: Wording) -> Brief:
    """Class and points, the contribution of each criterion, and what the next class takes."""
    texts, language = wording.language.stage, wording.language
    row = grading.frame.row(0, named=True)
    bars = tuple(
        BriefBar(
            criterion.measure,
            language.name_of(criterion),
            abs(row[f"points_{criterion.measure}"] or 0.0),
            texts.points_of.format(count=write_points(row[f"points_{criterion.measure}"] or 0.0, language)),
            is_rest=criterion.weight < 0,  # what was taken off is not drawn as if it were earned
        )
        for criterion in grading.scheme.criteria
    )
    blanks = {
        "period": graded_period(grading, language),
        "unit": unit_name(row["unit_code"], figures.catalogue, language),
        "name": class_name(row["class_code"], grading.scheme, language),
        "points": write_points(row["points"], language),
    }
    return Brief(
        "grading",
        "",
        texts.titles["grading_one"].format(**blanks),
        brief_stamp("grading", figures, wording),
        is_known=True,
        lists=(
            BarList(
                language.grading.detail_title, bars, max(abs(criterion.weight) for criterion in grading.scheme.criteria)
            ),
        ),
        notes=(_next(grading, language), *unfinished_note(grading, language), *example_note(grading, language)),
    )


def readiness_of_one(readiness: Readiness, view: Brief, figures: Figures, wording: Wording) -> Brief:
    """How many items the unit has, and each item; items without a statement are left open."""
    language, code = wording.language, str(readiness.frame["unit_code"][0])
    states = {row["item_code"]: row for row in readiness.frame.iter_rows(named=True)}
    bars = tuple(
        BriefBar(
            share.item.code,
            item_name(share.item, language),
            share.yes,
            language.readiness.states[states[share.item.code]["state"]],
            "" if share.amount is None else language.numbers.count(share.amount),
        )
        for share in readiness.shares
        if share.item.code in states
    )
    blanks = {
        "unit": unit_name(code, figures.catalogue, language),
        "count": language.numbers.count(sum(share.yes for share in readiness.shares)),
        "all": language.numbers.count(len(readiness.shares)),
    }
    heads = language.stage.heads
    verdict = language.stage.titles["readiness_one"].format(**blanks)
    return replace(view, verdict=verdict, lists=(BarList(heads["readiness_one"], bars, 1),))


def example_note(grading: Grading, language: Language) -> tuple[str, ...]:
    """A note that the criteria are the built-in example, where they are."""
    return (language.grading.example_short,) if grading.scheme.is_example else ()


def unfinished_note(grading: Grading, language: Language) -> tuple[str, ...]:
    """A note that the period is not over, where it is not."""
    return () if grading.is_complete else (language.grading.running,)


def _next(grading: Grading, language: Language) -> str:
    row = grading.frame.row(0, named=True)
    sentence = describe_next_class(row, grading.scheme, language)
    return f"{language.grading.columns['needs']}: {sentence}." if row["next_code"] else f"{sentence}."
