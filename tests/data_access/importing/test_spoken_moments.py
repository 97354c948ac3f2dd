"""Moments in words, and files that have to be saved anew first."""

import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from data_access.importing.dates import read_date
from data_access.importing.files.container import inspect
from data_access.importing.files.refusal import Refused
from data_access.importing.remarks import Severity
from tests.data_access.importing.test_asked_first import typed


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("20/4/2022 8:00 SA", 8, 0),
        ("20/04/2022 2:30 CH", 14, 30),
        ("20/04/2022 12:30:00 SA", 0, 30),
        ("20/04/2022 12:30 CH", 12, 30),
        ("8:00 SA 20/4/2022", 8, 0),
        ("8g00 ngày 20/4/2022", 8, 0),
        ("14h30, ngày 20 tháng 4 năm 2022", 14, 30),
        ("lúc 9 giờ 05 phút ngày 20/4/2022", 9, 5),
    ],
)
def test_a_clock_is_understood_as_it_is_spoken(text: str, hour: int, minute: int):
    assert read_date(text).moment == datetime(2022, 4, 20, hour, minute)


@pytest.mark.parametrize(
    ("text", "month", "hour"),
    [
        ("thứ tư, 20/04/2022", 4, 0),
        ("20/04/2022 (thứ 4)", 4, 0),
        ("Chủ nhật ngày 20 tháng 11 năm 2022", 11, 0),
        ("Wed, 20 Apr 2022 08:00:00", 4, 8),
        ("April 20th, 2022", 4, 0),
        ("20/IV/2022", 4, 0),
        ("20-thg 4-2022", 4, 0),
        ("20 tháng tư 2022", 4, 0),
        ("ngày 20 tháng năm năm 2022", 5, 0),
        ("20 tháng mười hai năm 2022", 12, 0),
        ("20/04/2022, 14 giờ", 4, 14),
    ],
)
def test_days_and_months_are_understood_as_words(text: str, month: int, hour: int):
    assert read_date(text).moment == datetime(2022, month, 20, hour)


@pytest.mark.parametrize("text", ["20-Apr-22", "20 April 22", "20/4/22"])
def test_two_digits_are_no_year(text: str):
    assert read_date(text).problem == "two_digit_year"


@pytest.mark.parametrize(
    "text",
    ["25:00 SA 20/4/2022", "8:00 SA", "8g00 ngày mai", "thứ tư", "20 tháng năm 2022", "20/XIV/2022", "31/II/2022"],
)
def test_what_is_no_moment_stays_an_error(text: str):
    assert read_date(text).moment is None


def test_files_that_must_be_saved_anew_say_how(prepared_url: str, tmp_path: Path):
    lost = typed(prepared_url, tmp_path, "A-1,C?i ti?n máy c?t,An,Huế,20/04/2022,5")
    assert [one.code for one in lost.of(Severity.REFUSED)] == ["lost_accents"]
    preview = typed(
        prepared_url,
        tmp_path,
        *(f"A-{n},Tên {n},An,Huế,20/04/2022,5" for n in range(9)),
        "B-1,Ai?Tôi,An,Huế,20/04/2022,5",
    )
    assert preview.may_be_saved


def test_word_and_excel_2003_are_named(tmp_path: Path):
    word = tmp_path / "a.docx"
    with zipfile.ZipFile(word, "w") as parts:
        parts.writestr("[Content_Types].xml", "<x/>")
        parts.writestr("word/document.xml", "<w/>")
    old = tmp_path / "b.xls"
    old.write_text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')
    for file, code in ((word, "word_file"), (old, "excel_2003_xml")):
        with pytest.raises(Refused) as refused:
            inspect(file)
        assert refused.value.code == code
