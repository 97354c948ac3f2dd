"""The line that says what a file is about, and what a cell of the waffle stands for."""

from data_access.store.records import Records
from language.languages import ENGLISH, VIETNAMESE
from model.filters import Filters
from presentation.filter_line import scope_line
from presentation.overview import one_cell
from presentation.wording import Wording


def test_a_line_that_begins_with_a_label_needs_none_before_it(records: Records):
    wording, english = (Wording(language, records.catalogue) for language in (VIETNAMESE, ENGLISH))

    assert scope_line(Filters(units=("LD-38",)), wording) == "Đơn vị: Thanh Hóa"
    assert scope_line(Filters(units=("LD-38",)), english).count(":") == 1
    assert scope_line(Filters(phase=1), wording) == "Phạm vi: Giai đoạn 1"
    assert scope_line(Filters(phase=1, units=("LD-38",)), wording) == "Phạm vi: Giai đoạn 1 · Đơn vị: Thanh Hóa"
    assert scope_line(Filters(), wording).startswith("Phạm vi: cả nước")


def test_a_cell_stands_for_whole_initiatives_or_says_about(records: Records):
    wording, english = (Wording(language, records.catalogue) for language in (VIETNAMESE, ENGLISH))

    assert [one_cell(target, wording) for target in (1_000_000, 26_065, 850, 500)] == [
        "10.000",
        "khoảng 261",
        "8,50",
        "5",
    ]
    assert one_cell(26_065, english) == "about 261"
