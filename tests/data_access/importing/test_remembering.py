"""A sender's answers apply to the next file, are shown, and can be taken back."""

from pathlib import Path

from data_access.database.transactions import reading
from data_access.importing.choices import Choices
from data_access.importing.remarks import Severity
from data_access.importing.remembering import fetch_remembered, forget
from data_access.importing.saving import save
from data_access.importing.understanding import understand
from importer.answers_file import read_answers, with_answers, written_answers
from model.reader import Reader, Role
from tests.data_access.importing.test_asked_first import BY, typed
from tests.data_access.importing.test_messy_files import HEAD, MESSY

HEADINGS = f"{HEAD.replace('Ngày cập nhật', 'Hôm gửi lên')},Trạng thái"


def test_answers_are_used_again_for_the_same_sender_until_they_are_taken_back(prepared_url: str, tmp_path: Path):
    answers = {"heading_names": {"Hôm gửi lên": "uploaded_at"}, "words": {"status:Phê chuẩn": "valid"}}
    answers |= {"blanks": ("chưa biết",), "unit_names": {"Xứ Huế": "LD-46"}}
    line = "A-{0},Tên {0},An,Xứ Huế,20/04/2022,chưa biết,Phê chuẩn"
    save(prepared_url, typed(prepared_url, tmp_path, line.format(1), head=HEADINGS, **answers))

    assert typed(prepared_url, tmp_path, line.format(2), head=HEADINGS).may_be_saved
    other = typed(prepared_url, tmp_path, line.format(2), head=HEADINGS, by=Reader("other", Role.ADMIN))
    assert other.of(Severity.REFUSED)

    with reading(prepared_url) as connection:
        remembered = fetch_remembered(connection, BY)
    assert {one.what for one in remembered} == {"heading", "word", "blank", "unit"}
    for one in remembered:
        forget(prepared_url, BY, one)
    with reading(prepared_url) as connection:
        assert fetch_remembered(connection, BY) == []
    assert typed(prepared_url, tmp_path, line.format(2), head=HEADINGS).of(Severity.REFUSED)


def test_the_place_of_the_union_is_remembered(prepared_url: str):
    file = MESSY / "x05_ten_trang_la_don_vi.xlsx"
    save(prepared_url, understand(prepared_url, file, Choices("1tr", by=BY, union_from="sheet")))
    again = understand(prepared_url, MESSY / "x27_don_vi_la_dong_nhom.xlsx", Choices("1tr", by=BY, union_from="group"))
    assert again.choices.union_from == "group"
    assert understand(prepared_url, file, Choices("1tr", by=BY)).may_be_saved


def test_a_preview_writes_the_questions_and_takes_the_answers(prepared_url: str, tmp_path: Path):
    head = f"{HEAD},Trạng thái,Lĩnh vực"
    line = "A-1,Tên 1,An,Hà Mội,20/04/2022,~3tr,Phê chuẩn,May mặc"
    preview = typed(prepared_url, tmp_path, line, head=head)
    file = tmp_path / "answers.toml"
    text = written_answers([preview])
    assert '"status:Phê chuẩn" = ""  # review | valid | invalid' in text
    file.write_text(
        text.replace('"Hà Mội" = ""', '"Hà Mội" = "LD-01"')
        .replace('"status:Phê chuẩn" = ""', '"status:Phê chuẩn" = "valid"')
        .replace('"May mặc" = ""', '"May mặc" = "sxkd"'),
        encoding="utf-8",
    )
    choices = with_answers(preview.choices, read_answers(file))
    settled = understand(prepared_url, tmp_path / "typed.csv", choices)
    assert settled.may_be_saved
    assert settled.rows["benefit_vnd"].to_list() == [3_000_000]
