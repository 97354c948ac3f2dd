"""An archived programme is never the default, whether set by page, command or workbook."""

import pytest

from data_access.database.errors import NotSaved
from data_access.database.transactions import reading
from data_access.programmes.states import Standing, change_state, list_programmes
from importer.commands import main
from model.reader import LOCAL
from tests.data_access.programmes.test_bad_workbooks import findings
from tests.data_access.programmes.test_loading import book, load
from tests.live_records import live_records

CODE = "ct-2026"


def standing(url: str) -> Standing:
    with reading(url) as connection:
        return next(one for one in list_programmes(connection) if one.code == CODE)


def landing(url: str) -> str:
    with live_records(url) as records:
        return records.catalogue.landing


def test_what_is_archived_is_no_default_and_cannot_become_it(
    prepared_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    assert load(prepared_url, {}, **{"Mặc định": "Có"}).batch
    assert landing(prepared_url) == CODE
    for action in ("close", "archive"):
        change_state(prepared_url, CODE, action, LOCAL)
    assert (standing(prepared_url).state, standing(prepared_url).is_default) == ("archived", False)
    assert landing(prepared_url) != CODE

    with pytest.raises(NotSaved, match="archived_default"):
        change_state(prepared_url, CODE, "default", LOCAL)
    for lang, one in (("vi", "đã lưu trữ nên không đặt làm mặc định được"), ("en", "is archived and cannot become")):
        capsys.readouterr()
        assert main(["programme", "--lang", lang, "default", CODE]) == 2
        assert one in "".join(capsys.readouterr())
    text = findings(prepared_url, book({}, **{"Mặc định": "Có"}))
    assert text == [("archived_default", "Chương trình", 5, None)]
    assert load(prepared_url, {}, **{"Mặc định": "Không", "Tên ngắn": "Cũ"}).batch

    change_state(prepared_url, CODE, "reopen", LOCAL)
    change_state(prepared_url, CODE, "default", LOCAL)
    assert standing(prepared_url).is_default
