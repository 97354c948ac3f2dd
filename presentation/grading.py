"""A graded period in words: classes, every unit's points, criteria."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from language.languages import Language
from model.edges import Row
from model.graded import Grading
from model.grading import Scheme
from model.periods import Period
from presentation.grading_words import (
    class_name,
    describe_class,
    describe_criterion,
    describe_held,
    describe_next_class,
    describe_ungraded,
    graded_period,
    period_within,
    write_points,
)
from presentation.metric_card import MetricCard
from presentation.worded_table import Cells, WordedTable

_COLUMNS: Final = ("unit_name", "class", "points", "change", "class_before", "needs")


@dataclass(frozen=True)
class GradingView:
    """The words of one graded period."""

    title: str
    classes: tuple[MetricCard, ...]  # how many units each has
    ungraded: str  # how many have none, and why; empty where all have one
    held: str  # how many have the points of a better class without a place; empty where nobody has
    units: WordedTable
    points: WordedTable  # by criterion, with what was measured


@dataclass(frozen=True)
class SchemeView:
    """The criteria and classes of a programme, whether or not a period was graded."""

    criteria: WordedTable
    classes: tuple[str, ...]
    example: str  # that nobody has decided on it; empty where somebody has


def view_grading(
    grading: Grading, period: Period, language: Language, clusters: Mapping[str, str | None] | None = None
) -> GradingView:
    """The words of a period. `clusters`: of each unit by code, where a class takes only some of a cluster."""
    return GradingView(
        title=language.grading.classes_title.format(period=graded_period(grading, language)),
        classes=tuple(_classes(grading, language)),
        ungraded=describe_ungraded(grading.frame, language),
        held=f"{held} {language.grading.held_below}" if (held := describe_held(grading, language)) else "",
        units=_units(grading, period, language, (clusters or {}) if has_quotas(grading) else {}),
        points=_points(grading, language),
    )


def view_scheme(scheme: Scheme, language: Language) -> SchemeView:
    """The words of a programme's criteria and classes."""
    texts = language.grading
    rows = tuple(describe_criterion(criterion, language) for criterion in scheme.criteria)
    return SchemeView(
        WordedTable(texts.criteria_title, texts.criteria_note, tuple(texts.criteria_columns), rows),
        tuple(" · ".join(filter(None, describe_class(grade_class, language))) for grade_class in scheme.classes),
        texts.example if scheme.is_example else "",
    )


def _classes(grading: Grading, language: Language) -> Iterator[MetricCard]:
    counts = Counter(grading.frame["class_code"].to_list())
    for grade_class in grading.scheme.classes:
        label, least, quota = describe_class(grade_class, language)
        count = language.grading.places_of.format(count=language.numbers.count(counts[grade_class.code]))
        yield MetricCard(f"class-{grade_class.code}", label, count, least, quota)


def has_quotas(grading: Grading) -> bool:
    """Whether a class takes only some units of a cluster."""
    return grading.has_quotas and any(grade_class.quota_pct is not None for grade_class in grading.scheme.classes)


def _units(grading: Grading, period: Period, language: Language, clusters: Mapping[str, str | None]) -> WordedTable:
    """Cluster, where it matters, class, points, change, and what the next class takes."""
    texts = language.grading
    most, before = write_points(grading.scheme.most, language), period_within(period.before, language)
    note = texts.table_note.format(most=most, before=before)
    heads, rows = [texts.columns[name] for name in _COLUMNS], list(grading.frame.iter_rows(named=True))
    cells = [_unit(row, grading.scheme, language) for row in rows]
    if clusters:
        note = f"{note} {texts.ties}"
        heads.insert(1, texts.columns["cluster"])
        names = [language.names.word(clusters.get(row["unit_code"]) or "") for row in rows]
        cells = [(unit, name, *rest) for (unit, *rest), name in zip(cells, names, strict=True)]
    return WordedTable(texts.table_title, note, tuple(heads), tuple(cells))


def _unit(row: Row, scheme: Scheme, language: Language) -> tuple[str, ...]:
    decimal, change = language.numbers.decimal, row["change"]
    return (
        language.names.word(row["unit_name"]),
        class_name(row["class_code"], scheme, language),
        "" if row["points"] is None else decimal(row["points"], 2),
        "" if change is None else f"{'+' if change > 0 else ''}{decimal(change, 2)}",
        class_name(row["class_before"], scheme, language),
        describe_next_class(row, scheme, language),
    )


def _points(grading: Grading, language: Language) -> WordedTable:
    texts, criteria = language.grading, grading.scheme.criteria
    heads = (texts.columns["unit_name"], *(language.name_of(criterion) for criterion in criteria))
    measures = [criterion.measure for criterion in criteria]
    return WordedTable(texts.detail_title, texts.detail_note, heads, _by_criterion(grading, measures, language))


def _by_criterion(grading: Grading, measures: list[str], language: Language) -> Cells:
    decimal = language.numbers.decimal

    def cell(row: Row, name: str) -> str:
        """“12,50 (96,3)”: points and the value they are for; "" where nothing was measured."""
        measured = row[f"value_{name}"]
        return "" if measured is None else f"{decimal(row[f'points_{name}'], 2)} ({decimal(measured, 1)})"

    rows = grading.frame.iter_rows(named=True)
    return tuple((language.names.word(row["unit_name"]), *(cell(row, name) for name in measures)) for row in rows)
