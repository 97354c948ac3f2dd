"""Grading in words: periods, classes, criteria, and what a unit lacks for the next class."""

from collections import Counter

import polars as pl

from language.languages import Language
from language.words.beginning import at_beginning
from model.edges import Row
from model.graded import Grading
from model.grading import Criterion, GradeClass, Scheme
from model.periods import Length, Period
from model.rounding import plain_number
from model.tallies import RISING


def period_name(period: Period, language: Language) -> str:
    """“Tháng 3/2022”, or “Mar 2022”."""
    name = period_within(period, language)
    return at_beginning(name)


def period_within(period: Period, language: Language) -> str:
    """The period inside a sentence: “tháng 3/2022”, or “Mar 2022”."""
    if period.length is Length.MONTH:
        return language.numbers.worded_month(period.start)
    form = language.grading.quarter if period.length is Length.QUARTER else language.grading.year
    return form.format(number=period.number, year=period.start.year)


def graded_period(grading: Grading, language: Language) -> str:
    """The graded period inside a sentence, marked as provisional until it has ended; "" without one."""
    if grading.period is None:
        return ""
    period = period_within(grading.period, language)
    return period if grading.is_complete else language.grading.provisional.format(period=period)


def class_name(code: str | None, scheme: Scheme, language: Language) -> str:
    """The name of a class; "" for None."""
    one_class = next((grade_class for grade_class in scheme.classes if grade_class.code == code), None)
    return language.name_of(one_class) if one_class else ""


def describe_next_class(row: Row, scheme: Scheme, language: Language) -> str:
    """What the next class takes, or why there is none."""
    texts = language.grading
    if row["points"] is None:
        why = dict.fromkeys(texts.unknown[measure] for measure in (row["unknown"] or "").split(";") if measure)
        return texts.not_graded.format(why=", ".join(why))
    if row["next_code"] is None:
        return texts.best
    name = class_name(row["next_code"], scheme, language)
    if row["full"] and row["more_valid"] is not None:
        return texts.needs_more_place.format(name=name, count=language.numbers.count(row["more_valid"]))
    if row["full"]:
        return texts.needs_place.format(name=name)
    if row["more_valid"] is None:
        return texts.needs_no_number.format(name=name)
    return texts.needs.format(name=name, count=language.numbers.count(row["more_valid"]))


def describe_ungraded(frame: pl.DataFrame, language: Language) -> str:
    """How many units have no class, and why; "" where all have one."""
    reasons = Counter(str(code).split(";")[0] for code in frame.filter(pl.col("points").is_null())["unknown"])
    if not reasons:
        return ""
    texts, count = language.grading, language.numbers.count
    text = "; ".join(f"{texts.unknown[code]} ({count(n)})" for code, n in reasons.most_common())
    return texts.ungraded.format(count=count(reasons.total()), why=text)


def describe_held(grading: Grading, language: Language) -> str:
    """How many units have the points of a better class than theirs, whose places are taken; "" where nobody has."""
    texts, scheme = language.grading, grading.scheme
    graded = grading.frame.drop_nulls("points").select("class_code", "points").iter_rows()
    held = sum(scheme.class_of(points).code != code for code, points in graded)
    classes = (describe_class(grade_class, language) for grade_class in scheme.classes if grade_class.quota_pct)
    quotas = "; ".join(texts.held_class.format(name=name, quota=quota) for name, _, quota in classes)
    return texts.held.format(count=language.numbers.count(held), quotas=quotas) if held else ""


def describe_criterion(criterion: Criterion, language: Language) -> tuple[str, str, str]:
    """Name, maximum points, and how a value becomes points."""
    texts = language.grading
    kinds = [texts.bonus] if criterion.bonus else [texts.penalty] if criterion.weight < 0 else []
    how = (
        "; ".join(
            texts.step.format(least=write_points(least, language), percent=f"{write_points(percent, language)}%")
            for least, percent in criterion.steps
        )
        if criterion.scale == "steps"
        else texts.linear.format(
            zero=write_points(criterion.zero_at, language), full=write_points(criterion.full_at, language)
        )
    )
    parts = [how, *kinds, *([] if criterion.measure in RISING else [texts.falls])]
    return language.name_of(criterion), write_points(criterion.weight, language), " · ".join(parts)


def write_points(number: float, language: Language) -> str:
    """A number of two decimals, where it has any."""
    rounded = plain_number(number)
    return language.numbers.decimal(rounded, 0 if isinstance(rounded, int) else 2)


def describe_class(grade_class: GradeClass, language: Language) -> tuple[str, str, str]:
    """Name, minimum points, and quota."""
    quota = (
        language.grading.quota.format(percent=f"{write_points(grade_class.quota_pct, language)}%")
        if grade_class.quota_pct
        else ""
    )
    return (
        language.name_of(grade_class),
        language.grading.from_points.format(points=write_points(grade_class.at_least, language)),
        quota,
    )
