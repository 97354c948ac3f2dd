"""Ambiguities lead to a question: similar codes, stored values, “1.234”, cells in a legacy font."""

import random
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import select

from data_access.database.schema import initiative, target, unit
from data_access.database.transactions import reading
from data_access.importing.alike_codes import folded, unify_with_stored
from data_access.importing.choices import Choices, Kind
from data_access.importing.files.legacy import _TCVN3
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.saving import save
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from model.reader import Reader, Role
from tests.data_access.importing.bad_texts import TITLE
from tests.data_access.importing.good_rows import TARGET_HEADINGS, as_xlsx, good_rows, with_cell
from tests.data_access.importing.stored import imported, scalars, written
from tests.data_access.importing.test_messy_files import HEAD, MESSY, benefits, params_of

BY = Reader("test", Role.ADMIN)
ROWS = good_rows()


def question_codes(understood: Understood) -> list[str]:
    return [remark.code for remark in understood.of(Severity.QUESTION)]


def typed(url: str, folder: Path, *lines: str, head: str = HEAD, **choices: object) -> Understood:
    file = folder / "typed.csv"
    file.write_text("\n".join([head, *lines]), encoding="utf-8")
    return understand(url, file, Choices("1tr", by=BY).changed(**choices))


def test_dashes_case_and_spaces_make_no_other_code():
    assert folded(pl.Series(["SK – 01", "sk-01", "Sk\u201101", "SK02"])).to_list() == ["sk-01"] * 3 + ["sk02"]


def test_possible_duplicate_codes_raise_one_question(prepared_url: str):
    file = MESSY / "y7_code0.csv"
    open_one = understand(prepared_url, file, Choices("1tr", by=BY))
    assert question_codes(open_one) == ["alike_codes"]
    assert params_of(open_one, "alike_codes")["pairs"] == ["00123 ≈ 123", "A 3 ≈ a 3"]

    same = understand(prepared_url, file, Choices("1tr", by=BY, alike="same"))
    assert same.may_be_saved
    assert same.rows.select("code", "title").rows() == [("00123", "Tên hai"), ("A 3", "Bốn")]
    other = understand(prepared_url, file, Choices("1tr", by=BY, alike="different"))
    assert other.may_be_saved
    assert other.rows["code"].to_list() == ["00123", "123", "A 3", "a 3"]


def test_a_stored_code_is_found_in_any_spelling(prepared_url: str, tmp_path: Path):
    save(prepared_url, typed(prepared_url, tmp_path, "SK-07,Tên,,Huế,20/04/2022,", "0042,Khác,,Huế,20/04/2022,"))

    again = typed(prepared_url, tmp_path, "sk – 07,Tên,,Huế,20/04/2022,")
    assert again.counts == (0, 0, 1)
    zeros = typed(prepared_url, tmp_path, "42,Khác,,Huế,20/04/2022,")
    assert question_codes(zeros) == ["alike_codes"]
    assert typed(prepared_url, tmp_path, "42,Khác,,Huế,20/04/2022,", alike="same").counts == (0, 0, 1)
    assert typed(prepared_url, tmp_path, "42,Khác,,Huế,20/04/2022,", alike="different").counts == (1, 0, 0)


@pytest.mark.parametrize(
    ("stored", "typed_again"),
    [
        ("ĐN-007", "đn – 007"),  # a database folds no case beyond ASCII
        ("sk\u201107", "SK-07"),
        ("K-1", "\u212a-1"),  # the sign of kelvin is written k in small letters
        ("10-0-A", "10 - 0 -a"),
        ("0", "0 "),
    ],
)
def test_what_a_database_compares_otherwise_is_found_too(prepared_url, tmp_path, stored: str, typed_again: str):
    others = [f"{stored}{end},Khác,,Huế,20/04/2022," for end in ("1", "x")]
    save(prepared_url, typed(prepared_url, tmp_path, f"{stored},Tên,,Huế,20/04/2022,", *others))
    assert typed(prepared_url, tmp_path, f"{typed_again},Tên,,Huế,20/04/2022,").counts == (0, 0, 1)


def test_many_codes_are_looked_up_as_they_would_be_read(prepared_url: str, tmp_path: Path, monkeypatch):
    draw = random.Random(1)

    def spelled() -> str:
        code = f"{draw.choice(('SK', 'sk', 'ĐN'))}{draw.choice(('-', ' – ', ''))}{draw.choice(('', '0', '00'))}"
        return f"{code}{draw.randrange(40)}"

    stored = [f"{code},Tên,,Huế,20/04/2022," for code in dict.fromkeys(spelled() for _ in range(60))]
    save(prepared_url, typed(prepared_url, tmp_path, *stored, alike="different"))
    monkeypatch.setattr("data_access.importing.comparing._AT_ONCE", 7)
    monkeypatch.setattr("data_access.importing.alike_codes._FEW", 0)
    renamed = 0
    for alike in ("same", "different") * 15:
        codes = list(dict.fromkeys(spelled() for _ in range(30)))
        rows = pl.DataFrame({"place": range(len(codes)), "code": codes})
        results = []
        for times in (0, 10**9):  # looked up, read
            monkeypatch.setattr("data_access.importing.alike_codes._TIMES", times)
            with reading(prepared_url) as connection:
                choices = Choices("1tr", by=BY, alike=alike)
                results.append(unify_with_stored(connection, 1, rows, choices, Remarks())["code"].to_list())
        assert results[0] == results[1]
        renamed += results[0] != codes
    assert renamed > 10


def test_a_stored_target_gives_way_only_after_a_yes(prepared_url: str, tmp_path: Path):
    file = MESSY / "y10_targets_overwrite.csv"
    first = written(tmp_path, [["Hải Phòng", 1, 11600], ["Thanh Hóa", 1, 13850]], headings=TARGET_HEADINGS)
    imported(prepared_url, first, kind=Kind.TARGETS)
    shown = understand(prepared_url, file, Choices("1tr", Kind.TARGETS, by=BY))
    assert question_codes(shown) == ["overwrites"]
    assert not shown.may_be_saved
    (haiphong, thanhhoa) = [one for one in shown.overwrites if one.field == "value"]
    assert (haiphong.subject, haiphong.phase, haiphong.new, thanhhoa.new) == ("Hải Phòng", 1, 99_999, 5)
    assert (haiphong.old, haiphong.source, thanhhoa.old) == (11_600, "rows.csv; test", 13_850)

    save(prepared_url, understand(prepared_url, file, Choices("1tr", Kind.TARGETS, by=BY, replace=True)))
    assert {5, 99_999} <= set(scalars(prepared_url, select(target.c.value)))


def test_the_same_target_without_a_source_keeps_the_source_it_has(prepared_url: str, tmp_path: Path):
    stored = scalars(prepared_url, select(target.c.source).order_by(target.c.id))
    value = scalars(prepared_url, select(target.c.value).where(target.c.phase == 1).order_by(target.c.id).limit(1))[0]
    unit_id = scalars(prepared_url, select(target.c.unit_id).where(target.c.phase == 1).order_by(target.c.id))[0]
    (code,) = scalars(prepared_url, select(unit.c.code).where(unit.c.id == unit_id))
    (kind,) = scalars(prepared_url, select(target.c.kind).where(target.c.phase == 1).order_by(target.c.id).limit(1))
    words = {"assigned": "giao", "registered": "đăng ký", "guided": "định hướng"}
    head = "Đơn vị,Giai đoạn,Chỉ tiêu,Loại chỉ tiêu"
    same = typed(prepared_url, tmp_path, f"{code},1,{value},{words[kind]}", head=head, kind=Kind.TARGETS)
    assert same.counts == (0, 0, 1)
    assert scalars(prepared_url, select(target.c.source).order_by(target.c.id)) == stored


def test_a_stored_record_gives_way_only_after_a_yes(prepared_url: str, tmp_path: Path):
    imported(prepared_url, written(tmp_path, ROWS))
    other = written(tmp_path, with_cell(ROWS, 3, TITLE, "Tên đã sửa"), "other.csv")
    shown = understand(prepared_url, other, Choices("1tr", by=BY))
    assert question_codes(shown) == ["overwrites"]
    (one,) = shown.overwrites
    assert (one.subject, one.old, one.new, one.source) == (ROWS[3][0], ROWS[3][TITLE], "Tên đã sửa", "rows.csv")
    save(prepared_url, understand(prepared_url, other, Choices("1tr", by=BY, replace=True)))
    assert "Tên đã sửa" in scalars(prepared_url, select(initiative.c.title))


def test_a_blank_that_is_filled_asks_nothing(prepared_url: str, tmp_path: Path):
    save(prepared_url, typed(prepared_url, tmp_path, "A-1,Tên một,,Huế,20/04/2022,"))
    filled = typed(prepared_url, tmp_path, "A-1,Tên một,An,Huế,20/04/2022,5000000")
    assert filled.counts == (0, 1, 0)
    assert filled.may_be_saved


@pytest.mark.parametrize(
    ("others", "meaning"),
    [
        ((), None),
        (("2.345",), None),
        (("500",), None),
        (("1.234.567",), 1234),
        (('"12,5"',), 1234),
        (("15.000.000đ",), 1234),
    ],
)
def test_1_234_raises_a_question_where_nothing_settles_it(
    prepared_url: str, tmp_path: Path, others: tuple[str, ...], meaning: int | None
):
    lines = [f"A-{number},Tên {number},,Huế,20/04/2022,{text}" for number, text in enumerate(("1.234", *others))]
    preview = typed(prepared_url, tmp_path, *lines)
    assert ("dots_in_doubt" in question_codes(preview)) == (meaning is None)
    if meaning:
        assert benefits(preview)[0] == meaning


def test_1_234_means_what_staff_say(prepared_url: str, tmp_path: Path):
    head, line = HEAD.replace("(đồng)", "(triệu đồng)"), "A-1,Tên,,Huế,20/04/2022,1.234"
    for dots, value in (("thousands", 1_234_000_000), ("decimal", 1_234_000)):
        assert benefits(typed(prepared_url, tmp_path, line, head=head, dots=dots)) == [value]


def test_cells_of_an_old_font_are_converted_under_headings_in_unicode(prepared_url: str, tmp_path: Path):
    back = {letter: chr(byte) for byte, letter in _TCVN3.items()}
    rows = [
        [*row[:1], *(c.translate(str.maketrans(back)) if isinstance(c, str) else c for c in row[1:])] for row in ROWS
    ]
    rows[0] = ROWS[0]  # one row was typed in Unicode
    file = tmp_path / "old.xlsx"
    file.write_bytes(as_xlsx(rows))
    assert question_codes(understand(prepared_url, file, Choices("1tr", by=BY))) == ["legacy_encoding"]
    read = understand(prepared_url, file, Choices("1tr", by=BY, encoding="tcvn3"))
    assert read.may_be_saved
    assert read.rows["title"].to_list() == [row[TITLE] for row in ROWS]
    assert read.rows["author"].to_list() == [row[2] for row in ROWS]
