"""`python -m exports` writes whole files or none, and ends with an exit code that a scheduler understands."""

from pathlib import Path

import pytest

from data_access.cli.parser import REFUSED, USED_WRONGLY
from exports.__main__ import SAVED, main
from exports.kinds import KINDS
from tests.exports.small_programme import QUERY

BEGINNINGS = {
    "pdf": b"%PDF",
    "pptx": b"PK",
    "xlsx": b"PK",
    "docx": b"PK",
    "csv": b"\xef\xbb\xbf",
    "html": b"<!doctype html>",
    "zip": b"PK",
}


@pytest.fixture(autouse=True)
def _database(small_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", small_url)


@pytest.mark.parametrize("kind", ["report", "slides", "workbook", "text", "pack", "pictures", "csv"])
def test_a_file_of_every_kind(tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / f"a.{KINDS[kind].ending}"
    assert main([kind, QUERY, "--out", str(file)]) == SAVED
    assert file.read_bytes().startswith(BEGINNINGS[KINDS[kind].ending])
    assert capsys.readouterr().out.startswith(f"Đã lưu {file}")
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


def test_a_whole_address_can_be_pasted_and_chooses_the_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    address = f"https://sangkien.example/targets?{QUERY}&lang=en"
    assert main(["csv", address, "--out", str(tmp_path / "a.csv")]) == SAVED
    assert capsys.readouterr().out.startswith("Saved ")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").startswith("Code,Union,Actual")


@pytest.mark.parametrize(
    "query", ["unit=LD-38&unit=NOBODY", "untis=LD-38", "as_of=31/02/2022", "from=2022-05-02&to=2022-05-01", "lang=fr"]
)
def test_what_cannot_be_understood_writes_nothing(tmp_path: Path, query: str, capsys: pytest.CaptureFixture[str]):
    assert main(["csv", query, "--out", str(tmp_path / "a.csv")]) == USED_WRONGLY
    assert not list(tmp_path.iterdir())
    output = capsys.readouterr()
    assert query.rpartition("=")[2] in output.err and not output.out


@pytest.mark.parametrize("moment", ["0001-01-01", "9999-12-31"])
def test_a_moment_beyond_the_calendar_is_reported(tmp_path: Path, moment: str, capsys: pytest.CaptureFixture[str]):
    assert main(["csv", f"as_of={moment}", "--out", str(tmp_path / "a.csv")]) == SAVED
    assert moment in capsys.readouterr().err


def test_nothing_is_left_where_nothing_can_be_saved(tmp_path: Path):
    assert main(["csv", QUERY, "--out", str(tmp_path / "missing" / "a.csv")]) == REFUSED
    assert not list(tmp_path.iterdir())


def test_an_away_database_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:9/nothing")
    assert main(["csv", QUERY, "--out", str(tmp_path / "a.csv")]) == REFUSED
    assert "Traceback" not in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_wrong_usage_has_its_own_code():
    with pytest.raises(SystemExit) as ended:
        main(["picture-of-nothing", QUERY, "--out", "x"])
    assert ended.value.code == USED_WRONGLY


@pytest.mark.parametrize(
    "question",
    [
        ("text", "--form", "one-page"),
        ("slides", "--form", "formal"),
        ("report", "--subject", "map"),
        ("report", "--issuer", "LĐLĐ"),
        ("workbook", "--template", "a.pptx"),
    ],
)
def test_an_option_that_would_not_be_followed_is_refused(tmp_path: Path, question: tuple[str, ...]):
    kind, *options = question
    with pytest.raises(SystemExit) as ended:
        main([kind, QUERY, "--out", str(tmp_path / "a"), *options])
    assert ended.value.code == USED_WRONGLY and not list(tmp_path.iterdir())


@pytest.mark.parametrize(("kind", "page"), [(("csv",), "targets"), (("csv", "--subject", "grading"), "grading"),
                                            (("csv", "--subject", "overview"), "")])  # fmt: skip
def test_a_file_of_one_page_leads_back_to_it(tmp_path: Path, kind: tuple[str, ...], page: str):
    made = tmp_path / "a.csv"
    assert main([kind[0], QUERY, "--out", str(made), "--address", "https://a.vn", *kind[1:]]) == SAVED
    (line,) = [one for one in made.read_text(encoding="utf-8-sig").splitlines() if "https://a.vn" in one]
    assert f"https://a.vn/{page}?" in line


def test_a_folder_gets_a_file_that_says_programme_scope_and_moment(tmp_path: Path):
    assert main(["csv", f"{QUERY}&unit=LD-38", "--out", str(tmp_path), "--subject", "targets"]) == SAVED
    (made,) = tmp_path.iterdir()
    assert made.name == "1-trieu-sang-kien_giai-doan-1-thanh-hoa_2022-04-20_chi-tieu-va-thuc-hien.csv"


def test_workbooks_of_two_pages_stand_beside_each_other_in_a_folder(tmp_path: Path):
    for more in ((), ("--subject", "map"), ("--subject", "trend")):
        assert main(["workbook", f"{QUERY}&unit=LD-38", "--out", str(tmp_path), *more]) == SAVED
    common = "1-trieu-sang-kien_giai-doan-1-thanh-hoa_2022-04-20"
    assert sorted(made.name for made in tmp_path.iterdir()) == [
        f"{common}.xlsx", f"{common}_ban-do.xlsx", f"{common}_tien-do.xlsx"
    ]  # fmt: skip
