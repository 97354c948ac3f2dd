"""The rows behind a page with codes replaced by words, for CSV files. Numbers stay numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from data_access.cli.answer import SUBJECTS
from data_access.cli.answer_analyses import answer_compare
from data_access.store.records import Records
from model.compare import compared_sides
from model.edges import Row
from presentation.figures import Figures
from presentation.in_units import column_heading, measure_heading
from presentation.overview_facts import is_listed
from presentation.rows.analyses import reword_compare, reword_map, reword_trend, reword_unit
from presentation.rows.outcomes import (
    readiness_state,
    reword_examples,
    reword_grading,
    reword_people,
    reword_recognition,
    reword_value,
)
from presentation.rows.scope import Reword, RowScope
from presentation.rows.standing import reword_overview, reword_published, reword_ranking, reword_sectors, reword_targets
from presentation.wording import Wording

_TELLERS: Final[Mapping[str, Callable[[RowScope], Reword]]] = {
    "overview": reword_overview,
    "targets": reword_targets,
    "ranking": reword_ranking,
    "sectors": reword_sectors,
    "published": reword_published,
    "trend": reword_trend,
    "map": reword_map,
    "unit": reword_unit,
    "compare": reword_compare,
    "recognition": reword_recognition,
    "grading": reword_grading,
    "readiness": readiness_state,
    "examples": reword_examples,
    "value": reword_value,
    "people": reword_people,
}
# Pages whose files have other columns than `answer`.
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "overview": ("metric", "qualifier", "value", "unit", "as_of", "source"),
    "sectors": ("sector_name", "uploads", "share_pct"),
    "recognition": ("kind", "item", "value", "share_pct"),
    "grading": (
        *("period", "unit_code", "unit_name", "cluster", "class_code", "points"),
        *("class_before", "points_before", "change", "needs"),
    ),
    "readiness": (
        *("kind", "item", "unit_name", "state", "amount", "day", "source", "note"),
        *("yes", "no", "unknown", "yes_pct", "having_pct", "lacking_pct"),
    ),
    "examples": (
        *("code", "title", "unit_name", "sector_name", "benefit_vnd", "day", "reason", "story", "contact", "author"),
        *("pictures", "adopted", "adopted_by", "is_public"),
    ),
    "value": ("kind", "item", "count", "benefit_vnd", "share_pct"),
    "people": ("kind", "item", "value", "of"),
}


# Words and estimates that stand last; codes that readers are told in words; columns for which there may be nothing.
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "targets": ("qualifier", "target_qualifier", "reached_qualifier", "potential", "potential_low", "potential_high"),
    "ranking": ("qualifier", "share_qualifier"),
    "sectors": ("qualifier", "share_qualifier"),
}
_CODES: Final = ("potential_why",)
_PLACES: Final = ("place_code", "unit_code")
_OF_ONE_MEASURE: Final = ("ranking", "map")
_KINDS: Final = ("registered", "assigned", "guided", "over_guided", "place_code")  # which not every programme has
_SOMETIMES: Final = ("at_most", *_KINDS, *{name for names in _WORDS.values() for name in names})


@dataclass(frozen=True)
class RowTable:
    """Columns, named as in ExportTexts.columns, and rows in order. None is “chưa có số liệu”.

    `measured`: what the column “value” holds, where all of it is one measure.
    """

    columns: tuple[str, ...]
    rows: list[list[object]]
    measured: str = ""

    def heading(self, column: str, wording: Wording) -> str:
        """The heading of a column in words."""
        return self.measured if column == "value" and self.measured else column_heading(column, wording)


def reword_rows(
    subject: str, records: Records, figures: Figures, wording: Wording, switches: Mapping[str, str] | None = None
) -> RowTable:
    """The rows of `answer` with codes replaced by words; `switches` as in Occasion. Raises what data_access raises."""
    compared = compared_sides((switches or {}).get("compare", ""))
    answered = (
        answer_compare(records, figures.filters, compared)
        if subject == "compare"
        else SUBJECTS[subject](records, figures.filters)
    )
    reword = _TELLERS[subject](RowScope(records, figures, wording, compared))
    names = tuple(name for name in answered.columns if name not in (*_WORDS.get(subject, ()), *_CODES))
    # What a programme is graded by is its own: one value and one number of points a criterion.
    criteria = tuple(name for name in names if name.startswith(("value_", "points_")) and subject == "grading")
    columns = (*_COLUMNS.get(subject, names), *(name for name in criteria if name not in _COLUMNS[subject]))
    full = (row for row in answered.full if subject != "overview" or is_listed(row["metric"], row["value"]))
    rows: list[Row] = [_with_places(reword(row), wording) for row in full]
    columns = (*columns, *(name for name in _WORDS.get(subject, ()) if name not in columns))
    empty = {name for name in _SOMETIMES if all(row.get(name) in (None, "") for row in rows)}
    columns = tuple(name for name in columns if name not in empty or name in _COLUMNS.get(subject, ()))
    measured = measure_heading(figures.filters.measure, wording) if subject in _OF_ONE_MEASURE else ""
    return RowTable(columns, [[row[name] for name in columns] for row in rows], measured)


def _with_places(row: Row, wording: Wording) -> Row:
    """The row with codes of provinces in words, `63:38` as “38 (63 tỉnh)”: a spreadsheet reads the code as a time."""
    codes = {name: code for name in _PLACES if ":" in (code := str(row.get(name) or ""))}
    parts = {name: code.split(":") for name, code in codes.items()}
    return {
        **row,
        **{name: wording.texts.rows["place"].format(code=code, count=of) for name, (of, code) in parts.items()},
    }
