"""A file of examples is saved whole, or refused with sheet, row and column of every reason."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import select

from data_access.database.connections import open_engine
from data_access.database.errors import NotSaved
from data_access.database.schema import exemplar, initiative
from data_access.importing.undoing import undo
from data_access.programmes.examples_book import examples_book
from data_access.programmes.examples_saving import load_examples
from data_access.programmes.saving import load_from_memory
from data_access.programmes.sheets import EXAMPLES
from data_access.queries.examples import fetch_examples
from data_access.staff.examples import save_example
from data_access.store.records import Records
from importer.examples import change_lines
from importer.programmes import finding_line
from language.languages import VIETNAMESE
from model.clock import this_moment
from model.examples import Story
from model.filters import Filters
from model.reader import LOCAL, Reader, Role

ROWS = """
unit  | uploaded_at      | author
LD-38 | 2022-02-01 09:00 | Bà An
LD-40 | 2022-02-03 09:00 | Ông Ba
"""
LEAD_40 = Reader("lead40@x.vn", Role.LEAD, ("LD-40",))


@pytest.fixture
def codes(records: Records) -> list[str]:
    own = initiative.c
    return records.ask_now(lambda connection: list(connection.scalars(select(own.code).order_by(own.uploaded_at))))


def book(folder: Path, *rows: tuple[str, ...]) -> Path:
    file = folder / "dien-hinh.xlsx"
    with xlsxwriter.Workbook(file) as made:
        page = made.add_worksheet(EXAMPLES.vi)
        for line, row in enumerate(([field.vi for field in EXAMPLES.fields], *rows)):
            page.write_row(line, 0, row)
    return file


def test_a_file_is_shown_saved_whole_and_the_same_once_more(prepared_url, records, codes, tmp_path):
    rows = [(code, "Dễ làm", "Làm thế này", "Phòng kỹ thuật", "01/03/2022", "Có", "Có") for code in codes]
    file = book(tmp_path, *rows)

    preview = load_examples(prepared_url, file, "1tr", LOCAL, dry_run=True)
    records.catch_up()
    assert not preview.findings and fetch_examples(records, Filters()).shown == ()
    assert f"{codes[0]} – Công khai: Không → Có" in change_lines(preview, VIETNAMESE)
    assert load_examples(prepared_url, file, "1tr", LOCAL).changes == {"example": (2, 0, 0)}
    records.catch_up()
    shown = fetch_examples(records, Filters()).shown
    assert {one.author for one in shown} == {"Bà An", "Ông Ba"} and all(one.token for one in shown)
    assert load_examples(prepared_url, file, "1tr", LOCAL).is_same
    again = book(tmp_path, (*rows[0][:5], "Không", "Không"))
    assert load_examples(prepared_url, again, "1tr", LOCAL).changes == {"example": (0, 1, 0)}
    with open_engine(prepared_url).connect() as connection:
        text = connection.execute(select(exemplar.c.author, exemplar.c.is_public).where(exemplar.c.code == codes[0]))
        assert tuple(text.one()) == ("", False)


def test_a_file_is_taken_back_unless_somebody_wrote_since(prepared_url, records, codes, tmp_path):
    def current_texts() -> dict[str, tuple[str, bool]]:
        records.catch_up()
        return {one.code: (one.story, one.is_public) for one in fetch_examples(records, Filters()).shown}

    first = load_examples(
        prepared_url, book(tmp_path, (codes[0], "Dễ làm", "Thế này", "", "01/03/2022", "Có", "")), "1tr", LOCAL
    )
    rows = [(code, "Dễ làm", "Khác", "", "01/03/2022", "Không", "") for code in codes]
    second = load_examples(prepared_url, book(tmp_path, *rows), "1tr", LOCAL)
    with pytest.raises(NotSaved, match="later_edits"):
        undo(prepared_url, first.batch, LOCAL)
    assert current_texts() == dict.fromkeys(codes, ("Khác", False))
    assert (undone := undo(prepared_url, second.batch, LOCAL)).removed == undone.restored == 1
    assert current_texts() == {codes[0]: ("Thế này", True)}
    save_example(prepared_url, 1, codes[0], Story("Tay viết", "", date(2022, 3, 1)), LOCAL)
    with pytest.raises(NotSaved, match="examples_edited"):
        undo(prepared_url, first.batch, LOCAL)
    assert current_texts() == {codes[0]: ("Tay viết", False)}


def test_the_file_to_fill_in_changes_nothing_as_it_is(prepared_url, records, codes, tmp_path):
    load_examples(
        prepared_url, book(tmp_path, (codes[0], "=Dễ", "Thế này", "P. 1", "01/03/2022", "Có", "Có")), "1tr", LOCAL
    )
    records.catch_up()
    shown = fetch_examples(records, Filters()).shown
    assert load_from_memory(
        load_examples, prepared_url, examples_book(shown), "1tr", LOCAL, name="x.xlsx", dry_run=True
    ).is_same


def test_every_reason_names_sheet_row_and_column_and_nothing_is_saved(prepared_url, records, codes, tmp_path):
    ahead = f"{this_moment() + timedelta(days=3):%d/%m/%Y}"
    good = (codes[0], "Dễ làm", "", "", "01/03/2022", "", "")
    file = book(
        tmp_path, good, good, ("SK-?", "x", "", "", ahead, "có lẽ", ""), ("", "", "s" * 4001, "", "hôm nay", "", "")
    )

    findings = load_examples(prepared_url, file, "1tr", LOCAL).findings
    lines = [finding_line(one, VIETNAMESE) for one in findings]
    values = {(one.code, one.row, one.column) for one in findings}
    assert {
        ("example_twice", 3, "Mã sáng kiến"),
        ("unknown_initiative", 4, "Mã sáng kiến"),
        ("day_ahead", 4, "Giới thiệu từ ngày"),
        ("no_yes", 4, "Công khai"),
        ("missing_value", 5, "Mã sáng kiến"),
        ("missing_value", 5, "Vì sao được chọn"),
        ("text_far_too_long", 5, "Nội dung"),
        ("no_day", 5, "Giới thiệu từ ngày"),
    } == values
    assert all("Điển hình" in line and "dòng" in line.lower() for line in lines)
    records.catch_up()
    assert fetch_examples(records, Filters()).shown == ()


def test_an_account_of_some_units_shows_only_their_initiatives(prepared_url, codes, tmp_path):
    file = book(tmp_path, *((code, "Dễ làm", "", "", "01/03/2022", "", "") for code in codes))

    (finding,) = load_examples(prepared_url, file, "1tr", LEAD_40).findings
    assert (finding.code, finding.row) == ("outside_scope", 2)
