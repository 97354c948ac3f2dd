"""The commands `import`, `undo`, `queue` and `batches`: their output and exit codes."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from data_access.database.schema import initiative
from importer.commands import main
from language.pages.importing import ENGLISH, VIETNAMESE
from tests.data_access.importing.bad_texts import PLACE, TARGETS, TITLE, utf8
from tests.data_access.importing.good_rows import HEADINGS, TARGET_HEADINGS, as_csv, good_rows, with_cell, with_column
from tests.data_access.importing.old_letters import vni
from tests.data_access.importing.stored import scalars, written
from tests.serving import PROJECT
from tests.test_conventions import blanks, texts

ROWS = good_rows()
COUNT = select(func.count()).select_from(initiative)


def run(*arguments: str | Path) -> int:
    return main([*map(str, arguments)])


def imported(file: Path, *options: str) -> int:
    return run("import", file, "--programme", "1tr", *options)


def test_a_good_file_is_saved_listed_and_undone(app_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert imported(written(tmp_path, ROWS)) == 0
    assert "20 dòng hợp lệ" in capsys.readouterr().out
    assert scalars(app_url, COUNT) == [20]

    assert run("batches", "--lang", "en") == 0
    assert "rows.csv · 20 rows" in capsys.readouterr().out
    assert run("undo", "1") == 0
    assert scalars(app_url, COUNT) == [0]
    assert run("undo", "1") == 2
    assert "đã được hoàn tác" in capsys.readouterr().err


def test_a_dry_run_saves_nothing(app_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert imported(written(tmp_path, ROWS), "--dry-run") == 0
    assert "sẽ lưu 20 dòng mới" in capsys.readouterr().out
    assert scalars(app_url, COUNT) == [0]


def test_a_question_is_printed_with_the_option_that_answers_it(
    app_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "old.csv"
    file.write_bytes(vni(as_csv(ROWS)))

    assert imported(file) == 2
    assert "--encoding vni" in capsys.readouterr().out
    assert scalars(app_url, COUNT) == [0]
    assert imported(file, "--encoding", "vni") == 0
    assert scalars(app_url, COUNT) == [20]


def test_one_refused_file_of_several_saves_none(app_url: str, tmp_path: Path):
    good, bad = written(tmp_path, ROWS[:5], "good.csv"), written(tmp_path, with_cell(ROWS, 9, PLACE, "?"), "bad.csv")

    assert run("import", good, bad, "--programme", "1tr") == 2
    assert scalars(app_url, COUNT) == [0]
    assert run("import", good, bad, "--programme", "1tr", "--unit", "?=LD-40") == 0
    assert scalars(app_url, COUNT) == [20]


def test_wrong_rows_are_listed_in_a_file_that_can_be_corrected_and_imported(
    app_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = written(tmp_path, with_cell(with_cell(ROWS, 9, PLACE, "Hà Mội"), 3, TITLE, "=1+1"))

    assert imported(file, "--save-good-rows") == 0

    listed, output = tmp_path / "rows.loi.csv", capsys.readouterr().out
    assert str(listed) in output
    assert "không phải thành viên của chương trình" in output and "programme export 1tr" in output
    lines = list(csv.reader(io.StringIO(listed.read_text(encoding="utf-8-sig"))))
    assert lines[0] == ["Dòng", "Lý do", *HEADINGS]
    assert lines[1][0] == "11"
    assert "gợi ý: Hà Nội" in lines[1][1]
    listed.write_text(listed.read_text(encoding="utf-8-sig").replace("Hà Mội,", "Hà Nội,"), encoding="utf-8")
    assert imported(listed) == 0
    assert scalars(app_url, COUNT) == [20]


def test_ten_thousand_wrong_rows_are_a_hundred_lines_and_a_file(
    app_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert imported(written(tmp_path, with_column(good_rows(2_000), PLACE, ["Không rõ"]))) == 2

    output = capsys.readouterr().out
    assert "100 lỗi đầu trong tổng số 2.000" in output
    assert len(output.splitlines()) < 130
    assert len((tmp_path / "rows.loi.csv").read_text(encoding="utf-8").splitlines()) == 2_001


def test_held_rows_are_listed_and_decided(app_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    imported(written(tmp_path, ROWS))
    capsys.readouterr()
    assert run("queue", "--lang", "en") == 0
    assert "1. Outside the programme: SK-2025-00001 – uploaded" in capsys.readouterr().out

    assert run("queue", "--keep", "1", "2") == 0
    assert run("queue", "--remove", "3") == 0
    assert scalars(app_url, COUNT) == [19]
    assert run("queue", "--keep", "1") == 2


def test_targets_are_a_kind_of_their_own_and_give_way_only_after_a_yes(
    app_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "targets.csv"
    file.write_bytes(utf8(TARGETS, headings=TARGET_HEADINGS))

    assert imported(file, "--kind", "targets") == 2
    assert "52.000" in capsys.readouterr().out
    assert imported(file, "--kind", "targets", "--replace") == 0
    assert imported(file, "--kind", "initiatives") == 2


@pytest.mark.parametrize(
    "arguments",
    [["import"], ["import", "x.csv"], ["undo", "x"], ["import", "x.csv", "--programme", "1tr", "--unit", "nonsense"]],
)
def test_wrong_usage_ends_with_three(arguments: list[str]):
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 3


def test_an_unknown_programme_or_file_is_refused(app_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run("import", written(tmp_path, ROWS), "--programme", "nowhere") == 2
    assert "1tr" in capsys.readouterr().out
    assert imported(tmp_path / "missing.csv") == 2


def test_the_data_layer_hands_over_and_passes_on_the_exit_code(app_url: str, tmp_path: Path):
    command = [sys.executable, "-m", "data_access", "import", str(written(tmp_path, ROWS)), "--programme", "1tr"]
    ended = subprocess.run(command, cwd=PROJECT, env=os.environ, capture_output=True, text=True, check=False)

    assert (ended.returncode, scalars(app_url, COUNT)) == (0, [20])
    assert "Đã lưu lượt nhập số 1" in ended.stdout


def test_without_a_database_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'nothing.db'}")

    assert imported(written(tmp_path, ROWS)) == 2
    assert "python -m data_access init" in capsys.readouterr().err
    assert not (tmp_path / "nothing.db").exists()


def test_both_languages_say_the_same():
    pairs = list(texts(VIETNAMESE, ENGLISH))

    assert len(pairs) > 150
    assert not [path for path, one, other in pairs if blanks(one) != blanks(other)]
