"""Units against their targets in words, for slides, reports, the stage, workbooks and pages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl

from data_access.queries.targets import known_only
from language.languages import Language
from language.words.formatting import MISSING
from model.codes import TargetKind, TargetStatus
from model.edges import Row
from model.exactness import row_qualifier, with_sign
from presentation.figures import Figures
from presentation.stamp import Stamp, stamp
from presentation.standing import by_standing, judged, kind_in_words, newest_of, older_day_note, without_silent_counts
from presentation.statements import unit_statements
from presentation.wording import Wording

MOST_UNITS: Final = 10  # that a slide or a page has room for
_SILENT: Final = (TargetStatus.NOT_BEGUN, TargetStatus.NOT_REPORTED, TargetStatus.NO_TARGET)
_DONE: Final = (TargetStatus.EXCEEDED.value, TargetStatus.MET.value)


@dataclass(frozen=True)
class State:
    """How many units have one status: `count` as a number, `text` formatted."""

    status: TargetStatus
    name: str
    count: int
    text: str


@dataclass(frozen=True)
class UnitLine:
    """One unit and its target: formatted numbers and the lengths of its bars."""

    code: str
    name: str  # both with the day of a count that is older than the newest one beside it
    short_name: str
    uploads: str  # with its “hơn”
    target: str
    reached: str
    gap: str
    status: TargetStatus
    status_name: str
    reached_pct: float | None
    # For lines that must be short, with signs for words: “≤ 12,60%”, “1.200/≥ 10.000”.
    reached_short: str
    of_target: str


@dataclass(frozen=True)
class TargetsView:
    """The units of a scope. Sentences that do not apply are ""."""

    title: str  # what the list is
    verdict: str  # how many met their targets, or that nobody has one
    states_title: str
    states: tuple[State, ...]
    silent: str  # how many units are silent: they are in no list, and never a zero
    reached: tuple[UnitLine, ...]  # whose share of the target says something, best first
    no_rate: str
    best_title: str
    furthest_title: str
    only_title: str  # of a list that has all of them
    last: tuple[UnitLine, ...]  # the furthest from the target first, or all, best first, where they are few
    last_title: str
    lines: tuple[UnitLine, ...]  # every unit, the furthest ahead first
    counted: str  # how many they are
    known: tuple[UnitLine, ...]  # those that something is known of, as the page lists them
    known_counted: str
    statements: tuple[str, ...]  # what sources say of units without a number
    statements_title: str
    stamp: Stamp

    @property
    def has_targets(self) -> bool:
        """Whether a unit that something is known of has a target or a share of one; columns of dashes say nothing."""
        return any(unit.target != MISSING or unit.reached_pct is not None for unit in self.known)

    def furthest(self, most: int) -> tuple[UnitLine, ...]:
        """So many units with the smallest shares of the target, the furthest from it first."""
        return _furthest(self.reached, most)


def _furthest(reached: tuple[UnitLine, ...], most: int) -> tuple[UnitLine, ...]:
    return tuple(reversed(reached[-most:]))


def view_targets(figures: Figures, wording: Wording, most: int = MOST_UNITS) -> TargetsView:
    """The words of a scope's targets; at most `most` units are listed as furthest behind."""
    kind, heads = kind_in_words(figures.filters.target, wording.language), wording.language.stage.heads
    newest = newest_of(figures.targets)
    reached = tuple(_line(row, newest, wording) for row in judged(figures.targets).iter_rows(named=True))
    units = known_only(figures.targets, figures.filters.basis)
    lines = _lines(units, newest, wording)
    states = describe_states(figures.targets, wording.language)
    texts = wording.texts.slides
    last_title = texts.standing_chart_part if len(reached) > most else texts.standing_chart
    return TargetsView(
        title=targets_title(units, figures.filters.target, wording.language),
        verdict=_verdict(figures.targets, newest, kind, wording),
        states_title=wording.texts.report.by_status,
        states=states,
        silent=" · ".join(f"{state.name}: {state.text}" for state in states if state.status in _SILENT),
        reached=reached,
        no_rate="" if reached else texts.standing_none,
        best_title=heads["best"].format(kind=kind),
        furthest_title=heads["furthest"].format(kind=kind),
        only_title=heads["only"].format(kind=kind),
        last=_furthest(reached, most) if len(reached) > most else reached,
        last_title=last_title.format(count=min(len(reached), most), kind=kind),
        lines=_lines(figures.targets, newest, wording),
        counted=count_units(figures.targets.height, wording),
        known=lines,
        known_counted=count_units(len(lines), wording),
        statements=tuple(unit_statements(figures.targets, wording.language)),
        statements_title=wording.language.targets.statements_title,
        stamp=stamp("targets", figures, wording),
    )


def count_units(count: int, wording: Wording) -> str:
    """“82 đơn vị”: the length of a list of units."""
    return wording.texts.report.rows_counted.format(count=wording.language.numbers.count(count))


def targets_title(targets: pl.DataFrame, kind: TargetKind, language: Language) -> str:
    """“Từng đơn vị so với chỉ tiêu đăng ký”; “Thực hiện của từng đơn vị” where nobody has a target."""
    without = targets["target"].is_null() & targets["reached_pct"].is_null()
    silent = targets["status"].is_in([status.value for status in _SILENT])
    if targets.height and (without & silent).all():
        return language.exports.report.table_annex_no_target
    return language.targets.targets_title.format(kind=kind_in_words(kind, language))


def describe_states(targets: pl.DataFrame, language: Language) -> tuple[State, ...]:
    """Units by status of a TARGETS frame, empty statuses left out."""
    counts = dict(targets["status"].value_counts().iter_rows())
    return tuple(
        State(status, language.names.target_status(status.value), count, language.numbers.count(count))
        for status in TargetStatus
        if (count := counts.get(status.value))
    )


def _verdict(targets: pl.DataFrame, newest: datetime | None, kind: str, wording: Wording) -> str:
    """How many of the units with a target met it; of one alone how far it is."""
    texts, write_count = wording.texts.slides, wording.language.numbers.count
    with_target = targets.filter(pl.col("target").is_not_null() | pl.col("reached_pct").is_not_null())
    if with_target.is_empty():
        return texts.standing_nothing.format(kind=kind)
    if with_target.height == 1:
        unit = _line(without_silent_counts(with_target).to_dicts()[0], newest, wording)
        status = unit.status_name.lower()
        if unit.reached_pct is None or unit.status in _SILENT:
            return f"{unit.short_name}: {status}"
        return texts.standing_alone.format(unit=unit.short_name, percent=unit.reached, kind=kind, status=status)
    count = with_target.filter(pl.col("status").is_in(_DONE)).height
    return texts.standing_title.format(count=write_count(count), total=write_count(with_target.height), kind=kind)


def _lines(targets: pl.DataFrame, newest: datetime | None, wording: Wording) -> tuple[UnitLine, ...]:
    return tuple(
        _line(row, newest, wording) for row in without_silent_counts(by_standing(targets)).iter_rows(named=True)
    )


def _line(row: Row, newest: datetime | None, wording: Wording) -> UnitLine:
    numbers, names = wording.language.numbers, wording.language.names
    day, word = older_day_note(row, newest, wording.language), row_qualifier(row)
    uploads, target = numbers.count(row["uploads"]), numbers.count(row["target"])
    return UnitLine(
        row["unit_code"],
        wording.unit(row["unit_code"], row["unit_name"]) + day,
        wording.short_unit(row["unit_code"], row["short_name"]) + day,
        wording.qualified(uploads, row["qualifier"]),
        wording.qualified(target, row["target_qualifier"]),
        wording.qualified(numbers.percent(row["reached_pct"]), word),
        with_sign(numbers.signed(row["gap"]), word),
        TargetStatus(row["status"]),
        names.target_status(row["status"]),
        row["reached_pct"],
        with_sign(numbers.percent(row["reached_pct"]), word),
        f"{with_sign(uploads, row['qualifier'])}/{with_sign(target, row['target_qualifier'])}",
    )
