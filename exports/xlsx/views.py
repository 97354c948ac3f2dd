"""Workbook sheets for overview, days, targets and ranking."""

from dataclasses import replace
from typing import Final

import polars as pl
from xlsxwriter import Workbook

from exports.colours import word_colour
from exports.xlsx.cells import Column, Kind, Pen, columns_of
from exports.xlsx.drawing import bars, line
from exports.xlsx.sheets import ViewSheet
from exports.xlsx.tables import Placed, Table
from model.codes import Basis, TargetStatus
from model.exactness import row_qualifier
from model.facts import Fact
from model.measures import unit_of
from presentation.figures import Figures
from presentation.in_units import measure_heading
from presentation.key_figures import fact_name
from presentation.overview_facts import listed_facts
from presentation.places import ranking_title
from presentation.printed import word_of_row
from presentation.stamp import stamp_of_page
from presentation.standing import by_standing, kind_in_words, without_silent_counts
from presentation.trend import days_title
from presentation.wording import Wording

_UNIT_KINDS: Final = {"percent": Kind.PERCENT, "rate": Kind.DECIMAL, "times": Kind.DECIMAL}
_MOST_BARS: Final = 30
_FORMS: Final = {Kind.PERCENT: "0.00%", Kind.DECIMAL: "#,##0.0"}


class Views:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Workbook, pen: Pen, figures: Figures, wording: Wording) -> None:
        self.book = book
        self.pen = pen
        self.figures = figures
        self.wording = wording
        self.sheets: list[ViewSheet] = []
        self._printed_column = (("printed", Kind.TEXT, 18),) if figures.is_printed else ()

    def new_sheet(self, view: str, columns: list[Column], stamp_of: str = "", name: str = "") -> ViewSheet:
        """A sheet titled by its view or page (or `name`), with the stamp of that view (or of `stamp_of`)."""
        title = name or self.wording.texts.titles[view]
        sheet = ViewSheet(self.book, self.pen, title, [column.width for column in columns])
        programme = self.wording.short_programme(self.figures.programme)
        sheet.head(f"{programme} – {title}", stamp_of_page(stamp_of or view, self.figures, self.wording))
        self.sheets.append(sheet)
        return sheet

    def finish(self) -> None:
        """Set every sheet up for printing."""
        for sheet in self.sheets:
            sheet.finish(f"{self.wording.short_programme(self.figures.programme)} – {sheet.name}")

    def overview(self) -> None:
        """Write the key figures, one a row, each with what it counts, its as-of and its source."""
        texts, wording = self.wording.texts, self.wording
        columns = columns_of(
            wording, ("name", Kind.LONG, 38), ("value", Kind.COUNT, 20), ("measured_in", Kind.TEXT, 15),
            ("qualifier", Kind.TEXT, 10), ("counts", Kind.LONG, 38),
            ("as_of", Kind.MOMENT, 17), ("source", Kind.LONG, 60),
        )  # fmt: skip
        overview = self.figures.overview
        facts = listed_facts(overview, texts.facts).items()
        labelled_facts = [(texts.facts.get(fact_name(name, fact), name), fact) for name, fact in facts]
        labelled_facts += [(wording.metric(name, None), fact) for name, fact in overview.printed.items()]
        labelled_facts += [(wording.card(card), card.fact) for card in overview.cards]
        sheet = self.new_sheet("overview", columns)
        rows = [self._fact_row(name, fact) for name, fact in labelled_facts]
        kinds = [[None, _UNIT_KINDS.get(fact.unit, Kind.COUNT), *[None] * 5] for _, fact in labelled_facts]
        sheet.table(Table("overview", columns, rows, kinds))

    def _fact_row(self, name: str, fact: Fact) -> list[object]:
        wording = self.wording
        return [
            name,
            fact.value,
            wording.kind_of_unit(fact.unit),
            wording.language.names.qualifier(fact.qualifier) if fact.value is not None else "",
            wording.counted(fact.counts),
            fact.as_of,
            wording.source(fact.source) if fact.value is not None else "",
        ]

    def daily(self) -> None:
        """Write the cumulative count day by day. Like all that follow, no sheet without data."""
        daily, wording = self.figures.overview.course, self.wording
        if daily.is_empty():
            return
        columns = columns_of(
            wording, ("day", Kind.DATE, 28), ("on_day", Kind.COUNT, 36), ("cumulative", Kind.COUNT, 36)
        )
        sheet = self.new_sheet("daily", columns, "overview")
        top = sheet.row
        place = sheet.table(Table("daily", columns, daily.rows()))
        title = days_title(self.figures.overview, wording)
        dots = self.figures.overview.has_moments_alone
        sheet.charts([line(self.pen, title, place, 0, [(2, title)], dots=dots)], first_row=top)

    def targets(self) -> None:
        """Write every unit against its targets, best first, units without a verdict last."""
        wording, frame = self.wording, without_silent_counts(by_standing(self.figures.targets))
        if frame.is_empty():
            return
        columns = columns_of(
            wording,
            ("unit_code", Kind.TEXT, 9), ("unit_name", Kind.LONG, 44), ("uploads", Kind.COUNT, 15),
            ("registered", Kind.COUNT, 15), ("assigned", Kind.COUNT, 15), ("guided", Kind.COUNT, 15),
            ("over_guided", Kind.SIGNED, 15), ("reached_pct", Kind.PERCENT, 15), ("gap", Kind.SIGNED, 15),
            ("pace", Kind.DECIMAL, 13), ("needed", Kind.COUNT, 13),
            ("status", Kind.TEXT, 15), ("qualifier", Kind.TEXT, 10),
            ("target_qualifier", Kind.TEXT, 15), ("reached_qualifier", Kind.TEXT, 15),
            ("target_source", Kind.LONG, 54), *self._printed_column,
        )  # fmt: skip
        is_printed = self.figures.filters.basis is Basis.PUBLISHED
        columns += columns_of(wording, ("as_of", Kind.MOMENT, 17), ("said", Kind.LONG, 44)) if is_printed else []
        # Published counts are of different days, so they have no sum.
        totals = () if is_printed else (2,)
        sheet = self.new_sheet("targets", columns)
        top = sheet.row
        rows = [
            [*self._target_row(row), *(self._day_and_statements(row) if is_printed else ())] for row in frame.to_dicts()
        ]
        place = sheet.table(Table("targets", columns, rows, (), totals))
        if totals:
            sheet.total_label(wording.texts.total, 1)
        self._mark_targets(sheet, place)
        measured = min(frame["reached_pct"].count(), _MOST_BARS)
        if measured > 1:
            kind = kind_in_words(self.figures.filters.target, wording.language)
            title = wording.texts.charts["targets"].format(kind=kind, count=measured)
            sheet.charts([bars(self.book, title, place, 1, 7, measured, form="0.00%")], first_row=top)

    def _mark_targets(self, sheet: ViewSheet, place: Placed) -> None:
        """Add data bars for the share reached, up to 200%, and colour the status."""
        names = self.wording.language.names
        sheet.bars_in(place, 7, 2)
        sheet.coloured_words(place, 11, {names.target_status(status): word_colour(status) for status in TargetStatus})

    def _target_row(self, row: dict[str, object]) -> list[object]:
        names = self.wording.language.names
        numbers = ("uploads", "registered", "assigned", "guided", "over_guided", "reached_pct", "gap", "pace", "needed")
        return [
            row["unit_code"],
            self.wording.unit(str(row["unit_code"]), str(row["unit_name"])),
            *(row[name] for name in numbers),
            names.target_status(str(row["status"])),
            *(names.qualifier(word) for word in (str(row["qualifier"] or ""), str(row["target_qualifier"] or ""))),
            names.qualifier(row_qualifier(row)),
            names.staff_text(str(row["target_source"] or "")) or None,
            *self._printed(row),
        ]

    def _day_and_statements(self, row: dict[str, object]) -> list[object]:
        """The day of a published count, and statements of sources without a number."""
        return [row["as_of"], self.wording.language.names.unit_statement(str(row["said"])) if row["said"] else None]

    def ranking(self) -> None:
        """Write the places asked for and the remainder."""
        wording, ranking = self.wording, self.figures.ranking
        if ranking.frame.is_empty():
            return
        kind = _UNIT_KINDS.get(unit_of(ranking.measure), Kind.COUNT)
        columns = columns_of(
            wording,
            ("rank", Kind.COUNT, 8), ("unit_code", Kind.TEXT, 9), ("unit_name", Kind.LONG, 44), ("value", kind, 20),
            ("share_pct", Kind.PERCENT, 16), ("cumulative_pct", Kind.PERCENT, 16), ("rank_before", Kind.COUNT, 16),
            ("cluster", Kind.LONG, 37), ("cluster_rank", Kind.COUNT, 16), ("qualifier", Kind.TEXT, 10),
            ("share_qualifier", Kind.TEXT, 15), ("cumulative_qualifier", Kind.TEXT, 15), *self._printed_column,
        )  # fmt: skip
        columns[3] = replace(columns[3], heading=measure_heading(ranking.measure, wording))
        sheet = self.new_sheet("ranking", columns)
        top = sheet.row
        place = sheet.table(Table("ranking", columns, [self._place_row(row) for row in ranking.frame.to_dicts()]))
        sheet.bars_in(place, 4, 1)
        unit_count = ranking.frame.filter(pl.col("unit_code").is_not_null()).height
        if unit_count > 1:
            title = ranking_title(ranking, wording.language)
            form = _FORMS.get(kind, "#,##0")
            sheet.charts([bars(self.book, title, place, 2, 3, unit_count, form=form, honour=True)], first_row=top)

    def _place_row(self, row: dict[str, object]) -> list[object]:
        code, rest = row["unit_code"], self.figures.ranking.rest_units
        if not code:  # the remainder has no rank, which differs from an unknown rank
            row = row | dict.fromkeys(("rank", "rank_before", "cluster_rank"), "")
        name = self.wording.placed_unit(str(code) if code else None, str(row["unit_name"]), rest)
        numbers = [row[name] for name in ("value", "share_pct", "cumulative_pct", "rank_before")]
        names, marked = self.wording.language.names, ("qualifier", "share_qualifier", "cumulative_qualifier")
        marks = (names.qualifier(str(row[name] or "")) for name in marked)
        cluster = names.word(str(row["cluster"] or ""))
        return [row["rank"], code, name, *numbers, cluster, row["cluster_rank"], *marks, *self._printed(row)]

    def _printed(self, row: dict[str, object]) -> tuple[str | None, ...]:
        return (word_of_row(row, self.wording.language),) if self._printed_column else ()
