"""Who has reported nothing has no number in files, as on pages; the status says why, and `answer` keeps the 0."""

import csv
import io
from collections.abc import Callable

import openpyxl
import pytest

from data_access.store.records import Records
from exports.csv.files import write_csv
from exports.xlsx import write_workbook
from language.languages import LANGUAGES
from model.filters import Filters
from presentation.figures import gather_worded
from presentation.in_units import column_heading
from presentation.standing import without_silent_counts
from presentation.targets import view_targets
from presentation.wording import Wording
from tests.exports.small_programme import QUERY
from tests.exports.test_workbook import table

COUNTED = ("uploads", "reached_pct", "gap", "pace", "needed")
Make = Callable[..., bytes]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_and_a_csv_have_no_number_of_a_silent_unit(made: Make, records: Records, language: str):
    wording = Wording(LANGUAGES[language], records.catalogue)
    columns, status = wording.texts.columns, wording.language.names.target_status("not_reported")
    book = openpyxl.load_workbook(io.BytesIO(made(write_workbook, QUERY, language)))
    sheet = table(book[wording.texts.titles["targets"]], columns["unit_code"])
    lines = made(write_csv, QUERY, language, subject="targets").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(lines, newline="")))
    for file, empty in ((sheet, wording.language.facts.unknown), (rows, "")):
        silent = [row for row in file if row[columns["status"]] == status]
        codes = {row[columns["unit_code"]] for row in silent}
        assert "LD-45" in codes and "LD-38" not in codes
        for name in COUNTED:
            assert {row[column_heading(name, wording)] for row in silent} == {empty}, name
        (one,) = [row for row in silent if row[columns["unit_code"]] == "LD-45"]
        assert str(one[columns["registered"]]) == "300"


def test_the_rule_is_that_of_the_list_on_pages(records: Records):
    figures, wording = gather_worded(records, Filters(phase=1), LANGUAGES["vi"])
    frame = without_silent_counts(figures.targets)
    empty = {row["unit_code"] for row in frame.to_dicts() if row["uploads"] is None}
    assert empty == {line.code for line in view_targets(figures, wording).lines if line.uploads == "–"}


def test_scripts_read_the_sum_of_no_rows(answers: Callable[..., list[dict[str, str]]]):
    (row,) = [row for row in answers("targets") if row["unit_code"] == "LD-45"]
    assert (row["uploads"], row["gap"], row["reached_pct"]) == ("0", "-300", "")
