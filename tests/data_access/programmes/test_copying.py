"""Next year's programme is copied from this year's, on both engines."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from data_access.database.connections import open_engine
from data_access.database.errors import NotAllowed, NotSaved
from data_access.database.schema import programme, target
from data_access.database.transactions import reading
from data_access.programmes.copying import copy_programme
from data_access.programmes.saving import load_content
from data_access.programmes.tables import tables_of
from importer.commands import main
from model.reader import LOCAL, Reader, Role
from tests.books import book_of, saved
from tests.data_access.programmes.made_programme import EXAMPLE, make
from tests.text_tables import drawn

ENDED = """
code | end
PX01 |
PX02 | 2026-06-30
PX03 | 2027-12-31
"""
YEAR = {"Bắt đầu": date(2026, 1, 1), "Kết thúc": date(2026, 12, 31)}


@pytest.fixture
def set_up(prepared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    make(EXAMPLE, tmp_path)
    load_content(prepared_url, (tmp_path / "setup.xlsx").read_bytes(), "setup.xlsx", LOCAL)
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    return prepared_url


def test_a_copy_is_the_same_a_year_later_without_targets(set_up: str) -> None:
    made = copy_programme(set_up, "xanh-2026", "xanh-2027", LOCAL)

    assert made.is_new and made.batch and made.changes["programme_unit"] == (24, 0, 0)
    with reading(set_up) as connection:
        tables = tables_of(connection, "xanh-2027")
        before = tables_of(connection, "xanh-2026")
    own = tables["programme"][0]
    assert (own["start"], own["end"], own["national_target"]) == (date(2027, 1, 1), date(2027, 12, 31), None)
    assert [(row["name_vi"], row["start"].year, row["national_target"]) for row in tables["phase"]] == [
        (f"Quý {number}", 2027, None) for number in ("I", "II", "III", "IV")
    ]
    assert [row["code"] for row in tables["unit"]] == [row["code"] for row in before["unit"]]
    assert tables["sector"] == [{**row, "programme_id": own["id"]} for row in before["sector"]]
    assert tables["target"] == [] and before["target"]
    assert before["programme"][0]["is_default"] and not own["is_default"]


def test_units_that_ended_stay_behind(prepared_url: str) -> None:
    units = [
        (row["code"], row["code"], date.fromisoformat(row["end"]) if "end" in row else None) for row in drawn(ENDED)
    ]
    lines = {"Mã": "ct-2026", "Tên": "Năm 2026", **YEAR}
    book = book_of({"Chương trình": lines.items(), "Đơn vị": [("Mã", "Tên", "Đến ngày"), *units]})
    load_content(prepared_url, saved(book), "x.xlsx", LOCAL)

    copy_programme(prepared_url, "ct-2026", "ct-2027", LOCAL)

    with reading(prepared_url) as connection:
        tables = tables_of(connection, "ct-2027")
    assert [row["code"] for row in tables["unit"]] == ["PX01", "PX03"]
    assert tables["programme"][0]["name_vi"] == "Năm 2027"


@pytest.mark.parametrize(
    ("code", "new", "problem"),
    [
        ("nobody", "x-1", "unknown_programme"),
        ("xanh-2026", "1tr", "programme_is_there"),
        ("cu-jut-5-nam", "x-1", "no_period"),
    ],
)
def test_what_cannot_be_copied_is_refused(set_up: str, code: str, new: str, problem: str) -> None:
    with pytest.raises(NotSaved) as caught:
        copy_programme(set_up, code, new, LOCAL)
    assert caught.value.code == problem


def test_only_administrators_set_programmes_up(set_up: str) -> None:
    for role in (Role.VIEWER, Role.STAFF, Role.LEAD):
        with pytest.raises(NotAllowed):
            copy_programme(set_up, "xanh-2026", "xanh-2027", Reader("a@example.vn", role))
    with pytest.raises(NotAllowed):
        copy_programme(set_up, "xanh-2026", "xanh-2027", Reader("a@example.vn", Role.ADMIN, ("LD-01",)))


def test_a_preview_saves_nothing_and_a_bad_code_is_reported(set_up: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["programme", "copy", "xanh-2026", "xanh-2027", "--dry-run"]) == 0
    assert main(["programme", "copy", "xanh-2026", "Xấu !"]) == 2
    assert "Xấu !" in capsys.readouterr().err
    assert main(["programme", "show", "xanh-2027"]) == 2


def test_an_overwritten_target_is_shown_with_its_source_and_who(
    set_up: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = open_engine(set_up)
    with engine.connect() as connection:
        number = connection.scalar(select(programme.c.id).where(programme.c.code == "xanh-2026"))
        values = connection.execute(
            select(target.c.value, target.c.source).where(target.c.programme_id == number, target.c.phase == 1)
        ).first()
    engine.dispose()
    lines = {"Mã": "xanh-2026", "Tên": "Sáng kiến thử", **YEAR}
    targets = [("Đơn vị", "Quý I"), ("PX01", 999)]
    book_of({"Chương trình": lines.items(), "Chỉ tiêu": targets}).save(tmp_path / "targets.xlsx")

    assert main(["programme", "load", str(tmp_path / "targets.xlsx"), "--dry-run"]) == 0

    output = capsys.readouterr().out
    assert values is not None
    assert f"“{values.value}” → “999” (chỉ tiêu cũ theo “{values.source}”, người ghi: " in output
