"""Closing and manual corrections, by the forms of the page and by command."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from data_access.cli.commands import main
from data_access.database.schema import grading_closed, grading_correction
from data_access.reference.seed import prepare
from tests.data_access.drawn_programme import records_over
from tests.data_access.importing.stored import scalars
from tests.pages.running import open_page, words

PAGE = "pages/grading.py"
ROWS = """
unit  | uploaded_at      | count | position | status | settled_at
LD-38 | 2022-01-20 08:00 | 10    | worker   | valid  | 2022-01-25 08:00
LD-38 | 2022-02-01 00:00 | 30    | worker   | valid  | 2022-02-10 08:00
LD-40 | 2022-03-11 08:00 | 1     | officer  |        |
"""
TARGETS = """
unit  | phase | value
LD-38 | 0     | 900
LD-40 | 0     | 100
"""


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    address = f"sqlite:///{tmp_path / 'graded.db'}"
    prepare(address, say=lambda *_: None)
    with closing(records_over(address, ROWS, TARGETS)):
        monkeypatch.setenv("DATABASE_URL", address)
        yield address


def correct(page: AppTest, points: float, reason: str) -> AppTest:
    next(one for one in page.number_input if one.label == "Điểm cộng hoặc trừ").set_value(points)
    next(one for one in page.text_input if one.label == "Lý do").set_value(reason)
    return next(one for one in page.button if one.label == "Lưu điều chỉnh").click().run()


def test_a_period_is_closed_once_somebody_is_sure(url: str):
    page = open_page(PAGE, period="2022-02")
    assert page.button(key="grading_close").disabled
    assert page.checkbox(key="grading_sure").label.endswith("tháng 2/2022")  # in the middle of a sentence
    page.checkbox(key="grading_sure").check().run()
    page.button(key="grading_close").click().run()

    assert not page.exception and "Đã chốt lúc" in words(page)
    assert scalars(url, select(grading_closed.c.period)) == ["2022-02"]
    assert "grading_close" not in [button.key for button in page.button]


def test_points_by_hand_need_a_reason_and_then_stand_on_the_page(url: str):
    page = correct(open_page(PAGE, period="2022-02", unit="LD-38"), 2.5, " ")
    assert any("lý do" in error.value for error in page.error)

    page = correct(page, 2.5, "Kiến nghị được chấp nhận")
    assert not page.exception and "Kiến nghị được chấp nhận" in words(page)
    assert scalars(url, select(grading_correction.c.points)) == [2.5]


def test_the_way_through_the_periods_is_drawn_for_one_unit_and_for_all(url: str):
    assert "Điểm qua các kỳ" in words(open_page(PAGE, period="2022-02", unit="LD-38"))
    assert "Số đơn vị Xuất sắc qua các kỳ" in words(open_page(PAGE, period="2022-02"))
    assert "qua các kỳ" not in words(open_page(PAGE, period="2022-01"))


def test_the_commands_do_the_same_and_say_why_not(url: str, capsys: pytest.CaptureFixture[str]):
    february = ["--period", "2022-02", "--programme", "1tr"]
    assert main(["grading", "correct", *february, "LD-38", "--", "-1.5", "Nộp trùng"]) == 0
    assert main(["grading", "close", *february]) == 0
    assert scalars(url, select(grading_correction.c.points)) == [-1.5]

    assert main(["grading", "close", *february]) == 2
    assert main(["grading", "close", "--period", "2022-03"]) == 2
    assert main(["grading", "correct", *february, "LD-38", "0", "Vì"]) == 2
    assert main(["grading", "correct", *february, "XX", "1", "Vì"]) == 2
    errors = capsys.readouterr().err
    assert "closed already" in errors and "not ended" in errors and "reason" in errors and "'XX'" in errors


def test_who_closes_second_learns_that_it_is_closed(url: str):
    first, second = open_page(PAGE, period="2022-02"), open_page(PAGE, period="2022-02")
    for page in (first, second):
        page.checkbox(key="grading_sure").check().run()
    first.button(key="grading_close").click().run()
    second.button(key="grading_close").click().run()

    assert not second.exception and len(scalars(url, select(grading_closed.c.period))) == 1
    assert "Đã chốt lúc" in words(second)
    assert "grading_close" not in [button.key for button in second.button]
