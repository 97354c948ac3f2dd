"""Rows of files are the worded rows of `answer`: the same numbers in the same order."""

import csv
import io
from dataclasses import replace

import pytest

from data_access.cli.answer import SUBJECTS, answer
from data_access.cli.answer_table import ORIGIN
from data_access.rules.grading_scheme import fetch_scheme
from data_access.store.records import Records
from language.languages import LANGUAGES, Language
from presentation.overview_facts import is_listed
from presentation.rows import reword_rows
from presentation.rows.outcomes import reword_grading
from presentation.rows.scope import RowScope
from tests.presentation.test_views import figures_of

SCOPES = (
    "as_of=2022-04-20T08:00&phase=1",
    "basis=published&as_of=2022-04-20T08:00",
    "basis=published",
    "region=dbsh&phase=1",
    "unit=LD-38&phase=1",
)
# Numbers that a file writes otherwise than scripts read them: a moment as a cell of its own.
_WORDED = {"published": ("as_of",), "value": ("count",), "readiness": ("day",)}


@pytest.mark.parametrize("query", SCOPES)
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_rows_of_files_have_the_numbers_of_answer(records: Records, subject: str, language: Language, query: str):
    figures, wording = figures_of(records, query, language.code)
    answered = csv.DictReader(io.StringIO(answer(records, subject, query)))
    printed = [row for row in answered if subject != "overview" or is_listed(row["metric"], row["value"] or None)]

    table = reword_rows(subject, records, figures, wording)

    assert len(table.rows) == len(printed)
    for name in {*table.columns} & {*(printed[0] if printed else ())} - {*_WORDED.get(subject, ())}:
        numbers = [(row[table.columns.index(name)], one[name]) for row, one in zip(table.rows, printed, strict=True)]
        for value, one in numbers:
            if isinstance(value, int | float) and not isinstance(value, bool):
                assert float(one) == pytest.approx(value, abs=0.00501)


@pytest.mark.parametrize("subject", ["ranking", "map"])
@pytest.mark.parametrize(
    ("measure", "language", "heading"),
    [
        ("uploads", "vi", "Số sáng kiến cập nhật"),
        ("reached", "vi", "% chỉ tiêu"),
        ("benefit", "en", "Benefit value (VND)"),
    ],
)
def test_values_of_one_measure_are_headed_by_it(records: Records, subject: str, measure, language: str, heading: str):
    figures, wording = figures_of(records, f"phase=1&measure={measure}", language)

    assert reword_rows(subject, records, figures, wording).heading("value", wording) == heading


def test_values_of_many_measures_are_headed_as_values(records: Records):
    figures, wording = figures_of(records, "phase=1", "vi")

    assert reword_rows("overview", records, figures, wording).heading("value", wording) == "Giá trị"


def test_two_figures_of_one_metric_have_each_its_own_quotation(records: Records):
    """Rows used to be looked up by metric code, so a second figure of a metric got the quotation of the first."""
    rows = reword_rows("overview", records, *figures_of(records, "basis=published")).rows
    values = {row[2]: row[5] for row in rows if row[0] == "Ngưỡng giá trị làm lợi được nêu"}

    assert len(values) > 1
    assert all(f"trên {value} tỷ" in str(source) for value, source in values.items())


def test_a_class_is_called_as_the_scheme_that_graded_it_has_it(records: Records):
    figures, wording = figures_of(records, "as_of=2022-04-20T08:00")
    scheme = fetch_scheme(records, "1tr")
    first = scheme.classes[0]
    kept = replace(scheme, classes=(replace(first, name_vi="Hạng cũ"), *scheme.classes[1:]))
    row = {**dict.fromkeys(("period", "cluster", "class_before", "next_code")), "class_code": first.code}

    worded = reword_grading(RowScope(records, figures, wording))(
        row | {"unit_code": "LD-38", "unit_name": "x", "points": 0.0, "to_next": None, ORIGIN: kept}
    )

    assert worded["class_code"] == "Hạng cũ"
