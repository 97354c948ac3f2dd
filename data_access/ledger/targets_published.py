"""Units against their targets where both were printed; nothing is filled in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from data_access.ledger.ledger import UPLOADS, VALID, Figure, counts_within, known_figures, newest
from data_access.reference.reference_files import rows_of
from data_access.rules.against_target import against_target
from data_access.rules.pace import is_before, is_comparable, pace_at, phase_number, target_period
from data_access.rules.status import Course, judge
from data_access.store.records import Records
from model.catalogue import Programme, Unit
from model.codes import TargetStatus
from model.edges import Row
from model.filters import Filters, is_finished
from model.folding import slug
from model.frames import TARGETS, empty

_METRICS: Final = {"registered": ("chi_tieu_dang_ky",), "assigned": ("chi_tieu_giao",)}
_OVER_GUIDED: Final = ("vuot_chi_tieu_dinh_huong",)
# Percentages that a source computed itself, where it did not print the target. “Vượt” is never read as “đạt”.
_PRINTED_PCT: Final = {None: ("ty_le_dat_chi_tieu_toan_ct",), 1: ("ty_le_dat_chi_tieu_gd1",)}


def targets_of_ledger(records: Records, filters: Filters, programme: Programme) -> pl.DataFrame:
    """One TARGETS row per direct unit in scope; none where the programme's sources speak of no direct unit.

    One unit alone is followed by the grassroots unions that a source lists under it.
    """
    figures = known_figures(records, programme.code, filters.as_of)
    own: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.owner and not figure.part:
            own.setdefault(figure.owner, []).append(figure)
    if not own:
        return empty(TARGETS)
    units = records.catalogue.units_in(filters)
    reader = _Reader(filters, programme)
    rows = [reader.row(unit.code, unit.name, unit.short_name, own.get(unit.code, [])) for unit in units]
    if len(units) == 1:
        rows += _grassroots(units[0], figures, reader)
    return pl.DataFrame(rows, schema=TARGETS)


def _grassroots(unit: Unit, figures: Sequence[Figure], reader: "_Reader") -> list[Row]:
    """Rows of the grassroots unions under one unit; their code is the unit's with the name behind it."""
    parts: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.parent == unit.code and figure.part:
            parts.setdefault(figure.part, []).append(figure)
    return [
        reader.row(f"{unit.code}/{slug(part)}", f"{unit.name} · {part}", part, printed)
        for part, printed in parts.items()
    ]


@dataclass(frozen=True)
class _Reader:
    filters: Filters
    programme: Programme

    def row(self, code: str, name: str, short_name: str, figures: list[Figure]) -> Row:
        """One row of TARGETS. A target that was not printed stays null even where a percentage was."""
        count_figure = self._counted(figures)
        targets = {kind: self._of_phase(figures, names) for kind, names in _METRICS.items()}
        target, over = targets.get(self.filters.target.value), self._of_phase(figures, _OVER_GUIDED)
        values = {kind: _whole(figure) for kind, figure in targets.items()}
        names = {"unit_code": code, "unit_name": name, "short_name": short_name}
        source = target.source.title if target else None
        row = {**names, **values, "guided": None, "target": _whole(target), "over_guided": _whole(over)}
        row |= self._standing(count_figure, target, figures)
        words = {"qualifier": _qualifier(count_figure), "target_qualifier": _qualifier(target)}
        return {**words, "target_source": source, "said": self._statements(code), **row}

    def _statements(self, code: str) -> str | None:
        """Statements of sources about the unit without a number, as far as known by then."""
        until = self.filters.as_of
        codes = [
            row["code"]
            for row in rows_of("said")
            if (row["programme"], row["unit_code"]) == (self.programme.code, code)
            and (until is None or date.fromisoformat(row["said_on"]) <= until.date())
        ]
        return ";".join(codes) or None

    def _standing(self, count_figure: Figure | None, target: Figure | None, figures: list[Figure]) -> Row:
        comparable = is_comparable(self.programme, self.filters)
        uploads, target_count = _whole(count_figure), _whole(target)
        reached, gap = against_target(uploads, target_count if comparable else None)
        printed = self._printed_pct(figures, count_figure) if comparable and gap is None else None
        moment = count_figure.moment if count_figure else None
        period = target_period(self.programme, self.filters)
        pace = pace_at(moment, *period)
        before = is_before(self.filters.as_of, period[0])
        course = Course(days_left=pace.days_left, is_over=is_finished(moment, period[1]), is_before=before)
        of = (printed or uploads, 100 if printed else target_count)
        words = (None, None) if printed else (_qualifier(count_figure), _qualifier(target))
        status = judge(*of, course, comparable=comparable, words=words)
        return {
            "uploads": uploads,
            "reached_pct": printed if gap is None else reached,
            "gap": gap,
            "pace": None,
            "needed": course.needed(gap),
            "expected_pct": pace.passed_pct,
            "as_of": moment,
            # Nobody printed a number: that says nothing about what the unit did.
            "status": (TargetStatus.NOT_PUBLISHED if uploads is None and comparable and not before else status).value,
        }

    def _counted(self, figures: list[Figure]) -> Figure | None:
        metrics = VALID if self.filters.counts_valid else UPLOADS
        return newest(figures, metrics, lambda figure: counts_within(figure, self.programme, self.filters))

    def _of_phase(self, figures: list[Figure], metrics: tuple[str, ...]) -> Figure | None:
        phase = phase_number(self.programme, self.filters)
        return newest(figures, metrics, lambda figure: figure.phase == phase)

    def _printed_pct(self, figures: list[Figure], count_figure: Figure | None) -> float | None:
        """The percentage a source printed for the same moment as the count."""
        phase = phase_number(self.programme, self.filters)
        metrics = _PRINTED_PCT.get(phase, ())
        printed = newest(
            figures, metrics, lambda figure: count_figure is not None and figure.moment == count_figure.moment
        )
        return float(printed.value) if printed else None


def _whole(figure: Figure | None) -> int | None:
    return int(figure.value) if figure else None


def _qualifier(figure: Figure | None) -> str | None:
    return figure.qualifier if figure else None
